import type {Activation} from '../../../network/activations.js';
import {inputSize, outputSize} from '../../../network/architecture.js';
import {aboutNetwork, type TrainedNetwork} from '../kind.js';
import {decimal} from './decimal.js';

/** What a hidden unit makes of its sum, in C. */
const activations: Readonly<Record<Activation, string>> = {
  relu: 'sum > 0 ? sum : 0',
  sigmoid: '1 / (1 + exp(-sum))',
  tanh: 'tanh(sum)',
};

/** Numbers in a line of an array. */
const perLine = 10;

/**
 * The network as one header in C99: its weights, and a function that answers. It needs no library but C's own: libm
 * (`-lm`) where a unit's function is sigmoid or tanh. It adds up in double, as the program does.
 */
export function encodeCHeader(network: TrainedNetwork): Uint8Array {
  const {hiddenWeight, hiddenBias, outputWeight, outputBias, activation} = network.weights;
  const hidden = hiddenBias.length;
  const {input: _, output: __, ...facts} = aboutNetwork(network);
  const about = Object.entries(facts).map(([name, text]) => ` *   ${name}: ${text}`);
  const include = activation === 'relu' ? '' : '\n#include <math.h>\n';
  return Buffer.from(`/*
 * A network that reads handwritten digits.
 *
${about.join('\n')}
 *
 * int predict(const unsigned char image[784], float scores[10]) puts the ten raw scores into its second argument and
 * returns the answer, 0 to 9. The image has 28 rows of 28 bytes, 0 for paper to 255 for ink.${activation === 'relu' ? '' : ' Link with -lm.'}
 */
#ifndef MNIST_TUI_NETWORK_H
#define MNIST_TUI_NETWORK_H
${include}
${array('hidden_weight', hiddenWeight, hidden)}
${array('hidden_bias', hiddenBias)}
${array('output_weight', outputWeight, outputSize)}
${array('output_bias', outputBias)}
${predict(hidden, activation)}
#endif
`);
}

/** An array of floats, of two dimensions where it has rows. */
function array(name: string, values: Float32Array, rows?: number): string {
  const width = values.length / (rows ?? 1);
  const size = rows === undefined ? `[${width}]` : `[${rows}][${width}]`;
  const bodies = Array.from({length: rows ?? 1}, (_, row) => body(values.subarray(row * width, (row + 1) * width)));
  const text = rows === undefined ? bodies.join('') : bodies.map(each => `  {\n${each}  },\n`).join('');
  return `static const float mnist_tui_${name}${size} = {\n${text}};`;
}

function body(values: Float32Array): string {
  const literals = Array.from(values, value => `${decimal(value).replace(/^-?\d+$/, '$&.0')}f`);
  const lines = Array.from({length: Math.ceil(literals.length / perLine)}, (_, line) =>
    literals.slice(line * perLine, (line + 1) * perLine).join(', '),
  );
  return lines.map(line => `    ${line},\n`).join('');
}

const predict = (hidden: number, activation: Activation): string => `
static inline int predict(const unsigned char image[${inputSize}], float scores[${outputSize}]) {
  double values[${hidden}];
  int answer = 0;
  for (int unit = 0; unit < ${hidden}; unit++) {
    double sum = (double)mnist_tui_hidden_bias[unit];
    for (int pixel = 0; pixel < ${inputSize}; pixel++) {
      if (image[pixel] != 0) sum += (double)mnist_tui_hidden_weight[unit][pixel] * (image[pixel] / 255.0);
    }
    values[unit] = ${activations[activation]};
  }
  for (int digit = 0; digit < ${outputSize}; digit++) {
    double sum = (double)mnist_tui_output_bias[digit];
    for (int unit = 0; unit < ${hidden}; unit++) sum += (double)mnist_tui_output_weight[digit][unit] * values[unit];
    scores[digit] = (float)sum;
    if (scores[digit] > scores[answer]) answer = digit;
  }
  return answer;
}
`;
