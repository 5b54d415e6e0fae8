import {type Dataset, digit, type SplitData, sharedBytes} from '../dataset/dataset.js';
import type {Activation} from '../network/activations.js';
import {inputSize} from '../network/architecture.js';
import {initialState} from '../network/initial-state.js';
import {type NetworkState, parameterNames, zeroParameters} from '../network/network-state.js';
import {seededRandom} from '../network/random.js';
import {forward, type Method, trainStep, tutorialMethod} from '../network/reference.js';
import type {Engine} from './engine.js';

/** Steps of each call of trainSteps. After the first step, what is wrong is named before it has spread. */
const calls = [1, 2];

/** How steps are taken, and the activation of the network that takes them. */
type Way = Method & {readonly activation: Activation; readonly learningRate: number};

const tutorial: Way = {...tutorialMethod, activation: 'relu', learningRate: 1e-2};

/** Every activation, loss and optimiser in few ways, at rates that move the weights by a good part of themselves. */
export const checkedWays: readonly Way[] = [
  tutorial,
  {activation: 'sigmoid', loss: 'cross-entropy', optimizer: 'momentum', learningRate: 0.3},
  {activation: 'tanh', loss: 'mse', optimizer: 'sgd', learningRate: 0.2},
];

/** How large the network and the batches of a check are. */
export type CheckSize = {readonly hidden: number; readonly batchSize: number};

/** More than one panel of the wasm kernels and more than one tile of the GPU's, the last of each not full. */
export const thorough: CheckSize = {hidden: 40, batchSize: 12};

/** Finds the same wrong arithmetic in some tens of milliseconds, and does not look into every corner. */
export const quick: CheckSize = {hidden: 2, batchSize: 2};

/**
 * How far a number may be off, as a share of the largest of its array. Rounding was seen to make 1.2e-6 of it, on wasm,
 * WebGPU and TensorFlow.js on a CPU.
 */
const tolerance = 1e-4;

/** What is compared, by what the report calls it. */
type Results = Readonly<Record<string, ArrayLike<number>>>;

/** A number that is wrong. */
type Difference = {readonly what: string; readonly found: number | undefined; readonly right: number};

/**
 * Takes three real training steps each way on a made-up dataset and compares losses, moments, weights and scores with
 * those of network/reference.ts. The engine has that dataset afterwards and needs its own loaded.
 * @returns what differs, or undefined when all is right
 */
export async function checkSteps(engine: Engine, size: CheckSize = thorough): Promise<string | undefined> {
  const steps = calls.reduce((sum, each) => sum + each, 0);
  const dataset = inventDataset(steps * size.batchSize, size.batchSize);
  await engine.load(dataset);
  for (const way of checkedWays) {
    const difference = await checkWay(engine, dataset, way, size);
    if (difference === undefined) continue;
    const {activation, loss, optimizer} = way;
    const where = way === tutorial ? '' : ` (${activation}, ${loss}, ${optimizer})`;
    return `${difference.what}${where}: ${difference.found} where ${difference.right} is right`;
  }
  return undefined;
}

async function checkWay(
  engine: Engine,
  {train, test}: Dataset,
  way: Way,
  {hidden, batchSize}: CheckSize,
): Promise<Difference | undefined> {
  const {loss, optimizer, learningRate} = way;
  let state = inventState(hidden, way);
  await engine.setState(state);
  let first = 0;
  for (const steps of calls) {
    const order = Uint32Array.from({length: steps * batchSize}, (_, place) => first + place);
    const right = referenceSteps(state, train, order, batchSize, way);
    const found = await engine.trainSteps(order, {loss, optimizer, batchSize, learningRate});
    const difference = firstDifference(resultsOf(found, await engine.getState()), resultsOf(right.loss, right.state));
    if (difference !== undefined) return difference;
    state = right.state;
    first += order.length;
  }
  const {weights} = state;
  const scores = Array.from({length: test.count}, (_, index) => [...forward(weights, digit(test, index)).scores]);
  return firstDifference({scores: await engine.scores('test')}, {scores: scores.flat()});
}

