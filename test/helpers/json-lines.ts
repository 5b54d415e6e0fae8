import {predictLines} from './json-lines-predict.js';
import {digits, engine, split, type} from './json-parts.js';
import {runsLines} from './json-runs-lines.js';
import type {Fields, LineKind} from './json-shape.js';
import {sweepLines} from './json-sweep-lines.js';
import {trainLines} from './json-train-lines.js';

const sizes: Fields = {
  count: ['whole number', 'images'],
  shape: [{list: 'whole number', length: 3}, 'count, 28, 28'],
};
const layer: Fields = {
  name: ['text', 'Linear or ReLU'],
  outputs: ['whole number', 'values for one digit'],
  parameters: ['whole number', 'trainable numbers'],
};

/** Every kind of line, by a name for it: docs/json.md is written from this table, and the program is held against it. */
export const lineKinds = {
  ...trainLines,
  ...sweepLines,
  ...runsLines,
  ...predictLines,
  evaluation: {
    command: 'evaluate',
    when: 'once',
    fields: {
      dataset: [
        'text',
        'what it is called: file, folder, or the name of a dataset that is known, and whether its pixels are scrambled',
      ],
      split: [split, 'whose digits are looked at'],
      accuracy: ['number', 'share of right answers, 0 to 1'],
      meanTestLoss: ['number', 'mean squared error over the whole split, whichever it is'],
      confusion: [digits(digits('whole number')), 'a row for each label, in it a count for each answer'],
      digits: [
        digits({
          object: {
            digit: ['whole number', '0 to 9'],
            'name?': ['text', 'what it is called, where the dataset is known to have no digits'],
            'precision?': ['number', 'share of right ones among the answers that name it, if any does'],
            'recall?': ['number', 'share of right answers among the images of it, if there are any'],
          },
        }),
        'how well each is told from the others',
      ],
    },
  },
  mistake: {
    command: 'mistakes',
    when: 'for each digit that is answered wrong, the widest lead of the wrong answer first',
    fields: {
      index: ['whole number', 'counted from 0'],
      split: [split, 'where the digit is from'],
      label: ['whole number', 'the right digit; of a run with false labels, the one that it was told'],
      'ownLabel?': ['whole number', "the dataset's own label, where the run was trained with false ones"],
      answer: ['whole number', 'the digit with the largest score'],
      'labelName?': ['text', 'what the label is called, where the dataset is known to have no digits'],
      'answerName?': ['text', 'what the answer is called, likewise'],
      margin: ['number', "by how much the answer's score leads the next"],
    },
  },
  explanation: {
    command: 'explain',
    when: 'for each index, in the order given',
    fields: {
      index: ['whole number', 'counted from 0'],
      answer: ['whole number', 'the digit with the largest score'],
      against: ['whole number', 'the digit that it leads'],
      contributions: [
        {list: 'number', length: 784},
        'what each pixel adds to the lead, 28 rows of 28: its input of 0 to 1 times the gradient; 0 for paper',
      ],
      rest: ['number', 'what the biases add'],
      difference: ['number', "the lead, the answer's score minus the other's: contributions and rest together"],
    },
  },
  damage: {
    command: 'damage',
    when: 'for each kind and amount of damage',
    fields: {
      kind: [{oneOf: ['noise', 'shift', 'turn', 'scale', 'stroke']}, 'what the test digits are damaged by'],
      amount: [
        'number',
        'noise: standard deviation, 1 is full ink; shift: pixels; turn: degrees clockwise; scale: times as large; stroke: pixels that each side is thicker by',
      ],
      accuracy: ['number', 'share of right answers, 0 to 1'],
    },
  },
  digit: {
    command: 'show',
    when: 'for each index, in the order given',
    fields: {
      index: ['whole number', 'counted from 0'],
      split: [split, 'where the digit is from'],
      label: ['whole number', 'the right digit'],
      'labelName?': ['text', 'what the label is called, where the dataset is known to have no digits'],
      pixels: [{list: 'whole number', length: 784}, '28 rows of 28, 0 for paper to 255 for ink'],
    },
  },
  info: {
    command: 'info',
    when: 'once',
    fields: {
      dataset: [
        {
          object: {
            name: ['text', 'file or folder'],
            path: ['text', 'where it lies'],
            train: [{object: sizes}, 'the train split'],
            test: [{object: sizes}, 'the test split'],
          },
        },
        'what is read',
      ],
      network: [
        {
          object: {
            layers: [{list: {object: layer}}, 'from input to output'],
            parameters: ['whole number', 'trainable numbers in all'],
          },
        },
        'what is trained',
      ],
    },
  },
  engine: {
    command: 'bench',
    when: 'for each engine that works, and each number of threads',
    fields: {
      type: type('engine'),
      engine,
      device: ['text', 'what it runs on'],
      'threads?': ['whole number', 'that computed together, for engines where that can be chosen'],
      secondsPerEpoch: ['number', 'of the fastest epoch, its evaluation included'],
      imagesPerSecond: ['number', 'in that epoch'],
    },
  },
  fastest: {
    command: 'bench',
    when: 'last',
    fields: {
      type: type('end'),
      fastest: engine,
      'threads?': ['whole number', 'with which it was'],
      auto: [engine[0], 'what --engine auto takes'],
    },
  },
  verdict: {
    command: 'doctor',
    when: 'for each engine',
    fields: {
      engine,
      state: [
        {oneOf: ['works', 'absent', 'no-binary', 'unloadable', 'no-device', 'wrong-results', 'crashed']},
        'what the check came to',
      ],
      'device?': ['text', 'what it runs on, when it runs'],
      gpu: ['true or false', 'whether that is real graphics hardware'],
      detail: ['text', 'what was found, in one line'],
      'imagesPerSecond?': ['number', 'in a short trial, of `wasm` and of what runs on a GPU'],
      'steady?': [
        'true or false',
        "whether that trial's rounds took about as long as each other; if not, the next start tries anew",
      ],
      'remedy?': ['text', 'what to do about it: a command where there is one'],
    },
  },
  choice: {
    command: 'doctor',
    when: 'last',
    fields: {
      auto: [engine[0], 'what --engine auto takes'],
      works: ['true or false', 'whether that one works'],
      'faster?': [engine[0], 'what was faster still in its trial, though not on a GPU'],
    },
  },
} as const satisfies Readonly<Record<string, LineKind>>;
