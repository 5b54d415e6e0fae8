import assert from 'node:assert/strict';
import {sharedBytes} from '../../source/dataset/dataset.js';
import type {Engine} from '../../source/engines/engine.js';
import {initialState} from '../../source/network/initial-state.js';
import {tutorialMethod} from '../../source/network/reference.js';
import {noiseDataset, randomOrder} from './mnist.js';

/** Checks that an engine whose train labels are replaced trains as if it had been loaded with them. */
export async function checkOtherLabels(engine: Engine): Promise<void> {
  // A count of labels that fills no whole number of words.
  const dataset = noiseDataset(39, 4, 2);
  const {train} = dataset;
  const labels = sharedBytes(train.count);
  labels.set(train.labels.map(label => (label + 1) % 10));
  const order = randomOrder(13 * 6, train.count, 4);
  const state = initialState(9, 5);
  const steps = async (): Promise<readonly number[]> => {
    await engine.setState(state);
    return [...(await engine.trainSteps(order, {...tutorialMethod, batchSize: 13, learningRate: 1e-2}))];
  };
  await engine.load({...dataset, train: {...train, labels}});
  const wanted = await steps();
  await engine.load(dataset);
  const before = await steps();
  await engine.setTrainLabels(labels);
  assert.deepEqual(await steps(), wanted);
  assert.notDeepEqual(before, wanted);
  await engine.setTrainLabels(train.labels);
  assert.deepEqual(await steps(), before);
}
