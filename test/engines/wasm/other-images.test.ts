import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Engine} from '../../../source/engines/engine.js';
import {createWasmEngine} from '../../../source/engines/wasm/wasm-engine.js';
import {initialState} from '../../../source/network/initial-state.js';
import {tutorialMethod} from '../../../source/network/reference.js';
import {noiseDataset, randomOrder} from '../../helpers/mnist.js';
import {checkOtherImages} from '../../helpers/other-images.js';

describe('the wasm engine with other train images', () => {
  for (const threads of [1, 3]) {
    it(`goes on with them on ${threads} threads`, async () => {
      const engine = await createWasmEngine(threads);
      await checkOtherImages(engine);
      await engine.dispose();
    });
  }

  it('has the bits of one that was loaded with them, and takes another dataset after them', async () => {
    const [first, second] = [noiseDataset(200, 9, 1), noiseDataset(200, 9, 8)];
    const dataset = {...first, train: {...first.train, images: second.train.images}};
    const order = randomOrder(16 * 12, 200, 4);
    const options = {...tutorialMethod, batchSize: 16, learningRate: 1e-3};
    const trained = async (engine: Engine): Promise<unknown[]> => {
      await engine.setState(initialState(40, 2));
      const losses = await engine.trainSteps(order, options);
      return [losses, await engine.getState(), await engine.scores('train'), await engine.scores('test')];
    };
    const [given, loaded] = [await createWasmEngine(2), await createWasmEngine(2)];
    await given.load(first);
    // Before there is any network.
    await given.setTrainImages(second.train.images);
    await loaded.load(dataset);
    assert.deepEqual(await trained(given), await trained(loaded));
    const small = noiseDataset(32, 3, 6);
    for (const engine of [given, loaded]) await engine.load(small);
    await loaded.setTrainImages(small.train.images);
    await given.setState(initialState(7, 2));
    await loaded.setState(initialState(7, 2));
    assert.deepEqual(await given.scores('train'), await loaded.scores('train'));
    for (const engine of [given, loaded]) await engine.dispose();
  });
});
