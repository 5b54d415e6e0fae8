import assert from 'node:assert/strict';
import {it} from 'node:test';
import {type Dataset, digit} from '../../../source/dataset/dataset.js';
import type {Engine} from '../../../source/engines/engine.js';
import {createWasmEngine} from '../../../source/engines/wasm/wasm-engine.js';
import {initialState} from '../../../source/network/initial-state.js';
import {parameterNames} from '../../../source/network/network-state.js';
import {forward, tutorialMethod} from '../../../source/network/reference.js';
import {noiseDataset, randomOrder} from '../../helpers/mnist.js';
import {largestDifference} from '../../helpers/oracle.js';

async function engineOn(dataset: Dataset): Promise<Engine> {
  const engine = await createWasmEngine(1);
  await engine.load(dataset);
  await engine.setState(initialState(40, 3));
  return engine;
}

it('the wasm engine gives a copy of the weights alone', async () => {
  const engine = await engineOn(noiseDataset(64, 8, 4));
  await engine.trainSteps(randomOrder(16 * 3, 64, 9), {...tutorialMethod, batchSize: 16, learningRate: 1e-2});
  const {weights} = await engine.getState();
  const copy = await engine.weights();
  assert.deepEqual(copy, weights);
  assert.equal(new Set(parameterNames.map(name => copy[name].buffer)).size, 4);
  copy.outputBias.fill(0);
  assert.deepEqual(await engine.weights(), weights);
});

it('the wasm engine scores a split of any size as plain arithmetic does', async () => {
  for (const count of [1, 127, 300]) {
    const {test, ...rest} = noiseDataset(4, count, 6);
    const engine = await engineOn({...rest, test});
    const weights = await engine.weights();
    const expected = Array.from({length: count}, (_, index) => [...forward(weights, digit(test, index)).scores]);
    assert.ok(largestDifference(await engine.scores('test'), Float32Array.from(expected.flat())) < 1e-5);
  }
});
