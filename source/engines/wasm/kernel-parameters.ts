import {inputSize, outputSize} from '../../network/architecture.js';
import {lossNames} from '../../network/losses.js';
import {type NetworkState, type Parameters, zeroParameters} from '../../network/network-state.js';
import {optimizerNames, stepRates} from '../../network/optimizers.js';
import type {StepOptions} from '../engine.js';
import type {Kernels} from './kernels.js';
import {type Moment, panelCount, panelFloats, panelUnits, scoreStride} from './memory-layout.js';
import type {MemoryViews} from './memory-views.js';

/** Writes parameters, in the shapes that the rest of the program has them in, to where the kernels have them. */
export function writeParameters(kernels: Kernels, views: MemoryViews, from: Parameters, moment: Moment): void {
  const hidden = from.hiddenBias.length;
  const {panels, outputWeight} = weightMatrices(kernels, views, hidden, moment);
  panels.forEach((panel, index) => {
    const units = from.hiddenWeight.subarray(index * panelFloats, (index + 1) * panelFloats);
    transpose(units, inputSize, panel, panelUnits);
  });
  transpose(from.outputWeight, hidden, outputWeight, scoreStride);
  views.floats(kernels[`hiddenBias${moment}`].value, hidden).set(from.hiddenBias);
  views.floats(kernels[`outputBias${moment}`].value, outputSize).set(from.outputBias);
}

/** Copies the kernels' parameters: the inverse of writeParameters. */
export function readParameters(kernels: Kernels, views: MemoryViews, hidden: number, moment: Moment): Parameters {
  const to = zeroParameters(hidden);
  const {panels, outputWeight} = weightMatrices(kernels, views, hidden, moment);
  panels.forEach((panel, index) => {
    const units = to.hiddenWeight.subarray(index * panelFloats, (index + 1) * panelFloats);
    transpose(panel, panelUnits, units, inputSize);
  });
  transpose(outputWeight.subarray(0, hidden * scoreStride), scoreStride, to.outputWeight, hidden);
  to.hiddenBias.set(views.floats(kernels[`hiddenBias${moment}`].value, hidden));
  to.outputBias.set(views.floats(kernels[`outputBias${moment}`].value, outputSize));
  return to;
}

/**
 * Writes which loss and optimiser some steps have, and of each step what a gradient is multiplied by.
 * @param taken steps before them
 */
export function writeMethod(
  kernels: Kernels,
  views: MemoryViews,
  {learningRate, loss, optimizer}: StepOptions,
  taken: number,
  steps: number,
): void {
  kernels.loss.value = lossNames.indexOf(loss);
  kernels.optimizer.value = optimizerNames.indexOf(optimizer);
  const rates = views.floats(kernels.rates.value, 2 * steps);
  for (let index = 0; index < steps; index++) {
    const {rate, epsilon} = stepRates(optimizer, learningRate, taken + index + 1);
    rates[2 * index] = rate;
    rates[2 * index + 1] = epsilon;
  }
}

/** The two weight matrices as the kernels hold them: panels of 784 rows of 32, and hidden units × 12. */
function weightMatrices(
  kernels: Kernels,
  views: MemoryViews,
  hidden: number,
  moment: Moment,
): {panels: Float32Array[]; outputWeight: Float32Array} {
  const start = kernels[`hiddenWeight${moment}`].value;
  return {
    panels: Array.from({length: panelCount(hidden)}, (_, panel) =>
      views.floats(start + panel * panelFloats * 4, panelFloats),
    ),
    outputWeight: views.floats(kernels[`outputWeight${moment}`].value, hidden * scoreStride),
  };
}

/**
 * Writes a matrix with rows and columns exchanged, as much of it as both have room for.
 * @param fromStride length of a row in `from`
 * @param toStride length of a row in `to`, which is a column of `from`
 */
function transpose(from: Float32Array, fromStride: number, to: Float32Array, toStride: number): void {
  const rows = Math.min(from.length / fromStride, toStride);
  const columns = Math.min(fromStride, to.length / toStride);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) to[column * toStride + row] = from[row * fromStride + column];
  }
}

/** Which pixels have moments that are not zero: only those can change without being lit. */
export function pixelsWithMoments({hidden, firstMoment, secondMoment}: NetworkState): Uint8Array {
  const pixels = new Uint8Array(inputSize);
  for (const {hiddenWeight} of [firstMoment, secondMoment]) {
    for (let place = 0; place < hidden * inputSize; place++) {
      if (hiddenWeight[place] !== 0) pixels[place % inputSize] = 1;
    }
  }
  return pixels;
}
