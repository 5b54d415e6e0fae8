import assert from 'node:assert/strict';
import type {Engine} from '../../source/engines/engine.js';
import {initialState} from '../../source/network/initial-state.js';
import {tutorialMethod} from '../../source/network/reference.js';
import {noiseDataset, randomOrder} from './mnist.js';
import {largestDifference, largestWeightDifference} from './oracle.js';
import {ReferenceEngine} from './reference-engine.js';

const options = {...tutorialMethod, batchSize: 8, learningRate: 1e-3};

/** Checks that an engine goes on as plain arithmetic does when its train images are replaced, once and once more. */
export async function checkOtherImages(engine: Engine): Promise<void> {
  const plain = new ReferenceEngine();
  const dataset = noiseDataset(40, 6, 2);
  for (const each of [engine, plain]) {
    await each.load(dataset);
    await each.setState(initialState(9, 5));
  }
  const full = new Uint8Array(dataset.train.images.length).fill(200);
  for (const images of [noiseDataset(40, 6, 7).train.images, full, dataset.train.images]) {
    const order = randomOrder(8 * 3, 40, images[0]);
    const losses = [];
    for (const each of [engine, plain]) {
      losses.push(await each.trainSteps(order, options));
      await each.setTrainImages(images);
      losses.push(await each.trainSteps(order, options));
    }
    assert.ok(largestDifference(losses[0], losses[2]) < 1e-5);
    assert.ok(largestDifference(losses[1], losses[3]) < 1e-5);
    const [found, wanted] = [await engine.getState(), await plain.getState()];
    assert.equal(found.step, wanted.step);
    assert.ok(largestWeightDifference(found.weights, wanted.weights) < 1e-4);
    assert.ok(largestWeightDifference(found.firstMoment, wanted.firstMoment) < 1e-5);
    for (const split of ['train', 'test'] as const) {
      assert.ok(largestDifference(await engine.scores(split), await plain.scores(split)) < 1e-4, split);
    }
  }
}
