import assert from 'node:assert/strict';
import {it} from 'node:test';
import {computedText} from '../../source/text/computed-on.js';

it('what computed a run is named one after the other, and of a file of old it is not known', () => {
  const wasm = {from: 0, engine: 'wasm', device: 'CPU', threads: 2};
  assert.equal(computedText([wasm]), 'wasm on CPU, 2 threads');
  const gpu = {from: 1404, engine: 'webgpu', device: 'a GPU'};
  assert.equal(computedText([wasm, gpu]), 'wasm on CPU, 2 threads to step 1,404; then webgpu on a GPU');
  assert.equal(computedText([gpu]), 'not known to step 1,404; then webgpu on a GPU');
  assert.deepEqual([computedText([]), computedText(undefined)], [undefined, undefined]);
});
