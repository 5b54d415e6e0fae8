import type {Fields, LineKind} from './json-shape.js';
import {settings} from './json-train-lines.js';

const computedOn: Fields = {
  from: ['whole number', 'steps that the network had been through before'],
  engine: ['text', 'its name'],
  device: ['text', 'what the engine runs on, as its library says'],
  'threads?': ['whole number', 'where that can be chosen'],
};

const change: Fields = {
  step: ['whole number', 'steps that the network had been through before'],
  name: [{oneOf: ['learningRate', 'batchSize', 'shuffle', 'augment']}, 'of the setting'],
  was: ['number, or true or false', 'its value until then'],
};

const run: Fields = {
  name: ['text', 'what `--model` takes'],
  file: ['text', 'where it lies'],
  saved: ['text', 'when it was saved last, UTC'],
  starred: ['true or false', 'whether it is always kept'],
  dataset: ['text', 'what it learned'],
  epochs: ['whole number', 'finished since the initial weights'],
  stepInEpoch: ['whole number', 'steps taken in the epoch after those'],
  'accuracy?': ['number', 'after the last epoch, share of right answers in the test split'],
  'meanTestLoss?': ['number', 'after the last epoch, mean over the whole test split'],
  'computedOn?': [{list: {object: computedOn}}, 'what computed it, one after the other; missing in files of old'],
  'changes?': [{list: {object: change}}, 'which settings were changed on the way; missing in files of old'],
  settings: [{object: settings}, 'as in train'],
};

const epoch: Fields = {
  epoch: ['whole number', 'counted from 1'],
  loss: ['number', 'as in train'],
  testLoss: ['number', 'as in train'],
  meanTrainLoss: ['number', 'as in train'],
  meanTestLoss: ['number', 'as in train'],
  accuracy: ['number', 'as in train'],
  seconds: ['number', 'as in train'],
};

const moment: Fields = {
  step: ['whole number', 'steps since the initial weights'],
  epoch: ['whole number', 'epochs finished by then'],
  endsEpoch: ['true or false', 'whether the last of those ended with this step'],
  'meanTestLoss?': ['number', 'over the whole test split, where it was evaluated'],
  'accuracy?': ['number', 'likewise'],
};

/** Every kind of line that `runs` writes, by a name for it. */
export const runsLines = {
  'saved-run': {command: 'runs', when: 'for each run, the newest first', fields: run},
  'saved-run-shown': {
    command: 'runs',
    when: 'for each run of `runs show`',
    fields: {
      ...run,
      history: [{list: {object: epoch}}, 'every epoch'],
      moments: [{list: {object: moment}}, 'whose weights the file keeps'],
      'bestEpoch?': ['whole number', 'the one with the least test loss, where its weights are kept'],
    },
  },
  'saved-run-done': {
    command: 'runs',
    when: 'for each run of `runs star`, `runs unstar` and `runs remove`',
    fields: {
      name: ['text', 'the run'],
      done: [{oneOf: ['star', 'unstar', 'remove']}, 'what was done to it'],
    },
  },
} as const satisfies Readonly<Record<string, LineKind>>;
