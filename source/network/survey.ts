import {inputSize, outputSize} from './architecture.js';
import type {Parameters} from './network-state.js';

/** How many digits are answered between two rests. */
const portion = 50;

/** What many digits make of the network: the first `done` of them so far. */
export type Surveyed = {
  readonly done: number;
  /** count × 10 scores */
  readonly scores: Float32Array;
  /** count × hidden values, never below 0; empty where only scores were wanted */
  readonly hidden: Float32Array;
};

/**
 * Lets many digits through the network, a portion at a time, for a thread that has other things to do in between. Pixels
 * without ink, most of them, are skipped. Rests with what there is so far, and returns the whole.
 * @param images count × 784 pixels of 0 to 255
 * @param keeps whether the hidden values are wanted, or the scores alone
 */
export function* survey(
  weights: Parameters,
  images: Uint8Array,
  keeps: 'scores' | 'hidden' = 'scores',
): Generator<Surveyed, Surveyed, void> {
  const count = images.length / inputSize;
  const width = weights.hiddenBias.length;
  const scores = new Float32Array(count * outputSize);
  const hidden = new Float32Array(keeps === 'hidden' ? count * width : 0);
  const blocks = inBlocks(weights);
  const lit = {count: 0, places: new Int32Array(inputSize), inks: new Float64Array(inputSize)};
  const room = new Float64Array(blocks.biases.length);
  const values = room.subarray(0, width);
  for (let index = 0; index < count; index++) {
    findLit(images, index * inputSize, lit);
    for (let first = 0; first < room.length; first += blockUnits) addBlock(blocks, lit, first, room);
    if (keeps === 'hidden') hidden.set(values, index * width);
    scores.set(scoresOf(weights, values), index * outputSize);
    if (index % portion === portion - 1) yield {done: index + 1, scores, hidden};
  }
  return {done: count, scores, hidden};
}

/** A survey without rests, for few digits. */
export function surveyAtOnce(weights: Parameters, images: Uint8Array, keeps?: 'scores' | 'hidden'): Surveyed {
  const steps = survey(weights, images, keeps);
  for (;;) {
    const {done, value} = steps.next();
    if (done === true) return value;
  }
}

/**
 * The scores of a survey once some hidden units are switched off: what they added is taken away.
 * @param weights those that the survey is of; it has kept the hidden values
 */
export function scoresWithout({scores, hidden}: Surveyed, weights: Parameters, off: readonly number[]): Float32Array {
  const width = weights.hiddenBias.length;
  const left = scores.slice();
  for (let index = 0; index < left.length / outputSize; index++) {
    for (const unit of off) {
      const value = hidden[index * width + unit];
      if (value === 0) continue;
      for (let digit = 0; digit < outputSize; digit++)
        left[index * outputSize + digit] -= value * weights.outputWeight[digit * width + unit];
    }
  }
  return left;
}

/** For each of so many hidden units, for what share of a survey's digits it is above 0. */
export function sharesAbove({hidden, done}: Surveyed, units: number): Float64Array {
  const counts = new Float64Array(units);
  for (let place = 0; place < done * units; place++) if (hidden[place] > 0) counts[place % units]++;
  return counts.map(count => count / done);
}

/** Hidden units whose sums are added up together: as many as the processor has room for without going to memory. */
const blockUnits = 8;

/** The hidden layer in blocks of units, the last one filled up with zeros. */
type Blocks = {
  /** [block][pixel][unit] */
  readonly weights: Float32Array;
  readonly biases: Float64Array;
};

function inBlocks({hiddenWeight, hiddenBias}: Parameters): Blocks {
  const hidden = hiddenBias.length;
  const biases = new Float64Array(Math.ceil(hidden / blockUnits) * blockUnits);
  biases.set(hiddenBias);
  const weights = new Float32Array(biases.length * inputSize);
  for (let unit = 0; unit < hidden; unit++) {
    const block = (unit - (unit % blockUnits)) * inputSize + (unit % blockUnits);
    for (let pixel = 0; pixel < inputSize; pixel++)
      weights[block + pixel * blockUnits] = hiddenWeight[unit * inputSize + pixel];
  }
  return {weights, biases};
}

/** The first `count` are an image's pixels with ink: where their weights begin in a block, and the ink, 0 to 1. */
type Lit = {count: number; readonly places: Int32Array; readonly inks: Float64Array};

/** @param from where the image begins */
function findLit(images: Uint8Array, from: number, lit: Lit): void {
  lit.count = 0;
  for (let pixel = 0; pixel < inputSize; pixel++) {
    const ink = images[from + pixel];
    if (ink === 0) continue;
    lit.places[lit.count] = pixel * blockUnits;
    lit.inks[lit.count] = ink / 255;
    lit.count++;
  }
}

/** The hidden values of the block of units that begins with `first`. */
function addBlock({weights, biases}: Blocks, {count, places, inks}: Lit, first: number, values: Float64Array): void {
  const start = first * inputSize;
  let [a, b, c, d] = [biases[first], biases[first + 1], biases[first + 2], biases[first + 3]];
  let [e, f, g, h] = [biases[first + 4], biases[first + 5], biases[first + 6], biases[first + 7]];
  for (let at = 0; at < count; at++) {
    const ink = inks[at];
    const place = start + places[at];
    a += ink * weights[place];
    b += ink * weights[place + 1];
    c += ink * weights[place + 2];
    d += ink * weights[place + 3];
    e += ink * weights[place + 4];
    f += ink * weights[place + 5];
    g += ink * weights[place + 6];
    h += ink * weights[place + 7];
  }
  const sums = [a, b, c, d, e, f, g, h];
  for (let unit = 0; unit < blockUnits; unit++) values[first + unit] = Math.max(0, sums[unit]);
}

function scoresOf({outputWeight, outputBias}: Parameters, values: Float64Array): Float64Array {
  const hidden = values.length;
  const scores = Float64Array.from(outputBias);
  for (let unit = 0; unit < hidden; unit++) {
    if (values[unit] === 0) continue;
    for (let digit = 0; digit < outputSize; digit++)
      scores[digit] += values[unit] * outputWeight[digit * hidden + unit];
  }
  return scores;
}
