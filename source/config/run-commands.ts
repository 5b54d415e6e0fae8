import type {CommandRow} from './command-row.js';

/** The commands that hand on saved runs. */
export const runCommands = {
  export: {
    arguments: 'PATH',
    words: [],
    files: true,
    help: 'write the weights for other programs',
    examples: [
      ['export digits.onnx', "the newest run's weights for ONNX; so .safetensors, .npz, .csv and .h (C)"],
      ['export --model fast.npz --format tfjs digits', 'of a file, as a folder for TensorFlow.js'],
    ],
  },
  report: {
    arguments: 'PATH',
    words: [],
    files: true,
    help: 'a saved run as one HTML file, to hand in',
    examples: [
      ['report run.html', 'the newest run: curves, confusion matrix, worst mistakes, hidden units'],
      ['report chart.svg --model fast.npz --svg', 'the chart alone, of a file'],
    ],
  },
  runs: {
    arguments: '[ACTION NAME...]',
    words: ['show', 'star', 'unstar', 'remove'],
    help: 'the saved runs: list, show, star, remove',
    examples: [
      ['runs', 'when, how good, with which settings; the newest 20 are kept'],
      ['runs star mnist-20261125-230509-1', 'always keep it; unstar, show, remove likewise'],
    ],
  },
} as const satisfies Readonly<Record<string, CommandRow>>;
