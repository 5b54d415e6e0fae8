import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {setTimeout as pass} from 'node:timers/promises';
import {decodeCheckpoint} from '../../../source/training/formats/checkpoint.js';
import {programEnvironment} from '../../helpers/environment.js';
import {fixture, jsonLines, programPath, runProgram, withFolder} from '../../helpers/program.js';

const small = fixture('data-files/compressed.npz');
const args = ['train', '--engine', 'wasm', '--data', small, '--batch-size', '8', '--json', '--no-early-stop'];

describe('a run that is killed', () => {
  it('leaves a whole file or none, at fifty moments around its end, and its leftovers go with the next run', async () => {
    await withFolder(async folder => {
      const model = path.join(folder, 'w.npz');
      const env = programEnvironment();
      let killed = 0;
      for (let round = 0; round < 50; round++) {
        const child = spawn(process.execPath, [programPath, ...args, '--epochs', '20', '--model', model], {env});
        const ended = new Promise<string | null>(resolve => child.on('close', (_, signal) => resolve(signal)));
        const end = new Promise<void>(resolve => {
          child.stdout.on('data', data => {
            if (String(data).includes('"epoch":20')) resolve();
          });
        });
        // From the last epoch on, when the weights are saved, in steps of a fifth of a millisecond.
        await end;
        await pass(round / 5);
        child.kill('SIGKILL');
        if ((await ended) === 'SIGKILL') killed++;
        for (const name of ['w.npz', 'w.previous.npz']) {
          const file = path.join(folder, name);
          if (existsSync(file)) decodeCheckpoint(readFileSync(file), file);
        }
      }
      assert.ok(killed > 10, `only ${killed} were killed before they ended`);
      await runProgram([...args, '--epochs', '1', '--model', model]);
      assert.deepEqual(readdirSync(folder).sort(), ['w.npz', 'w.previous.npz']);
    });
  });

  it('has saved what it was a second before', async () => {
    await withFolder(async folder => {
      const model = path.join(folder, 'w.npz');
      const child = spawn(process.execPath, [programPath, ...args, '--epochs', '10000', '--model', model], {
        env: programEnvironment(),
      });
      const seconds: number[] = [];
      let last = 0;
      await new Promise<void>(resolve => {
        const began = performance.now();
        child.stdout.setEncoding('utf8').on('data', (text: string) => {
          last = Number([...text.matchAll(/"epoch":(\d+)/g)].at(-1)?.[1] ?? last);
          seconds.push(last);
          if (performance.now() - began > 4000) child.kill('SIGKILL');
        });
        child.on('close', () => resolve());
      });
      const {info} = decodeCheckpoint(readFileSync(model), model);
      assert.ok(info !== undefined && info.epoch > last / 3, `epoch ${info?.epoch} of ${last} was saved`);
    });
  });
});

it('of programs that save in one file at once, each leaves the others what they saved', async () => {
  await withFolder(async folder => {
    const model = path.join(folder, 'w.npz');
    // A former file is there from the start: which of them saves first is not known.
    await runProgram([...args, '--epochs', '1', '--model', model]);
    const runs = [1, 2, 3].map(seed =>
      runProgram([...args, '--epochs', '400', '--seed', String(seed), '--model', model]),
    );
    const saved = (await Promise.all(runs)).map(({exitCode, stdout, stderr}) => {
      assert.equal(exitCode, 0);
      assert.match(stderr, /^(mnist-tui: .*w\.npz: was saved by another program, too; .*\n)?$/);
      return String(jsonLines(stdout).at(-1)?.model);
    });
    assert.ok(saved.includes(model));
    const kept = readdirSync(folder).map(name => decodeCheckpoint(readFileSync(path.join(folder, name)), name).info);
    for (const seed of [1, 2, 3]) {
      assert.ok(
        kept.some(info => info?.settings.seed === seed && info.epoch === 400),
        `seed ${seed}`,
      );
    }
  });
});

const mounts = spawnSync('unshare', ['-m', 'true']).status === 0;
it('a full disk is told before the first step', {skip: mounts ? false : 'skipped: no rights to mount'}, async () => {
  await withFolder(async folder => {
    const full = path.join(folder, 'full');
    mkdirSync(full);
    const mount = 'mount -t tmpfs -o size=600k none "$1" && shift && exec "$@"';
    const command = [process.execPath, programPath, ...args, '--model', path.join(full, 'w.npz')];
    const {stdout, stderr, status} = spawnSync('unshare', ['-m', 'sh', '-c', mount, 'sh', full, ...command], {
      encoding: 'utf8',
      env: programEnvironment(),
      timeout: 60_000,
    });
    assert.match(stderr, /^mnist-tui: .*w\.npz: cannot be written \(ENOSPC.*\); choose a place with --model\n$/);
    assert.deepEqual([stdout, status], ['', 1]);
  });
});
