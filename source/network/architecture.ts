import {type Activation, activations} from './activations.js';

/** Pixels of one digit: 28 × 28, flattened row by row. */
export const inputSize = 784;

/** Pixels of a side of a digit. */
export const side = 28;

/** Scores of one digit, one for each of the digits 0 to 9. */
export const outputSize = 10;

/** One row of the model summary: a layer, how many values it puts out for one digit, how many parameters it has. */
export type Layer = {
  readonly name: string;
  readonly outputs: number;
  readonly parameters: number;
};

/**
 * The network: Linear 784→hidden, an activation, which in the tutorial is ReLU, Linear hidden→10, no softmax.
 * @param hidden number of hidden units (the tutorial has 128)
 */
export function layers(hidden: number, activation: Activation = 'relu'): readonly Layer[] {
  return [
    {name: 'Linear', outputs: hidden, parameters: (inputSize + 1) * hidden},
    {name: activations[activation].layer, outputs: hidden, parameters: 0},
    {name: 'Linear', outputs: outputSize, parameters: (hidden + 1) * outputSize},
  ];
}

/** All trainable numbers of the network: 101,770 with 128 hidden units. */
export function parameterCount(hidden: number): number {
  return layers(hidden).reduce((sum, layer) => sum + layer.parameters, 0);
}
