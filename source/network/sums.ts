import {activations} from './activations.js';
import {inputSize, outputSize} from './architecture.js';
import type {Weights} from './network-state.js';

/** What each hidden unit adds up, before its activation. @param inputs 784 of 0 to 1 */
export function sumsOf({hiddenWeight, hiddenBias}: Weights, inputs: Float64Array): Float64Array {
  const sums = Float64Array.from(hiddenBias);
  for (let unit = 0; unit < sums.length; unit++) {
    const row = unit * inputSize;
    let sum = sums[unit];
    for (let pixel = 0; pixel < inputSize; pixel++) sum += hiddenWeight[row + pixel] * inputs[pixel];
    sums[unit] = sum;
  }
  return sums;
}

/** The ten scores that such sums come to. */
export function scoresOf({outputWeight, outputBias, activation}: Weights, sums: Float64Array): Float64Array {
  const scores = Float64Array.from(outputBias);
  const values = sums.map(activations[activation].of);
  for (let digit = 0; digit < outputSize; digit++) {
    const row = digit * sums.length;
    for (let unit = 0; unit < sums.length; unit++) scores[digit] += outputWeight[row + unit] * values[unit];
  }
  return scores;
}
