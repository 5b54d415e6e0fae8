import assert from 'node:assert/strict';
import {rmSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {kindsOf} from './helpers/json-kinds.js';
import {fixture, jsonLines, runProgram, withFolder} from './helpers/program.js';

const small = fixture('data-files/compressed.npz');

describe('JSON output', () => {
  it('of weights that could not be saved says so in a line', async () => {
    await withFolder(async folder => {
      const place = path.join(folder, 'gone', 'w.npz');
      const train = [
        'train',
        '--data',
        small,
        '--engine',
        'wasm',
        '--epochs',
        '300',
        '--batch-size',
        '8',
        '--no-early-stop',
      ];
      const {stdout, stderr, exitCode} = await runProgram([...train, '--model', place, '--json'], {
        onOutput: () => rmSync(path.dirname(place), {recursive: true, force: true}),
      });
      const lines = jsonLines(stdout);
      assert.ok(kindsOf('train', lines).includes('warning'));
      assert.deepEqual([lines.at(-1)?.model, exitCode], [undefined, 1]);
      assert.match(stderr, /^(mnist-tui: the weights could not be saved \(.*w\.npz; .*\n)+$/);
    });
  });
});
