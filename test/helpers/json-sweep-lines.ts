import {engine, type} from './json-parts.js';
import type {Fields, LineKind} from './json-shape.js';
import {settings} from './json-train-lines.js';

const always = 'one value';

/** The sweep that a run is of: each setting's list. */
const sweep: Fields = {
  learningRate: [{list: 'number or null'}, 'the rates that are tried; null: the one that suits optimizer and loss'],
  hidden: [{list: 'whole number'}, 'likewise'],
  batchSize: [{list: 'whole number'}, 'likewise'],
  loss: [{list: 'text'}, 'likewise'],
  optimizer: [{list: 'text'}, 'likewise'],
  activation: [{list: 'text'}, 'likewise'],
  trainImages: [{list: 'number or null'}, 'likewise; null: all'],
  noiseLabels: [{list: 'number'}, 'likewise'],
  seed: [{list: 'whole number'}, 'likewise'],
  epochs: [{list: 'whole number'}, always],
  shuffle: [{list: 'true or false'}, always],
  augment: [{list: 'true or false'}, always],
  earlyStop: [{list: 'true or false'}, always],
};

const checksum: Fields = {train: ['text', 'of the train split'], test: ['text', 'of the test split']};

/** What `sweep` writes to standard output, and without --json to its file. */
export const sweepLines = {
  run: {
    command: 'sweep',
    when: 'for each run as it finishes, in the file that is named as well; with --merge, in the order of the combinations',
    fields: {
      type: type('run'),
      learningRate: ['number', 'as in settings'],
      hidden: ['whole number', 'as in settings'],
      batchSize: ['whole number', 'as in settings'],
      loss: ['text', 'as in settings'],
      optimizer: ['text', 'as in settings'],
      activation: ['text', 'as in settings'],
      'trainImages?': ['whole number', 'as in settings'],
      noiseLabels: ['number', 'as in settings'],
      seed: ['whole number', 'as in settings'],
      epochs: ['whole number', 'finished'],
      accuracy: [
        'number',
        'share of right answers in the test split, 0 to 1; of a run that diverged, before the epoch in which it did',
      ],
      meanTestLoss: ['number', 'mean over the whole test split, likewise'],
      seconds: ['number', 'for the run'],
      reason: [{oneOf: ['early-stop', 'epochs', 'diverged']}, 'why it ended'],
      engine,
      dataset: [
        {
          object: {
            name: ['text', 'file, folder, or the name of a dataset that is known'],
            checksum: [{object: checksum}, 'tells datasets apart'],
          },
        },
        'what was learned',
      ],
      settings: [{object: settings}, 'what the run was told'],
      sweep: [{object: sweep}, 'all that the sweep tries: the same in each of its lines'],
    },
  },
} as const satisfies Readonly<Record<string, LineKind>>;
