import assert from 'node:assert/strict';
import {existsSync, mkdirSync, readdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {initialState} from '../../source/network/initial-state.js';
import {encodeCheckpoint} from '../../source/training/formats/checkpoint.js';
import {kindsOf} from '../helpers/json-kinds.js';
import {fixture, jsonLines, type Result, runProgram, withFolder} from '../helpers/program.js';
import {runInfo} from '../helpers/run-info.js';

const small = fixture('data-files/compressed.npz');
const [first, second] = ['mnist-20261125-230509-1', 'mnist-20261126-101010-2'];

/** Two runs in a folder of their own, and the program with that as the user's. The second's first epoch was its best. */
async function withRuns(use: (run: (...args: string[]) => Promise<Result>, folder: string) => Promise<void>) {
  await withFolder(async home => {
    const env = {XDG_DATA_HOME: home, HOME: home, LOCALAPPDATA: home};
    const folder = path.join(home, 'mnist-tui', ...(process.platform === 'win32' ? ['Data'] : []), 'runs');
    mkdirSync(folder, {recursive: true});
    const info = runInfo(3);
    const [record] = info.history;
    assert.ok(record !== undefined);
    const history = [record, {...record, epoch: 2, meanTestLoss: 0.5}];
    const moments = [1, 2].map(epoch => ({
      ...{step: 4 * epoch, epoch, endsEpoch: true, meanTestLoss: history[epoch - 1]?.meanTestLoss, accuracy: 0.9},
      weights: initialState(3, epoch).weights,
    }));
    const computedOn = [{from: 0, engine: 'wasm', device: 'CPU', threads: 2}];
    const changes = [{step: 4, name: 'learningRate', was: 0.01}] as const;
    writeFileSync(
      path.join(folder, `${first}.npz`),
      encodeCheckpoint(initialState(3, 2), {...info, computedOn, changes}),
    );
    const two = encodeCheckpoint({...initialState(3, 2), step: 8}, {...info, epoch: 2, history}, moments);
    writeFileSync(path.join(folder, `${second}.npz`), two);
    await use((...args) => runProgram(args, {env}), folder);
  });
}

describe('runs', {skip: process.platform === 'darwin' ? 'its data folder is another' : false}, () => {
  it('lists the newest first, shows one, and passes over one that is damaged with a line', async () => {
    await withRuns(async (run, folder) => {
      writeFileSync(path.join(folder, 'mnist-20261127-000000-1.npz'), 'torn');
      const {stdout, stderr, exitCode} = await run('runs', '--json');
      assert.match(stderr, /^mnist-tui: a saved run is passed over: .*mnist-20261127-000000-1\.npz: .*\n$/);
      const lines = jsonLines(stdout);
      assert.deepEqual([kindsOf('runs', lines), exitCode], [['saved-run', 'saved-run'], 0]);
      assert.deepEqual(
        lines.map(({name}) => name),
        [second, first],
      );
      const shown = jsonLines((await run('runs', 'show', second, '--json')).stdout);
      assert.deepEqual([kindsOf('runs', shown), shown[0]?.bestEpoch], [['saved-run-shown'], 1]);
      const shownFirst = (await run('runs', 'show', first)).stdout;
      assert.match(
        shownFirst,
        /\nComputed on: wasm on CPU, 2 threads\nChanged at step 4: learningRate, 0\.01 until then\n/,
      );
      assert.match((await run('runs', 'show', second)).stdout, /\nComputed on: not known, the file does not say\n/);
      const text = (await run('runs')).stdout.split('\n');
      assert.match(
        text[0] ?? '',
        new RegExp(`^ {2}${second} {2}\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d +2 epochs .*95\\.9 %`),
      );
      assert.match(
        (await run('runs', 'show', second)).stdout,
        /Best by test loss: epoch 1; --model .* --best takes it/,
      );
    });
  });

  it('stars, keeps what has a star, and removes what has none', async () => {
    await withRuns(async (run, folder) => {
      assert.equal((await run('runs', 'star', first)).exitCode, 0);
      const starred = async (): Promise<unknown[]> =>
        jsonLines((await run('runs', '--json')).stdout).map(each => each.starred);
      assert.deepEqual(await starred(), [false, true]);
      const refused = await run('runs', 'remove', first);
      assert.match(refused.stderr, /^mnist-tui: .*: has a star, and stays; .*\n$/);
      assert.equal(refused.exitCode, 1);
      assert.deepEqual(kindsOf('runs', jsonLines((await run('runs', 'unstar', first, '--json')).stdout)), [
        'saved-run-done',
      ]);
      assert.equal((await run('runs', 'remove', first)).stdout, `Removed: ${first}\n`);
      assert.deepEqual(readdirSync(folder), [`${second}.npz`]);
    });
  });

  it('removes one that is damaged, too, unless it has a star', async () => {
    await withRuns(async (run, folder) => {
      const torn = 'mnist-20261127-000000-1';
      writeFileSync(path.join(folder, `${torn}.npz`), 'torn');
      assert.equal((await run('runs', 'star', torn)).exitCode, 0);
      assert.equal((await run('runs', 'remove', torn)).exitCode, 1);
      assert.equal((await run('runs', 'unstar', torn)).exitCode, 0);
      assert.equal((await run('runs', 'remove', torn)).stdout, `Removed: ${torn}\n`);
      assert.deepEqual(readdirSync(folder).sort(), [`${first}.npz`, `${second}.npz`]);
    });
  });

  it('refuses what is no run, a path too, and touches nothing then', async () => {
    await withRuns(async (run, folder) => {
      for (const name of [`../runs/${first}`, 'mnist-20261125-230509-3', '']) {
        const {stderr, exitCode} = await run('runs', 'remove', second, name);
        assert.match(stderr, /^mnist-tui: .*no run of that name is saved.*\n$/);
        assert.equal(exitCode, 2);
      }
      assert.equal((await run('runs', 'remove')).exitCode, 2);
      assert.match((await run('runs', 'delete')).stderr, /runs: no action "delete"/);
      assert.ok(existsSync(path.join(folder, `${second}.npz`)));
    });
  });

  it('are what --model names, and --best takes the best epoch of one', async () => {
    await withRuns(async (run, folder) => {
      const scores = async (...args: string[]): Promise<unknown> =>
        jsonLines((await run('predict', '0', '--data', small, '--json', ...args)).stdout)[0]?.scores;
      const file = path.join(folder, `${second}.npz`);
      assert.deepEqual(await scores('--model', second), await scores('--model', file));
      assert.notDeepEqual(await scores('--model', second, '--best'), await scores('--model', second));
      const best = await run('evaluate', '--data', small, '--model', second, '--best');
      assert.match(best.stderr, /\nBest by test loss: epoch 1 of 2; chosen by the test digits themselves, so figures/);
      const last = await run('evaluate', '--data', small, '--model', first, '--best');
      assert.match(last.stderr, /\nBest by test loss: epoch 1 of 1;/);
    });
  });

  it('go on by name in their own file, and are not replaced by another run', async () => {
    await withRuns(async (run, folder) => {
      const train = ['train', '--engine', 'wasm', '--data', small, '--epochs', '4', '--json', '--model', second];
      const refused = await run(...train);
      assert.match(
        refused.stderr,
        /^mnist-tui: --model mnist-.*: is a run that is saved; give --resume to go on with it/,
      );
      assert.equal(refused.exitCode, 2);
      const end = jsonLines((await run(...train, '--resume')).stdout).at(-1);
      assert.deepEqual([end?.epochs, end?.model], [4, path.join(folder, `${second}.npz`)]);
      assert.deepEqual(readdirSync(folder).sort(), [`${first}.npz`, `${second}.npz`]);
    });
  });
});
