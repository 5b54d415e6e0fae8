import {createWasmEngine} from '../../source/engines/wasm/wasm-engine.js';
import {initialState} from '../../source/network/initial-state.js';
import type {Weights} from '../../source/network/network-state.js';
import {forward} from '../../source/network/reference.js';
import {answerOf} from '../../source/training/evaluation.js';
import {mnist} from './mnist.js';
import {drain, loopOf} from './scripted-run.js';

/** The weights of default runs on MNIST with some seeds, each trained to its early stop. */
export async function trainedWeights(seeds: readonly number[]): Promise<Weights[]> {
  const dataset = mnist();
  const engine = await createWasmEngine(1);
  await engine.load(dataset);
  const found: Weights[] = [];
  for (const seed of seeds) {
    await engine.setState(initialState(128, seed));
    await drain(loopOf(engine, {dataset, seed}, {epochs: 20, batchSize: 128, earlyStop: true}));
    found.push(await engine.weights());
  }
  await engine.dispose();
  return found;
}

/** What a network answers to an image. */
export const answerTo = (weights: Weights, image: Uint8Array): number => answerOf(forward(weights, image).scores);