/** What Engine.trainSteps and Engine.getState should give. */
function referenceSteps(
  start: NetworkState,
  data: SplitData,
  order: Uint32Array,
  batchSize: number,
  way: Way,
): {loss: readonly number[]; state: NetworkState} {
  const loss: number[] = [];
  let state = start;
  for (let from = 0; from < order.length; from += batchSize) {
    const batch = [...order.subarray(from, from + batchSize)];
    const images = batch.map(index => digit(data, index));
    const labels = batch.map(index => data.labels[index]);
    const taken = trainStep(state, images, labels, way.learningRate, way);
    loss.push(taken.loss);
    state = taken.state;
  }
  return {loss, state};
}

/** In the order in which a step computes them: the first that is wrong is nearest to the cause. */
function resultsOf(loss: ArrayLike<number>, {firstMoment, secondMoment, weights}: NetworkState): Results {
  const all: Record<string, ArrayLike<number>> = {loss};
  for (const name of parameterNames) all[`first moment of ${name}`] = firstMoment[name];
  for (const name of parameterNames) all[`second moment of ${name}`] = secondMoment[name];
  for (const name of parameterNames) all[name] = weights[name];
  return all;
}

function firstDifference(found: Results, right: Results): Difference | undefined {
  for (const [what, values] of Object.entries(right)) {
    let largest = 0;
    for (let place = 0; place < values.length; place++) largest = Math.max(largest, Math.abs(values[place]));
    for (let place = 0; place < values.length; place++) {
      const difference = Math.abs(found[what][place] - values[place]);
      if (!(difference <= tolerance * largest)) return {what, found: found[what][place], right: values[place]};
    }
  }
  return undefined;
}

/**
 * A network in the midst of its training, with moments that keep rounding from growing: without them, the sign of a
 * gradient near zero would move a weight by the whole learning rate. Only the first unit has none and counts next to
 * nothing, so that its weights' gradients are as small as Adam's epsilon and it shows where that is added. Other optimisers
 * remember less.
 */
function inventState(hidden: number, {activation, optimizer}: Way): NetworkState {
  const random = seededRandom(1, 2);
  const {weights} = initialState(hidden, 1, activation);
  const [firstMoment, secondMoment] = [zeroParameters(hidden), zeroParameters(hidden)];
  for (const name of parameterNames) {
    const {length} = weights[name];
    const ofFirstUnit = name.startsWith('hidden') ? length / hidden : 0;
    for (let place = ofFirstUnit; place < length; place++) {
      const [first, second] = [random.uniform(), random.uniform()];
      if (optimizer !== 'sgd') firstMoment[name][place] = 1e-3 * (2 * first - 1);
      if (optimizer === 'adam') secondMoment[name][place] = 1e-6 * (1 + second);
    }
  }
  for (let place = 0; place < weights.outputWeight.length; place += hidden) weights.outputWeight[place] *= 1e-6;
  return {hidden, weights, firstMoment, secondMoment, step: 3};
}

/** How many images are drawn; more are these again. */
const drawnImages = 512;

/** So many images of which a fifth of the pixels are lit, with labels that mean nothing. */
export function inventDataset(trainCount: number, testCount: number): Dataset {
  const random = seededRandom(1, 1);
  const split = (count: number): Dataset['train'] => {
    const images = sharedBytes(count * inputSize);
    const drawn = Math.min(count, drawnImages) * inputSize;
    for (let place = 0; place < drawn; place++) images[place] = random.below(5) === 0 ? random.below(256) : 0;
    for (let place = drawn; place < images.length; place += drawn) images.copyWithin(place, 0, drawn);
    const labels = sharedBytes(count);
    for (let index = 0; index < count; index++) labels[index] = random.below(10);
    return {count, images, labels};
  };
  return {name: 'check', path: '', train: split(trainCount), test: split(testCount)};
}
