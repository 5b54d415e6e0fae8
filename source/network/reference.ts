/**
 * The whole program on one page: how this network answers, how wrong it is, which way each weight has to go, and the
 * step it takes there. Written to be read from top to bottom, not to be fast: every number is computed, one after the
 * other, in float64, and stored as the float32 that PyTorch would store. The engines do the same on all cores or on a
 * GPU; what they give is compared with what this file gives.
 */
import {beta1, beta2, epsilon} from './adam.js';
import {outputSize} from './architecture.js';
import {type NetworkState, type Parameters, parameterNames, zeroParameters} from './network-state.js';

/** What one digit makes of the network: a value for each pixel, each hidden unit and each answer. */
export type ForwardPass = {
  /** 784 inputs: 0 is paper, 1 is ink. */
  readonly inputs: Float64Array;
  /** What each hidden unit puts out, never below 0. */
  readonly activations: Float64Array;
  /** Ten scores; the answer is the digit with the largest. */
  readonly scores: Float64Array;
};

/** How the loss would change with each parameter: one number for each, in the parameters' layout. */
export type Gradient = Readonly<Record<keyof Parameters, Float64Array>>;

/**
 * Lets one digit through the network: pixels → hidden units → scores.
 * @param image 784 pixels of 0 to 255
 */
export function forward(weights: Parameters, image: Uint8Array): ForwardPass {
  const inputs = Float64Array.from(image).map(pixel => pixel / 255);
  const activations = linear(weights.hiddenWeight, weights.hiddenBias, inputs).map(relu);
  const scores = linear(weights.outputWeight, weights.outputBias, activations);
  return {inputs, activations, scores};
}

/** A layer's outputs. Each is its bias plus all inputs, every input times the weight between the two. */
function linear(weight: Float32Array, bias: Float32Array, inputs: Float64Array): Float64Array {
  return Float64Array.from(bias).map((start, output) => {
    let sum = start;
    for (let input = 0; input < inputs.length; input++) sum += weight[output * inputs.length + input] * inputs[input];
    return sum;
  });
}

/** Without it two layers would be no more than one: a sum of sums is a sum. */
const relu = (value: number): number => Math.max(0, value);

/** What a score should be: 1 for the digit's label and 0 for the other nine. */
const target = (digit: number, label: number): number => (digit === label ? 1 : 0);

/** Mean squared error of a batch: over all its digits and their ten scores. */
export function meanSquaredError(passes: readonly ForwardPass[], labels: ArrayLike<number>): number {
  let sum = 0;
  passes.forEach(({scores}, index) => {
    scores.forEach((score, digit) => {
      sum += (score - target(digit, labels[index])) ** 2;
    });
  });
  return sum / (passes.length * outputSize);
}

/** Goes back from a batch's loss to every parameter by the chain rule: scores → hidden units → pixels. */
export function backward(weights: Parameters, passes: readonly ForwardPass[], labels: ArrayLike<number>): Gradient {
  const {hiddenWeight, hiddenBias, outputWeight, outputBias} = weights;
  const gradient = {
    hiddenWeight: new Float64Array(hiddenWeight.length),
    hiddenBias: new Float64Array(hiddenBias.length),
    outputWeight: new Float64Array(outputWeight.length),
    outputBias: new Float64Array(outputBias.length),
  };
  passes.forEach(({inputs, activations, scores}, index) => {
    // The derivative of (score − target)² / (n · 10).
    const factor = 2 / (passes.length * outputSize);
    const scoreGradient = scores.map((score, digit) => factor * (score - target(digit, labels[index])));
    addShares(gradient.outputWeight, gradient.outputBias, activations, scoreGradient);
    // A hidden unit is to blame as far as its weights carry it to the scores; one that is off, not at all.
    const sumGradient = activations.map((activation, unit) => {
      if (activation === 0) return 0;
      return scoreGradient.reduce(
        (sum, value, digit) => sum + value * outputWeight[digit * activations.length + unit],
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
 * Moves every weight against its gradient, by Adam (Kingma and Ba 2015, algorithm 1; torch.optim.Adam): the mean of the
 * last gradients says where to, the mean of their squares how unsure that is. A weight moves by about the learning rate
 * where they agree, and by less where they do not.
 */
export function adam(state: NetworkState, gradient: Gradient, learningRate: number): NetworkState {
  const {hidden} = state;
  const step = state.step + 1;
  const [weights, firstMoment, secondMoment] = [zeroParameters(hidden), zeroParameters(hidden), zeroParameters(hidden)];
  // Both means start at 0, so that at first they hold only this share of what they should.
  const [firstShare, secondShare] = [1 - beta1 ** step, 1 - beta2 ** step];
  for (const name of parameterNames) {
    const [oldW, oldM, oldV] = [state.weights[name], state.firstMoment[name], state.secondMoment[name]];
    const [w, m, v] = [weights[name], firstMoment[name], secondMoment[name]];
    gradient[name].forEach((g, place) => {
      m[place] = beta1 * oldM[place] + (1 - beta1) * g;
      v[place] = beta2 * oldV[place] + (1 - beta2) * g * g;
      const mean = m[place] / firstShare;
      const meanSquare = v[place] / secondShare;
      w[place] = oldW[place] - (learningRate * mean) / (Math.sqrt(meanSquare) + epsilon);
    });
  }
  return {hidden, weights, firstMoment, secondMoment, step};
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
): {loss: number; state: NetworkState} {
  const passes = images.map(image => forward(state.weights, image));
  const gradient = backward(state.weights, passes, labels);
  return {loss: meanSquaredError(passes, labels), state: adam(state, gradient, learningRate)};
}
