import {type Dataset, sharedBytes} from '../dataset/dataset.js';
import {inputSize} from '../network/architecture.js';
import {initialState} from '../network/initial-state.js';
import {parameterNames} from '../network/network-state.js';
import {seededRandom} from '../network/random.js';
import type {Engine} from './engine.js';
import {createWasmEngine} from './wasm/wasm-engine.js';

const hidden = 16;
const batchSize = 8;
const images = 16;
const tolerance = 1e-4;

/**
 * Takes two real training steps on a made-up dataset and compares losses, weights and scores with the wasm engine's.
 * @returns what differs, or undefined when all is right
 */
export async function checkSteps(engine: Engine): Promise<string | undefined> {
  const found = await results(engine);
  const expected = await results(await createWasmEngine(1));
  for (const [what, values] of Object.entries(expected)) {
    const place = values.findIndex((value, index) => !(Math.abs(value - found[what][index]) <= tolerance));
    if (place >= 0) return `${what}: ${found[what][place]} where ${values[place]} is right`;
  }
  return undefined;
}

async function results(engine: Engine): Promise<Record<string, Float32Array>> {
  await engine.load(inventDataset());
  await engine.setState(initialState(hidden, 1));
  const order = Uint32Array.from({length: images}, (_, index) => index);
  const loss = await engine.trainSteps(order, {batchSize, learningRate: 1e-3});
  const {weights} = await engine.getState();
  const all: Record<string, Float32Array> = {loss, scores: await engine.scores('test')};
  for (const name of parameterNames) all[name] = weights[name];
  return all;
}

/** Images of which a fifth of the pixels are lit, with labels that mean nothing. */
function inventDataset(): Dataset {
  const random = seededRandom(1, 1);
  const split = (): Dataset['train'] => {
    const pixels = sharedBytes(images * inputSize);
    for (let place = 0; place < pixels.length; place++) pixels[place] = random.below(5) === 0 ? random.below(256) : 0;
    const labels = sharedBytes(images);
    for (let index = 0; index < images; index++) labels[index] = random.below(10);
    return {count: images, images: pixels, labels};
  };
  return {name: 'check', path: '', train: split(), test: split()};
}
