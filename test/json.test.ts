import assert from 'node:assert/strict';
import path from 'node:path';
import {describe, it} from 'node:test';
import {commandNames} from '../source/config/commands.js';
import {takes} from '../source/config/option-use.js';
import {currentJsonDocs, readJsonDocs} from './helpers/json-docs.js';
import {kindsOf} from './helpers/json-kinds.js';
import {lineKinds} from './helpers/json-lines.js';
import {faultsOf} from './helpers/json-shape.js';
import {fixture, jsonLines, runProgram, withFolder} from './helpers/program.js';

const small = fixture('data-files/compressed.npz');

describe('JSON output', () => {
  it('is documented as the table has it', () => {
    assert.equal(readJsonDocs(), currentJsonDocs(), 'node dist/test/tools/readme.js writes docs/json.md anew');
  });

  it('is in the table for every command that takes --json', () => {
    const documented = new Set<string>(Object.values(lineKinds).map(({command}) => command));
    assert.deepEqual([...documented].sort(), commandNames.filter(name => takes(name, 'json')).sort());
  });

  it('has the fields of the table, all of them and no others', async () => {
    await withFolder(async folder => {
      const model = path.join(folder, 'model.npz');
      const data = ['--data', small];
      const runs: [string, string[], string[]][] = [
        [
          'train',
          ['train', ...data, '--engine', 'wasm', '--epochs', '2', '--batch-size', '8', '--model', model],
          // Four steps an epoch are few.
          ['start', 'progress', 'epoch', 'advice', 'end'],
        ],
        ['predict', ['predict', '0-31', ...data, '--model', model], ['prediction']],
        ['evaluate', ['evaluate', ...data, '--model', model], ['evaluation']],
        ['mistakes', ['mistakes', ...data, '--model', model], ['mistake']],
        ['explain', ['explain', '0-31', ...data, '--model', model], ['explanation']],
        ['damage', ['damage', ...data, '--model', model], ['damage']],
        ['show', ['show', '0-31', ...data], ['digit']],
        ['info', ['info', ...data], ['info']],
      ];
      for (const [command, args, kinds] of runs) {
        const {stdout, stderr} = await runProgram([...args, '--json']);
        assert.match(stderr, args.includes('--model') && command !== 'train' ? /^Weights: .*\n$/ : /^$/);
        assert.deepEqual([...new Set(kindsOf(command, jsonLines(stdout)))], kinds);
      }
    });
  });

  it('of a diverged training has the fields, too', async () => {
    const args = [
      'train',
      '--data',
      small,
      '--engine',
      'wasm',
      '--batch-size',
      '8',
      '--learning-rate',
      '1e9',
      '--json',
    ];
    const {stdout, exitCode} = await runProgram(args);
    const lines = jsonLines(stdout);
    assert.deepEqual([lines.at(-1)?.reason, exitCode], ['diverged', 1]);
    assert.equal(kindsOf('train', lines).at(-1), 'end');
  });
});

it('an object that has not the shape is found', () => {
  const shape = {object: {a: ['whole number', ''], 'b?': [{list: 'text', length: 2}, '']}} as const;
  assert.deepEqual(faultsOf({a: 1}, shape, 'it'), []);
  assert.deepEqual(faultsOf({a: 1, b: ['x', 'y']}, shape, 'it'), []);
  for (const wrong of [{}, {a: 1.5}, {a: '1'}, {a: 1, b: ['x']}, {a: 1, b: ['x', 1]}, {a: 1, c: 2}, null, 3]) {
    assert.equal(faultsOf(wrong, shape, 'it').length, 1, JSON.stringify(wrong));
  }
});
