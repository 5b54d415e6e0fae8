import {predictLines} from './json-lines-predict.js';
import type {Fields, LineKind, Shape} from './json-shape.js';

const settings: Fields = {
  epochs: ['whole number', 'most epochs'],
  batchSize: ['whole number', 'images in a batch'],
  learningRate: ['number', "Adam's learning rate"],
  shuffle: ['true or false', 'whether each epoch sees the train images in another order'],
  earlyStop: ['true or false', 'whether the early stop may end it'],
  hidden: ['whole number', 'hidden units'],
  seed: ['whole number', 'fixes initial weights and shuffles'],
};
const split: Shape = {oneOf: ['train', 'test']};
const digits = (item: Shape): Shape => ({list: item, length: 10});
const sizes: Fields = {
  count: ['whole number', 'images'],
  shape: [{list: 'whole number', length: 3}, 'count, 28, 28'],
};
const layer: Fields = {
  name: ['text', 'Linear or ReLU'],
  outputs: ['whole number', 'values for one digit'],
  parameters: ['whole number', 'trainable numbers'],
};
const type = (name: string): readonly [Shape, string] => [{oneOf: [name]}, 'what the line is'];
const engine: readonly [Shape, string] = [{oneOf: ['tensorflow', 'webgpu', 'wasm']}, 'what computes'];

/** Every kind of line, by a name for it: docs/json.md is written from this table, and the program is held against it. */
export const lineKinds = {
  start: {
    command: 'train',
    when: 'first',
    fields: {
      type: type('start'),
      engine,
      device: ['text', 'what the engine runs on, as its library says'],
      seed: ['whole number', 'as in settings'],
      hidden: ['whole number', 'as in settings'],
      dataset: [{object: {name: ['text', 'file or folder'], path: ['text', 'where it lies']}}, 'what is learned'],
      firstEpoch: ['whole number', 'counted from 1 since the initial weights'],
      lastEpoch: ['whole number', 'the last that this run may reach'],
      steps: ['whole number', 'batches in an epoch'],
      epochs: ['whole number', 'as in settings'],
      batchSize: ['whole number', 'as in settings'],
      learningRate: ['number', 'as in settings'],
      shuffle: ['true or false', 'as in settings'],
      earlyStop: ['true or false', 'as in settings'],
      settings: [{object: settings}, 'what the run is told'],
    },
  },
  progress: {
    command: 'train',
    when: 'after each tenth of an epoch',
    fields: {
      type: type('progress'),
      epoch: ['whole number', 'counted from 1'],
      percent: ['whole number', 'of the epoch’s batches'],
      loss: ['number', 'of the latest batch, before its step'],
    },
  },
  epoch: {
    command: 'train',
    when: 'after each epoch',
    fields: {
      type: type('epoch'),
      epoch: ['whole number', 'counted from 1'],
      loss: ['number', 'of the last train batch, before its step (what the tutorial prints)'],
      testLoss: ['number', 'of the last full test batch (what the tutorial prints, and its early stop looks at)'],
      meanTrainLoss: ['number', 'mean over the epoch’s train batches, each before its step'],
      meanTestLoss: ['number', 'mean over the whole test split'],
      accuracy: ['number', 'share of right answers in the test split, 0 to 1'],
      seconds: ['number', 'for the epoch’s steps and its evaluation'],
      confusion: [digits(digits('whole number')), 'test digits: a row for each label, in it a count for each answer'],
    },
  },
  warning: {
    command: 'train',
    when: 'when something went wrong, and the run is saved all the same',
    fields: {
      type: type('warning'),
      what: [
        {oneOf: ['dataset', 'engine', 'save', 'fault']},
        'what it is about: other data than the run had, another engine, weights that could not be saved, what ended the run',
      ],
      message: ['text', 'one line'],
    },
  },
  end: {
    command: 'train',
    when: 'last',
    fields: {
      type: type('end'),
      reason: [{oneOf: ['early-stop', 'epochs', 'stopped', 'diverged']}, 'why it ended'],
      epochs: ['whole number', 'finished since the initial weights'],
      seconds: ['number', 'for the run'],
      'model?': ['text', 'the file with the weights, when they were saved'],
      learned: ['true or false', 'whether the network did better than guessing after its last finished epoch'],
      settings: [{object: settings}, 'as in start'],
    },
  },
  ...predictLines,
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
      'remedy?': ['text', 'what to do about it: a command where there is one'],
    },
  },
  choice: {
    command: 'doctor',
    when: 'last',
    fields: {
      auto: [engine[0], 'what --engine auto takes'],
      works: ['true or false', 'whether that one works'],
    },
  },
} as const satisfies Readonly<Record<string, LineKind>>;
