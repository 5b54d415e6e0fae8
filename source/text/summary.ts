import type {Activation} from '../network/activations.js';
import {inputSize, layers} from '../network/architecture.js';
import {count} from './format.js';

/** The table's width where there is room. */
const widest = 64;
const floatBytes = 4;

/**
 * The model summary as torchsummary prints it: for each layer its output shape (−1 stands for the batch) and its
 * parameters, then totals and sizes in MB (float32; forward and backward count every output twice).
 * @param room columns that there are, 38 at least: in fewer than torchsummary takes, the table has less padding
 */
export function modelSummary(hidden: number, room = widest, activation: Activation = 'relu'): string[] {
  const width = Math.min(room, widest);
  const columns = width < widest ? {name: 12, shape: 12} : {name: 20, shape: 25};
  // torchsummary leaves the last column blank.
  const valueWidth = Math.min(15, width - columns.name - columns.shape - 3);
  const rows = layers(hidden, activation);
  const parameters = rows.reduce((sum, layer) => sum + layer.parameters, 0);
  const outputs = rows.reduce((sum, layer) => sum + layer.outputs, 0);
  const megabytes = (numbers: number): number => (numbers * floatBytes) / 1024 ** 2;
  const inputMegabytes = megabytes(inputSize);
  const passMegabytes = megabytes(2 * outputs);
  const parameterMegabytes = megabytes(parameters);
  const line = (name: string, shape: string, value: string): string =>
    `${name.padStart(columns.name)}  ${shape.padStart(columns.shape)} ${value.padStart(valueWidth)}`;
  return [
    '-'.repeat(width),
    line('Layer (type)', 'Output Shape', 'Param #'),
    '='.repeat(width),
    ...rows.map((layer, index) =>
      line(`${layer.name}-${index + 1}`, `[-1, ${layer.outputs}]`, count(layer.parameters)),
    ),
    '='.repeat(width),
    `Total params: ${count(parameters)}`,
    `Trainable params: ${count(parameters)}`,
    'Non-trainable params: 0',
    '-'.repeat(width),
    `Input size (MB): ${inputMegabytes.toFixed(2)}`,
    `Forward/backward pass size (MB): ${passMegabytes.toFixed(2)}`,
    `Params size (MB): ${parameterMegabytes.toFixed(2)}`,
    `Estimated Total Size (MB): ${(inputMegabytes + passMegabytes + parameterMegabytes).toFixed(2)}`,
    '-'.repeat(width),
  ];
}
