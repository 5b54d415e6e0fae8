import {type Action, afterAction} from '../../source/state/actions.js';
import {afterEvent} from '../../source/state/after-event.js';
import {type State, startState} from '../../source/state/state.js';
import type {Evaluation} from '../../source/training/evaluation.js';
import type {Moment, RunOptions, TrainingEvent} from '../../source/training/protocol.js';
import {blankDataset} from './scripted-engine.js';

type Event<Type extends TrainingEvent['type']> = Extract<TrainingEvent, {type: Type}>;

export const runOptions: RunOptions = {
  epochs: 20,
  batchSize: 128,
  learningRate: 0.001,
  loss: 'mse',
  optimizer: 'adam',
  trainImages: undefined,
  noiseLabels: 0,
  shuffle: true,
  augment: false,
  earlyStop: true,
};

/** The state before anything has happened, the test digit 0 chosen, on 80 × 24. */
export const shown: State = startState({
  ...runOptions,
  given: [],
  seed: 1,
  hidden: 128,
  activation: 'relu',
  split: 'test',
  index: 0,
  art: 'blocks',
  columns: 80,
  rows: 24,
  place: '/runs',
  pace: 'watch',
});

/** The same with the network's answer hidden, as tests want it that do not ask for it. */
export const start: State = {...shown, choice: {...shown.choice, predicting: false}};

/** The state after some actions of the user. */
export const acted = (state: State, ...actions: readonly Action[]): State =>
  actions.reduce((before, action) => afterAction(before, action), state);

/** The state after some events of the worker. */
export const told = (state: State, ...events: readonly TrainingEvent[]): State =>
  events.reduce((before, event) => afterEvent(before, event), state);

const dataset = blankDataset(600, 100);
/** The arrival of each split: 100 test and 600 train digits. */
export const loaded = {
  test: {type: 'split-loaded', split: 'test', data: dataset.test},
  train: {type: 'split-loaded', split: 'train', data: dataset.train},
} as const satisfies Record<string, TrainingEvent>;

/** What the worker does: waits, on the wasm engine, with the first run. */
export const status: Event<'status'> = {
  type: 'status',
  phase: 'idle',
  waitsFor: undefined,
  engine: {name: 'wasm', device: 'CPU'},
  dataset: {name: 'mnist.npz', path: '/data/mnist.npz'},
  run: 1,
  stretch: 0,
  settings: {hidden: 128, activation: 'relu', seed: 1},
};

export const opened: Event<'opened'> = {type: 'opened', run: 1, trained: false};

/** What the worker tells when a stretch begins. */
export const started = (stretch = 1, run = 1): [Event<'status'>, Event<'start'>] => [
  {...status, phase: 'training', run, stretch, settings: {...runOptions, hidden: 128, activation: 'relu', seed: run}},
  {type: 'start', run, stretch, firstEpoch: 1, lastEpoch: 20, steps: 468, ...runOptions},
];

/** News of some batches, the last of which is the epoch's `step`-th. */
export const progress = (
  epoch: number,
  step: number,
  losses = [0.5],
  imagesPerSecond = 100_000,
): Event<'progress'> => ({
  type: 'progress',
  run: 1,
  epoch,
  step,
  steps: 468,
  total: (epoch - 1) * 468 + step,
  losses: Float32Array.from(losses),
  imagesPerSecond,
});

export const epochDone = (epoch: number): Event<'epoch'> => ({
  type: 'epoch',
  run: 1,
  epoch,
  loss: 0.02,
  testLoss: 0.018,
  meanTrainLoss: 0.021,
  meanTestLoss: 0.019,
  accuracy: 0.95,
  seconds: 1.5,
});

/** What the worker tells when a stretch has ended. */
export const ended = (
  reason: Event<'end'>['reason'],
  epochs: number,
  stretch = 1,
  run = 1,
): [Event<'status'>, Event<'end'>] => [
  {...status, run, stretch, settings: {...runOptions, hidden: 128, activation: 'relu', seed: run}},
  // A run that diverged goes back to its last epoch; another has not been as far as this.
  {
    type: 'end',
    run,
    stretch,
    reason,
    step: 468 * (reason === 'diverged' ? epochs : 20),
    epochs,
    seconds: 3,
    learned: true,
  },
];

/** Weights of which `answer` is the answer to every digit, with a score of 0.9. */
export const network = (answer: number, run = 1): Event<'network'> => ({
  type: 'network',
  run,
  step: 0,
  weights: {
    activation: 'relu',
    hiddenWeight: new Float32Array(784),
    hiddenBias: new Float32Array(1),
    outputWeight: new Float32Array(10),
    outputBias: Float32Array.from({length: 10}, (_, digit) => (digit === answer ? 0.9 : 0.1)),
  },
});

/** What an evaluation of 100 digits found. */
export const found = (accuracy = 0.95, confusion: readonly number[] = []): Evaluation => ({
  meanLoss: 0.019,
  lastBatchLoss: 0.018,
  accuracy,
  confusion,
  answers: new Uint8Array(100),
  margins: new Float32Array(100),
});

/** A moment of a run. */
export const momentAt = (step: number, accuracy?: number, confusion?: readonly number[]): Moment => ({
  step,
  epoch: Math.floor(step / 468),
  weights: network(0).weights,
  found: found(accuracy, confusion),
});

/** The news of a moment: with its evaluation, after the first epoch if nothing else is said. */
export const moment = (confusion: readonly number[], run = 1, step = 468): Event<'moment'> => ({
  type: 'moment',
  run,
  ...momentAt(step, 0.95, confusion),
});

/** The state of a dashboard that is ready to train. */
export const idle: State = told(start, loaded.test, loaded.train, status, opened);

/** The state while the first epoch goes on. */
export const training: State = told(acted(idle, {type: 'train'}), ...started(), progress(1, 234));

/** The state with the lesson open, the run that is shown being the lesson's. */
export function inLesson(state: State): State {
  const {choice, runs, session, screen, lesson} = state;
  const entered = {run: runs.open, split: choice.split, index: choice.index, steps: session.steps};
  return {...state, lesson: {...lesson, entered}, screen: {...screen, view: 'lesson', holds: true}};
}
