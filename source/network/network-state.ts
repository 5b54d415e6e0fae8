import type {Activation} from './activations.js';
import {inputSize, outputSize} from './architecture.js';

/** One number for each parameter of the network, in PyTorch's layout: weights are (out, in), row by row. */
export type Parameters = {
  /** hidden × 784 */
  readonly hiddenWeight: Float32Array;
  /** hidden */
  readonly hiddenBias: Float32Array;
  /** 10 × hidden */
  readonly outputWeight: Float32Array;
  /** 10 */
  readonly outputBias: Float32Array;
};

/** A network that can answer: its parameters, and what its hidden units make of their sums. */
export type Weights = Parameters & {readonly activation: Activation};

/** The names of the four parameter arrays, in the order in which they are stored and initialised. */
export const parameterNames = ['hiddenWeight', 'hiddenBias', 'outputWeight', 'outputBias'] as const;

/** Everything that training changes: the weights and what the optimiser remembers. */
export type NetworkState = {
  /** Number of hidden units. */
  readonly hidden: number;
  readonly weights: Weights;
  /** Adam's running mean of the gradient; the last step, where the optimiser has momentum; zeros without. */
  readonly firstMoment: Parameters;
  /** Adam's running mean of the squared gradient; zeros with another optimiser. */
  readonly secondMoment: Parameters;
  /** Steps taken so far; 0 before the first. */
  readonly step: number;
};

/** The shape of each parameter array, as PyTorch's state_dict would show it. */
export function parameterShapes(hidden: number): Record<keyof Parameters, readonly number[]> {
  return {
    hiddenWeight: [hidden, inputSize],
    hiddenBias: [hidden],
    outputWeight: [outputSize, hidden],
    outputBias: [outputSize],
  };
}

/** Parameters that are all zero. */
export function zeroParameters(hidden: number): Parameters {
  return {
    hiddenWeight: new Float32Array(hidden * inputSize),
    hiddenBias: new Float32Array(hidden),
    outputWeight: new Float32Array(outputSize * hidden),
    outputBias: new Float32Array(outputSize),
  };
}
