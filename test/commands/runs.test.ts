import assert from 'node:assert/strict';
import {readdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {kindsOf} from '../helpers/json-kinds.js';
import {fixture, jsonLines} from '../helpers/program.js';
import {first, second, withoutRuns, withRuns} from '../helpers/two-runs.js';

const small = fixture('data-files/compressed.npz');

describe('runs', {skip: withoutRuns}, () => {
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
