import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {automaticChoice, fasterStill} from '../../source/engines/verdict.js';
import {verdict} from '../helpers/verdicts.js';

const wasm = verdict('wasm', {imagesPerSecond: 100});

describe('what auto takes', () => {
  it('is the fastest that runs on a GPU, though wasm be faster', () => {
    const slow = verdict('tensorflow', {gpu: true, imagesPerSecond: 50});
    const fast = verdict('webgpu', {gpu: true, imagesPerSecond: 60});
    assert.equal(automaticChoice([slow, fast, wasm]), 'webgpu');
    assert.equal(automaticChoice([{...slow, imagesPerSecond: 70}, fast, wasm]), 'tensorflow');
    assert.equal(automaticChoice([slow, wasm]), 'tensorflow');
  });

  it('is no engine without a GPU, none that gives wrong numbers, and none that does not work', () => {
    const onCpu = verdict('tensorflow', {imagesPerSecond: 900});
    const wrong = verdict('webgpu', {gpu: true, state: 'wrong-results', imagesPerSecond: 900});
    assert.equal(automaticChoice([onCpu, wrong, wasm]), 'wasm');
    assert.equal(automaticChoice([onCpu, {...wrong, state: 'crashed'}, wasm]), 'wasm');
    assert.equal(automaticChoice([]), 'wasm');
  });
});

describe('what would be faster still', () => {
  const gpu = verdict('webgpu', {gpu: true, imagesPerSecond: 80});

  it('is wasm, by more than a tenth', () => {
    assert.equal(fasterStill([gpu, wasm], 'webgpu'), 'wasm');
    assert.equal(fasterStill([{...gpu, imagesPerSecond: 92}, wasm], 'webgpu'), undefined);
    assert.equal(fasterStill([{...gpu, imagesPerSecond: 900}, wasm], 'webgpu'), undefined);
  });

  it('is nothing where one of the two was not measured, wasm does not work, or wasm is taken', () => {
    assert.equal(fasterStill([gpu], 'webgpu'), undefined);
    assert.equal(fasterStill([{...gpu, imagesPerSecond: undefined}, wasm], 'webgpu'), undefined);
    assert.equal(fasterStill([gpu, {...wasm, state: 'crashed'}], 'webgpu'), undefined);
    assert.equal(fasterStill([gpu, wasm], 'wasm'), undefined);
  });
});
