import {type Activation, activations} from './activations.js';
import {inputSize, outputSize} from './architecture.js';
import type {Weights} from './network-state.js';
import {type Plane, principalPlane} from './principal.js';

/** How many digits are answered between two rests. */
const portion = 50;

/** What many digits make of the network: the first `done` of them so far. */
export type Surveyed = {
  readonly done: number;
  /** count × 10 scores */
  readonly scores: Float32Array;
  /** count × hidden values, with ReLU never below 0; empty where only scores were wanted */
  readonly hidden: Float32Array;
  /** The plane that the hidden values spread most in, at the end, where it was wanted. */
  readonly plane?: Plane;
};

/** What is kept of many digits: the scores alone, the hidden values too, or with their plane. */
export type Kept = 'scores' | 'hidden' | 'plane';

/**
 * Lets many digits through the network, a portion at a time, for a thread that has other things to do in between. Pixels
 * without ink, most of them, are skipped. Rests with what there is so far, and returns the whole.
 * @param images count × 784 pixels of 0 to 255
 */
export function* survey(
  weights: Weights,
  images: Uint8Array,
  keeps: Kept = 'scores',
): Generator<Surveyed, Surveyed, void> {
  const count = images.length / inputSize;
  const width = weights.hiddenBias.length;
  const scores = new Float32Array(count * outputSize);
  const hidden = new Float32Array(keeps === 'scores' ? 0 : count * width);
  const columns = byPixel(weights.hiddenWeight);
  const values = new Float64Array(width);
  const inked = new Uint16Array(inputSize);
  for (let index = 0; index < count; index++) {
    hiddenValues(weights, columns, images.subarray(index * inputSize, (index + 1) * inputSize), inked, values);
    if (keeps !== 'scores') hidden.set(values, index * width);
    scores.set(scoresOf(weights, values), index * outputSize);
    if (index % portion === portion - 1) yield {done: index + 1, scores, hidden};
  }
  const found = {done: count, scores, hidden};
  if (keeps !== 'plane') return found;
  const steps = principalPlane(hidden, width);
  for (;;) {
    const {done, value} = steps.next();
    if (done === true) return {...found, plane: value};
    yield found;
  }
}

/** A survey without rests, for few digits. */
export function surveyAtOnce(weights: Weights, images: Uint8Array, keeps?: Kept): Surveyed {
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
export function scoresWithout({scores, hidden}: Surveyed, weights: Weights, off: readonly number[]): Float32Array {
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

/** For each of so many hidden units, for what share of a survey's digits it is above a level. */
export function sharesAbove({hidden, done}: Surveyed, units: number, level = 0): Float64Array {
  const counts = new Float64Array(units);
  for (let place = 0; place < done * units; place++) if (hidden[place] > level) counts[place % units]++;
  return counts.map(count => count / done);
}

/** The hidden weights turned, so that those of one pixel lie side by side: 784 × hidden. */
function byPixel(hiddenWeight: Float32Array): Float32Array {
  const hidden = hiddenWeight.length / inputSize;
  const columns = new Float32Array(hiddenWeight.length);
  for (let unit = 0; unit < hidden; unit++) {
    for (let pixel = 0; pixel < inputSize; pixel++)
      columns[pixel * hidden + unit] = hiddenWeight[unit * inputSize + pixel];
  }
  return columns;
}

/**
 * Four inked pixels at a time, since reading and writing the values takes longer than the sums.
 * @param inked room for the pixels that have ink
 * @param values room for one number a hidden unit
 */
function hiddenValues(
  {hiddenBias, activation}: {readonly hiddenBias: Float32Array; readonly activation: Activation},
  columns: Float32Array,
  image: Uint8Array,
  inked: Uint16Array,
  values: Float64Array,
): void {
  const hidden = values.length;
  values.set(hiddenBias);
  let count = 0;
  for (let pixel = 0; pixel < inputSize; pixel++) if (image[pixel] > 0) inked[count++] = pixel;
  let place = 0;
  for (; place + 3 < count; place += 4) {
    const [a, b, c, d] = [inked[place], inked[place + 1], inked[place + 2], inked[place + 3]];
    const [inkA, inkB, inkC, inkD] = [image[a] / 255, image[b] / 255, image[c] / 255, image[d] / 255];
    const [atA, atB, atC, atD] = [a * hidden, b * hidden, c * hidden, d * hidden];
    for (let unit = 0; unit < hidden; unit++) {
      values[unit] +=
        inkA * columns[atA + unit] +
        inkB * columns[atB + unit] +
        inkC * columns[atC + unit] +
        inkD * columns[atD + unit];
    }
  }
  for (; place < count; place++) {
    const [ink, at] = [image[inked[place]] / 255, inked[place] * hidden];
    for (let unit = 0; unit < hidden; unit++) values[unit] += ink * columns[at + unit];
  }
  if (activation === 'relu') {
    for (let unit = 0; unit < hidden; unit++) if (values[unit] < 0) values[unit] = 0;
    return;
  }
  const {of} = activations[activation];
  for (let unit = 0; unit < hidden; unit++) values[unit] = of(values[unit]);
}

function scoresOf({outputWeight, outputBias}: Weights, values: Float64Array): Float64Array {
  const hidden = values.length;
  const scores = Float64Array.from(outputBias);
  for (let unit = 0; unit < hidden; unit++) {
    if (values[unit] === 0) continue;
    for (let digit = 0; digit < outputSize; digit++)
      scores[digit] += values[unit] * outputWeight[digit * hidden + unit];
  }
  return scores;
}
