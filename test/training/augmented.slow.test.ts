import assert from 'node:assert/strict';
import {it} from 'node:test';
import {createWasmEngine} from '../../source/engines/wasm/wasm-engine.js';
import {initialState} from '../../source/network/initial-state.js';
import {mnist} from '../helpers/mnist.js';
import {drain, loopOf, ofType} from '../helpers/scripted-run.js';

it('an augmented run reads 96 % of MNIST after five epochs, and learns no image by heart', async () => {
  const dataset = mnist();
  const engine = await createWasmEngine(1);
  await engine.load(dataset);
  await engine.setState(initialState(128, 2));
  const {events} = await drain(loopOf(engine, {dataset, seed: 2}, {epochs: 5, batchSize: 128, augment: true}));
  await engine.dispose();
  const {accuracy, meanTrainLoss, meanTestLoss} = ofType(events, 'epoch')[4];
  assert.ok(accuracy >= 0.96, `${accuracy}`);
  assert.ok(meanTrainLoss > meanTestLoss, `${meanTrainLoss} on changed images, ${meanTestLoss} on the test split`);
});
