import {inputSize, outputSize} from './architecture.js';
import type {Parameters} from './network-state.js';

/** How many digits are answered between two rests. */
const portion = 50;

/**
 * The scores of many digits, a portion at a time, for a thread that has other things to do in between. Pixels without
 * ink, most of them, are skipped.
 * @param images count × 784 pixels of 0 to 255
 * @returns count × 10 scores
 */
export function* surveyScores(weights: Parameters, images: Uint8Array): Generator<void, Float32Array, void> {
  const count = images.length / inputSize;
  const scores = new Float32Array(count * outputSize);
  const columns = byPixel(weights.hiddenWeight);
  const sums = new Float64Array(weights.hiddenBias.length);
  for (let index = 0; index < count; index++) {
    const image = images.subarray(index * inputSize, (index + 1) * inputSize);
    scores.set(scoresOf(weights, columns, image, sums), index * outputSize);
    if (index % portion === portion - 1) yield;
  }
  return scores;
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

/** @param sums room for one number a hidden unit */
function scoresOf(
  {hiddenBias, outputWeight, outputBias}: Parameters,
  columns: Float32Array,
  image: Uint8Array,
  sums: Float64Array,
): Float64Array {
  const hidden = sums.length;
  sums.set(hiddenBias);
  for (let pixel = 0; pixel < inputSize; pixel++) {
    if (image[pixel] === 0) continue;
    const ink = image[pixel] / 255;
    for (let unit = 0; unit < hidden; unit++) sums[unit] += ink * columns[pixel * hidden + unit];
  }
  return Float64Array.from(outputBias).map((bias, digit) => {
    let score = bias;
    for (let unit = 0; unit < hidden; unit++)
      if (sums[unit] > 0) score += sums[unit] * outputWeight[digit * hidden + unit];
    return score;
  });
}
