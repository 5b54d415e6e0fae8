import {inputSize} from '../../../network/architecture.js';
import type {TrainedNetwork} from '../kind.js';
import {decimal} from './decimal.js';

/**
 * Weights as one table: a row for each hidden unit, then one for each score, with its layer, its number, its activation,
 * its bias, and a weight for each of its inputs. Rows with fewer weights than others end with empty cells.
 */
export function encodeCsv({weights}: TrainedNetwork): Uint8Array {
  const {hiddenWeight, hiddenBias, outputWeight, outputBias, activation} = weights;
  const columns = Math.max(inputSize, hiddenBias.length);
  const rows = (layer: string, kind: string, weight: Float32Array, bias: Float32Array): string[] => {
    const inputs = weight.length / bias.length;
    return Array.from(bias, (value, unit) => {
      const numbers = Array.from(weight.subarray(unit * inputs, (unit + 1) * inputs), decimal);
      return [layer, unit, kind, decimal(value), ...numbers, ...Array<string>(columns - inputs).fill('')].join();
    });
  };
  const names = Array.from({length: columns}, (_, input) => `weight_${input}`);
  const lines = [
    ['layer', 'unit', 'activation', 'bias', ...names].join(),
    ...rows('hidden', activation, hiddenWeight, hiddenBias),
    ...rows('output', 'none', outputWeight, outputBias),
  ];
  return Buffer.from(`${lines.join('\n')}\n`);
}
