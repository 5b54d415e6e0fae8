import {severity} from '../../source/state/adviser/advice.js';
import {digits, engine, type} from './json-parts.js';
import type {Fields, LineKind} from './json-shape.js';

/** The settings of a run, which several kinds of lines have. */
export const settings: Fields = {
  epochs: ['whole number', 'most epochs'],
  batchSize: ['whole number', 'images in a batch'],
  learningRate: ['number', 'how far a step moves the weights'],
  loss: ['text', 'what is made smaller: mse or cross-entropy'],
  optimizer: ['text', 'how the weights follow their gradient: adam, momentum or sgd'],
  'trainImages?': ['whole number', 'how many of the train images it has; missing: all'],
  noiseLabels: ['number', 'of how many of them in a hundred the label is false'],
  shuffle: ['true or false', 'whether each epoch sees the train images in another order'],
  augment: ['true or false', 'whether each epoch sees the train images changed in another way'],
  earlyStop: ['true or false', 'whether the early stop may end it'],
  hidden: ['whole number', 'hidden units'],
  activation: ['text', 'what a hidden unit makes of its sum: relu, sigmoid or tanh'],
  seed: ['whole number', 'fixes initial weights and shuffles'],
};

/** Every kind of line that `train` writes, by a name for it. */
export const trainLines = {
  start: {
    command: 'train',
    when: 'first',
    fields: {
      type: type('start'),
      engine,
      device: ['text', 'what the engine runs on, as its library says'],
      seed: ['whole number', 'as in settings'],
      hidden: ['whole number', 'as in settings'],
      dataset: [
        {
          object: {
            name: ['text', 'file or folder, and whether its pixels are scrambled'],
            path: ['text', 'where it lies'],
          },
        },
        'what is learned',
      ],
      firstEpoch: ['whole number', 'counted from 1 since the initial weights'],
      lastEpoch: ['whole number', 'the last that this run may reach'],
      steps: ['whole number', 'batches in an epoch'],
      epochs: ['whole number', 'as in settings'],
      batchSize: ['whole number', 'as in settings'],
      learningRate: ['number', 'as in settings'],
      loss: ['text', 'as in settings'],
      optimizer: ['text', 'as in settings'],
      'trainImages?': ['whole number', 'as in settings'],
      noiseLabels: ['number', 'as in settings'],
      shuffle: ['true or false', 'as in settings'],
      augment: ['true or false', 'as in settings'],
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
  advice: {
    command: 'train',
    when: 'when the adviser notices something, after an epoch or before the end, the most severe first, each rule once',
    fields: {
      type: type('advice'),
      rule: [{oneOf: severity}, 'which of its rules it is'],
      message: ['text', 'what it noticed, one line'],
      fix: ['text', 'what to do about it, one line'],
    },
  },
  warning: {
    command: 'train',
    when: 'when something went wrong, and the run is saved all the same',
    fields: {
      type: type('warning'),
      what: [
        {oneOf: ['dataset', 'engine', 'save', 'settings', 'fault']},
        'what it is about: other data than the run had, another engine, weights that could not be saved, other settings than the run had, what ended the run',
      ],
      message: ['text', 'one line'],
    },
  },
  saved: {
    command: 'train',
    when: 'when a run that could not be saved is saved again while it goes on',
    fields: {type: type('saved'), model: ['text', 'where']},
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
} as const satisfies Readonly<Record<string, LineKind>>;
