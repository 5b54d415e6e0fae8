import assert from 'node:assert/strict';
import {it} from 'node:test';
import {kindsOf} from './helpers/json-kinds.js';
import {fixture, jsonLines, runProgram} from './helpers/program.js';

for (const [command, args, kinds] of [
  [
    'sweep',
    ['--data', fixture('data-files/compressed.npz'), '--hidden', '4,8', '--epochs', '1', '--batch-size', '8'],
    ['run'],
  ],
  ['doctor', [], ['verdict', 'choice']],
] as const) {
  it(`the JSON of ${command} has the fields of the table, all of them and no others`, async () => {
    const {stdout, stderr} = await runProgram([command, ...args, '--json']);
    assert.equal(stderr, '');
    assert.deepEqual([...new Set(kindsOf(command, jsonLines(stdout)))], kinds);
  });
}
