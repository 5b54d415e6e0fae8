import {activations as functions} from './activations.js';
import {inputSize} from './architecture.js';
import {leadSlopes, ranked, slopesOf} from './explain.js';
import type {Weights} from './network-state.js';
import {scoresOf, sumsOf} from './sums.js';

/** What ink on some black pixels does: how many were inked, and what the network answers then. */
export type Inked = {readonly count: number; readonly answer: number};

/**
 * Inks black pixels one after the other, each time the one that takes the most from the answer's lead over the runner-up,
 * as the slopes have it, until the network answers something else.
 * @param image 784 pixels of 0 to 255
 * @param most how many at most
 */
export function inkedUntilOther(weights: Weights, image: Uint8Array, most: number): Inked {
  const {hiddenWeight, activation} = weights;
  const black = [...image.keys()].filter(pixel => image[pixel] === 0);
  const sums = sumsOf(
    weights,
    Float64Array.from(image, ink => ink / 255),
  );
  let first: number | undefined;
  for (let count = 0; ; count++) {
    const activations = sums.map(functions[activation].of);
    const [answer, next] = ranked(scoresOf(weights, sums));
    first ??= answer;
    if (answer !== first || count === most || black.length === 0) return {count, answer};
    const slopes = slopesOf(weights, leadSlopes(weights, activations, answer, next));
    const [lowest] = black.splice(indexOfLeast(black, slopes), 1);
    for (let unit = 0; unit < sums.length; unit++) sums[unit] += hiddenWeight[unit * inputSize + lowest];
  }
}

/** Where in a list of pixels the one with the least value stands. */
const indexOfLeast = (pixels: readonly number[], values: Float64Array): number =>
  pixels.reduce((least, pixel, place) => (values[pixel] < values[pixels[least]] ? place : least), 0);
