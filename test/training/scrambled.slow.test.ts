import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Dataset} from '../../source/dataset/dataset.js';
import {loadDataset} from '../../source/dataset/load.js';
import {defaultDataPath} from '../../source/dataset/locate.js';
import type {Engine} from '../../source/engines/engine.js';
import {createWasmEngine} from '../../source/engines/wasm/wasm-engine.js';
import {initialState} from '../../source/network/initial-state.js';
import {forward} from '../../source/network/reference.js';
import {largestDifference} from '../helpers/oracle.js';
import {drain, loopOf, ofType} from '../helpers/scripted-run.js';

/** The accuracy after two epochs, and the weights. */
type Trained = {readonly accuracy: number; readonly weights: Awaited<ReturnType<Engine['weights']>>};

/** Trains for two epochs on a dataset, from the initial weights of seed 1. */
async function trainedOn(engine: Engine, dataset: Dataset): Promise<Trained> {
  await engine.load(dataset);
  await engine.setState(initialState(128, 1));
  const {events} = await drain(loopOf(engine, {dataset}, {epochs: 2, batchSize: 128}));
  return {accuracy: ofType(events, 'epoch').at(-1)?.accuracy ?? Number.NaN, weights: await engine.weights()};
}

describe('a network that learns MNIST with scrambled pixels', () => {
  let engine: Engine;
  let [plain, scrambled]: Dataset[] = [];
  let [onPlain, onScrambled]: Trained[] = [];

  before(async () => {
    engine = await createWasmEngine(1);
    plain = await loadDataset(defaultDataPath);
    scrambled = await loadDataset(defaultDataPath, {scramble: true});
    onPlain = await trainedOn(engine, plain);
    onScrambled = await trainedOn(engine, scrambled);
  });
  after(() => engine.dispose());

  it('is as often right as on the plain ones, within 0.6 points', () => {
    assert.ok(onPlain.accuracy > 0.95, String(onPlain.accuracy));
    assert.ok(
      Math.abs(onScrambled.accuracy - onPlain.accuracy) < 0.006,
      `${onScrambled.accuracy}, plain ${onPlain.accuracy}`,
    );
  });

  it('has other weights than on the plain ones, from the same seed', () => {
    assert.ok(largestDifference(onScrambled.weights.hiddenWeight, onPlain.weights.hiddenWeight) > 0.01);
  });

  it('knows nothing of the plain ones', () => {
    const {count, images, labels} = plain.test;
    let right = 0;
    for (let index = 0; index < count; index += 10) {
      const scores = forward(onScrambled.weights, images.subarray(784 * index, 784 * (index + 1))).scores;
      if (scores.indexOf(Math.max(...scores)) === labels[index]) right++;
    }
    assert.ok(right < 0.3 * (count / 10), `${right} of ${count / 10}`);
  });
});
