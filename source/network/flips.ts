import {activations} from './activations.js';
import {inputSize, outputSize} from './architecture.js';
import type {Weights} from './network-state.js';
import {scoresOf, sumsOf} from './sums.js';

/** Pixels that change an answer, each to full ink or to paper. */
export type Flips = {
  readonly pixels: readonly number[];
  /** The answer once they are changed. */
  readonly answer: number;
};

/** How many pixels are changed at most. */
export const mostFlips = 12;

/**
 * Each pixel lowers the lead by less than the one before, or by little more: a search that could not come to its end even
 * with so many times the last one's gain is given up.
 */
const hope = 1.2;

/** How many digits behind the answer are tried, and of each step how many pixels, the most promising ones. */
const [rivals, candidates] = [3, 8];

/**
 * The fewest pixels, as far as a greedy search finds them, that change the answer: of the pixels whose change lowers the
 * answer's lead most by its gradient, the one is taken that lowers it most in truth, and so on; then those that are not
 * needed are left out.
 * @param image 784 pixels of 0 to 255
 * @returns undefined where more than `mostFlips` pixels are needed
 */
export function flips(weights: Weights, image: Uint8Array): Flips | undefined {
  const inputs = Float64Array.from(image, ink => ink / 255);
  const sums = sumsOf(weights, inputs);
  const scores = scoresOf(weights, sums);
  const answer = largest(scores);
  const others = [...scores.keys()].filter(digit => digit !== answer);
  const nearest = others.toSorted((one, other) => scores[other] - scores[one]).slice(0, rivals);
  let fewest: Flips | undefined;
  for (const rival of nearest) {
    const most = fewest === undefined ? mostFlips : fewest.pixels.length - 1;
    fewest = flipTowards({weights, inputs, sums, answer, rival}, most) ?? fewest;
  }
  return fewest;
}

/** An image with some pixels the other way round: ink where there was more paper, and paper where there was more ink. */
export const flipped = (image: Uint8Array, pixels: readonly number[]): Uint8Array =>
  image.map((ink, pixel) => (pixels.includes(pixel) ? 255 * toggled(ink / 255) : ink));

/** What an input becomes. */
const toggled = (input: number): 0 | 1 => (input < 0.5 ? 1 : 0);

/** A search for the pixels that make an answer another one. */
type Search = {
  readonly weights: Weights;
  readonly inputs: Float64Array;
  /** Of the hidden units, with no pixel changed. */
  readonly sums: Float64Array;
  readonly answer: number;
  readonly rival: number;
};

/** The pixels that a search finds; undefined where more than `most` are needed. */
function flipTowards(search: Search, most: number): Flips | undefined {
  const {weights, inputs, sums: before, answer, rival} = search;
  const lead = leadOf(weights, answer, rival);
  const sums = before.slice();
  const pixels: number[] = [];
  let left = lead.of(sums);
  while (pixels.length < most) {
    const best = bestPixel(weights, inputs, sums, lead, pixels);
    if (best === undefined) return undefined;
    pixels.push(best);
    addPixel(weights, sums, best, toggled(inputs[best]) - inputs[best]);
    const gain = left - lead.of(sums);
    left -= gain;
    if (left < 0) {
      const needed = withoutSpare(search, sums, pixels);
      return {pixels: needed, answer: largest(scoresOf(weights, sums))};
    }
    if (left > hope * gain * (most - pixels.length)) return undefined;
  }
  return undefined;
}

/** By how much an answer leads another one. */
type Lead = {
  /** The share of each hidden unit. */
  readonly slopes: Float64Array;
  /** Of hidden units with these sums. */
  readonly of: (sums: Float64Array) => number;
};

function leadOf({outputWeight, outputBias, hiddenBias, activation}: Weights, answer: number, rival: number): Lead {
  const hidden = hiddenBias.length;
  const slopes = new Float64Array(hidden);
  for (let unit = 0; unit < hidden; unit++) {
    slopes[unit] = outputWeight[answer * hidden + unit] - outputWeight[rival * hidden + unit];
  }
  const apply = activations[activation].of;
  const bias = outputBias[answer] - outputBias[rival];
  return {
    slopes,
    of(sums) {
      let sum = bias;
      for (let unit = 0; unit < hidden; unit++) sum += slopes[unit] * apply(sums[unit]);
      return sum;
    },
  };
}

/** Changes the sums by what a change of one pixel adds to each. */
function addPixel({hiddenWeight}: Weights, sums: Float64Array, pixel: number, change: number): void {
  for (let unit = 0; unit < sums.length; unit++) sums[unit] += hiddenWeight[unit * inputSize + pixel] * change;
}

/** The pixel whose change lowers the lead most, of those that the gradient finds the most promising. */
function bestPixel(
  weights: Weights,
  inputs: Float64Array,
  sums: Float64Array,
  lead: Lead,
  taken: readonly number[],
): number | undefined {
  const changes = gradientOf(weights, sums, lead.slopes);
  for (let pixel = 0; pixel < inputSize; pixel++) changes[pixel] *= toggled(inputs[pixel]) - inputs[pixel];
  for (const pixel of taken) changes[pixel] = Number.POSITIVE_INFINITY;
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const pixel of lowest(changes, candidates)) {
    const tried = Float64Array.from(sums);
    addPixel(weights, tried, pixel, toggled(inputs[pixel]) - inputs[pixel]);
    const left = lead.of(tried);
    if (left < least) [best, least] = [pixel, left];
  }
  return best;
}

/** How the lead changes with each pixel. */
function gradientOf({hiddenWeight, activation}: Weights, sums: Float64Array, slopes: Float64Array): Float64Array {
  const gradient = new Float64Array(inputSize);
  const {of: apply, slope: slopeOf} = activations[activation];
  for (let unit = 0; unit < sums.length; unit++) {
    const slope = slopes[unit] * slopeOf(apply(sums[unit]));
    if (slope === 0) continue;
    const row = unit * inputSize;
    for (let pixel = 0; pixel < inputSize; pixel++) gradient[pixel] += slope * hiddenWeight[row + pixel];
  }
  return gradient;
}

/** The indices of the lowest values, as many as asked for, of those below 0. */
function lowest(values: Float64Array, count: number): number[] {
  const found: number[] = [];
  let limit = 0;
  values.forEach((value, index) => {
    if (!(value < limit)) return;
    const place = found.findIndex(other => value < values[other]);
    found.splice(place < 0 ? found.length : place, 0, index);
    if (found.length > count) found.pop();
    if (found.length === count) limit = values[found[count - 1]];
  });
  return found;
}

/** The pixels without those that the answer changes without, too; the sums are then without them. */
function withoutSpare(
  {weights, inputs, answer}: Pick<Search, 'weights' | 'inputs' | 'answer'>,
  sums: Float64Array,
  pixels: readonly number[],
): readonly number[] {
  const spare = pixels.find(pixel => {
    const change = toggled(inputs[pixel]) - inputs[pixel];
    addPixel(weights, sums, pixel, -change);
    if (largest(scoresOf(weights, sums)) !== answer) return true;
    addPixel(weights, sums, pixel, change);
    return false;
  });
  if (spare === undefined) return pixels;
  const needed = pixels.filter(pixel => pixel !== spare);
  return withoutSpare({weights, inputs, answer}, sums, needed);
}

/** The place of the largest score. */
function largest(scores: Float64Array): number {
  let best = 0;
  for (let digit = 1; digit < outputSize; digit++) if (scores[digit] > scores[best]) best = digit;
  return best;
}
