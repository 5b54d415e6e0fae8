/**
 * The whole program on one page: how this network answers, how wrong it is, which way each weight has to go, and the
 * step it takes there. (The formulas to choose from lie in activations.ts, losses.ts and optimizers.ts.) Written to be read from top to bottom, not to be fast: every number is computed, one after the
 * other, in float64, and stored as the float32 that PyTorch would store. The engines do the same on all cores or on a
 * GPU; what they give is compared with what this file gives.
 */
import {activations} from './activations.js';
import {type LossName, losses} from './losses.js';
import type {NetworkState, Weights} from './network-state.js';
import {type Gradient, moved, type OptimizerName} from './optimizers.js';

/** What one digit makes of the network: a value for each pixel, each hidden unit and each answer. */
export type ForwardPass = {
  /** 784 inputs: 0 is paper, 1 is ink. */
  readonly inputs: Float64Array;
  /** What each hidden unit puts out; with ReLU never below 0. */
  readonly activations: Float64Array;
  /** Ten scores; the answer is the digit with the largest. */
  readonly scores: Float64Array;
};

/** How a network learns: by which loss, and by which optimiser. */
export type Method = {readonly loss: LossName; readonly optimizer: OptimizerName};

/** What the tutorial does. */
export const tutorialMethod: Method = {loss: 'mse', optimizer: 'adam'};

/**
 * Lets one digit through the network: pixels → hidden units → scores.
 * @param image 784 pixels of 0 to 255
 */
export function forward(weights: Weights, image: Uint8Array): ForwardPass {
  const inputs = Float64Array.from(image).map(pixel => pixel / 255);
  const values = linear(weights.hiddenWeight, weights.hiddenBias, inputs).map(activations[weights.activation].of);
  const scores = linear(weights.outputWeight, weights.outputBias, values);
  return {inputs, activations: values, scores};
}

/** A layer's outputs. Each is its bias plus all inputs, every input times the weight between the two. */
function linear(weight: Float32Array, bias: Float32Array, inputs: Float64Array): Float64Array {
  return Float64Array.from(bias).map((start, output) => {
    let sum = start;
    for (let input = 0; input < inputs.length; input++) sum += weight[output * inputs.length + input] * inputs[input];
    return sum;
  });
}

/** How wrong a batch's answers are: the mean of its digits' losses. */
export function meanLoss(passes: readonly ForwardPass[], labels: ArrayLike<number>, loss: LossName): number {
  const sums = passes.map(({scores}, index) => losses[loss].sum(scores, 0, labels[index]));
  return sums.reduce((total, sum) => total + sum, 0) / (passes.length * losses[loss].terms);
}

/** Goes back from a batch's loss to every parameter by the chain rule: scores → hidden units → pixels. */
export function backward(
  weights: Weights,
  passes: readonly ForwardPass[],
  labels: ArrayLike<number>,
  loss: LossName,
): Gradient {
  const {hiddenWeight, hiddenBias, outputWeight, outputBias, activation} = weights;
  const gradient = {
    hiddenWeight: new Float64Array(hiddenWeight.length),
    hiddenBias: new Float64Array(hiddenBias.length),
    outputWeight: new Float64Array(outputWeight.length),
    outputBias: new Float64Array(outputBias.length),
  };
  passes.forEach(({inputs, activations: values, scores}, index) => {
    // The batch's loss is a mean over its digits.
    const {gradient: gradientOf, terms} = losses[loss];
    const scoreGradient = Float64Array.from(
      gradientOf(scores, labels[index]),
      slope => slope / (passes.length * terms),
    );
    addShares(gradient.outputWeight, gradient.outputBias, values, scoreGradient);
    // A hidden unit is to blame as far as its weights carry it to the scores, and its sum as far as the unit follows it.
    const sumGradient = values.map((value, unit) => {
      const slope = activations[activation].slope(value);
      return scoreGradient.reduce(
        (sum, each, digit) => sum + each * slope * outputWeight[digit * values.length + unit],
        0,
      );
    });
    addShares(gradient.hiddenWeight, gradient.hiddenBias, inputs, sumGradient);
  });
  return gradient;
}

/** Adds one digit's share to the gradient of a layer: a weight counts as much as the input that comes through it. */
function addShares(weight: Float64Array, bias: Float64Array, inputs: Float64Array, outputGradient: Float64Array): void {
  for (let output = 0; output < outputGradient.length; output++) {
    const row = output * inputs.length;
    for (let input = 0; input < inputs.length; input++) weight[row + input] += outputGradient[output] * inputs[input];
    bias[output] += outputGradient[output];
  }
}

/**
 * One training step: answer a batch, measure the error, and change every weight a little so that it shrinks.
 * @param images 784 pixels of 0 to 255 for each digit
 * @param labels 0 to 9 for each digit
 * @returns the loss before the step and the network after it; the given state stays as it is
 */
export function trainStep(
  state: NetworkState,
  images: readonly Uint8Array[],
  labels: ArrayLike<number>,
  learningRate: number,
  {loss, optimizer}: Method = tutorialMethod,
): {loss: number; state: NetworkState} {
  const passes = images.map(image => forward(state.weights, image));
  const gradient = backward(state.weights, passes, labels, loss);
  return {loss: meanLoss(passes, labels, loss), state: moved(optimizer, state, gradient, learningRate)};
}
