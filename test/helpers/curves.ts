import {type Dataset, digit, sharedBytes} from '../../source/dataset/dataset.js';
import type {Engine} from '../../source/engines/engine.js';
import type {Activation} from '../../source/network/activations.js';
import {inputSize, outputSize} from '../../source/network/architecture.js';
import {type NetworkState, zeroParameters} from '../../source/network/network-state.js';
import {forward} from '../../source/network/reference.js';

/** Every brightness of one pixel, the rest paper. */
function brightnesses(): Dataset {
  const count = 256;
  const images = sharedBytes(count * inputSize);
  for (let index = 0; index < count; index++) images[index * inputSize] = index;
  const split = {count, images, labels: sharedBytes(count)};
  return {name: 'brightnesses', path: '', train: split, test: split};
}

/** A network whose scores are its ten units' values; their sums go up from `from` to `to` as the pixel lights up. */
function curve(activation: Activation, from: number, to: number): NetworkState {
  const weights = zeroParameters(outputSize);
  const width = (to - from) / outputSize;
  for (let unit = 0; unit < outputSize; unit++) {
    weights.hiddenBias[unit] = from + unit * width;
    weights.hiddenWeight[unit * inputSize] = width;
    weights.outputWeight[unit * outputSize + unit] = 1;
  }
  const none = zeroParameters(outputSize);
  return {hidden: outputSize, weights: {...weights, activation}, firstMoment: none, secondMoment: none, step: 0};
}

/** How far an engine's activation is from float64's over some thousands of sums, at most; not a number if it is none. */
export async function curveError(engine: Engine, activation: Activation): Promise<number> {
  const dataset = brightnesses();
  await engine.load(dataset);
  let largest = 0;
  for (const [from, to] of [
    [-1, 1],
    [-16, 16],
    [-128, 128],
    // Far from 0, where the sum's own rounding changes nothing.
    [-1e6, -1e3],
    [1e3, 1e6],
  ] as const) {
    const state = curve(activation, from, to);
    await engine.setState(state);
    const found = await engine.scores('test');
    for (let index = 0; index < dataset.test.count; index++) {
      forward(state.weights, digit(dataset.test, index)).scores.forEach((score, unit) => {
        const error = Math.abs(found[index * outputSize + unit] - score);
        if (!(error <= largest)) largest = error;
      });
    }
  }
  return largest;
}
