import {initialState} from '../network/initial-state.js';
import {tutorialMethod} from '../network/reference.js';
import type {Engine} from './engine.js';
import {isSteady} from './steady.js';
import {inventDataset} from './step-check.js';

/** How fast an engine was in a short trial, and whether its rounds took about as long as each other. */
export type Speed = {readonly imagesPerSecond: number; readonly steady: boolean};

/** The tutorial's network and batch, on as many images as stay in no cache. */
const size = {hidden: 128, batchSize: 128, images: 16_384};
/** Steps of a call, as many as the worker takes at full pace on a CPU; and calls, of which the first warms up. */
const trial = {steps: 128, rounds: 6, least: 3};
/** How long a trial may take, in milliseconds, once it has as many rounds as it needs. */
const budget = 1500;

/** Trains for a moment on made-up images; the fastest round counts. The engine has that dataset afterwards. */
export async function measureSpeed(engine: Engine): Promise<Speed> {
  const {hidden, batchSize, images} = size;
  await engine.load(inventDataset(images, batchSize));
  await engine.setState(initialState(hidden, 0));
  const order = Uint32Array.from({length: trial.steps * batchSize}, (_, place) => (place * 7919) % images);
  const times: number[] = [];
  const end = performance.now() + budget;
  while (times.length < trial.rounds && (times.length < trial.least || performance.now() < end)) {
    const began = performance.now();
    await engine.trainSteps(order, {...tutorialMethod, batchSize, learningRate: 0});
    times.push(performance.now() - began);
  }
  const warm = times.slice(1);
  return {imagesPerSecond: (1000 * order.length) / Math.min(...warm), steady: isSteady(warm)};
}
