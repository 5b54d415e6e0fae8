import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {emptyPath, pathUpTo, pathWith, type RunPath} from '../../source/training/run-path.js';
import {options} from '../helpers/worker.js';

const wasm = {name: 'wasm', device: 'CPU', threads: 2};
const gpu = {name: 'webgpu', device: 'a GPU'};
const same = {before: options, options};

describe('how a run came to be', () => {
  it('is what computed it, from which step on', () => {
    const path = [
      [wasm, 0],
      [{...wasm}, 4],
      [gpu, 8],
      [wasm, 10],
      [{...wasm, threads: 1}, 12],
    ] as const;
    const whole = path.reduce<RunPath>((so, [computer, from]) => pathWith(so, computer, from, same), emptyPath);
    assert.deepEqual(whole.computedOn, [
      {from: 0, engine: 'wasm', device: 'CPU', threads: 2},
      {from: 8, engine: 'webgpu', device: 'a GPU', threads: undefined},
      {from: 10, engine: 'wasm', device: 'CPU', threads: 2},
      {from: 12, engine: 'wasm', device: 'CPU', threads: 1},
    ]);
    assert.deepEqual(whole.changes, []);
    assert.deepEqual(pathWith(emptyPath, undefined, 0, same), emptyPath);
  });

  it('is which settings were changed that its figures depend on', () => {
    const options1 = {...options, learningRate: 0.5, shuffle: false, epochs: 9, earlyStop: true};
    const path = pathWith(emptyPath, wasm, 7, {before: options, options: options1});
    assert.deepEqual(path.changes, [
      {step: 7, name: 'learningRate', was: 0.001},
      {step: 7, name: 'shuffle', was: true},
    ]);
    const first = pathWith(emptyPath, wasm, 0, {before: undefined, options});
    assert.deepEqual(first.changes, []);
  });

  it('is not what came after where it has gone back, and stays unknown in a file of old', () => {
    const changed = {before: options, options: {...options, batchSize: 4}};
    const path = pathWith(pathWith(emptyPath, wasm, 0, same), gpu, 8, changed);
    assert.deepEqual(pathUpTo(path, 8), pathWith(emptyPath, wasm, 0, same));
    assert.deepEqual(pathUpTo(path, 9), path);
    const unknown = pathWith({computedOn: undefined, changes: undefined}, wasm, 20, same);
    assert.deepEqual([unknown.changes, unknown.computedOn?.map(({from}) => from)], [undefined, [20]]);
  });
});
