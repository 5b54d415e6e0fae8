import {inputSize} from './architecture.js';
import {carriedBy, ranked, slopesOf} from './explain.js';
import type {Parameters} from './network-state.js';

/** What ink on some black pixels does: how many were inked, and what the network answers then. */
export type Inked = {readonly count: number; readonly answer: number};

/**
 * Inks black pixels one after the other, each time the one that takes the most from the answer's lead over the runner-up,
 * as the slopes have it, until the network answers something else.
 * @param image 784 pixels of 0 to 255
 * @param most how many at most
 */
export function inkedUntilOther(weights: Parameters, image: Uint8Array, most: number): Inked {
  const {hiddenWeight, hiddenBias} = weights;
  const black = [...image.keys()].filter(pixel => image[pixel] === 0);
  const sums = Float64Array.from(hiddenBias, (bias, unit) => {
    let sum = bias;
    for (let pixel = 0; pixel < inputSize; pixel++)
      sum += (image[pixel] / 255) * hiddenWeight[unit * inputSize + pixel];
    return sum;
  });
  let first: number | undefined;
  for (let count = 0; ; count++) {
    const activations = sums.map(sum => Math.max(0, sum));
    const [answer, next] = ranked(scoresOf(weights, activations));
    first ??= answer;
    if (answer !== first || count === most || black.length === 0) return {count, answer};
    const slopes = slopesOf(weights, carriedBy(weights, activations, answer, next));
    const [lowest] = black.splice(indexOfLeast(black, slopes), 1);
    for (let unit = 0; unit < sums.length; unit++) sums[unit] += hiddenWeight[unit * inputSize + lowest];
  }
}

/** Where in a list of pixels the one with the least value stands. */
const indexOfLeast = (pixels: readonly number[], values: Float64Array): number =>
  pixels.reduce((least, pixel, place) => (values[pixel] < values[pixels[least]] ? place : least), 0);

function scoresOf({outputWeight, outputBias}: Parameters, activations: Float64Array): Float64Array {
  return Float64Array.from(outputBias, (bias, digit) =>
    activations.reduce((sum, value, unit) => sum + value * outputWeight[digit * activations.length + unit], bias),
  );
}
