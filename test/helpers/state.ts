import {type Action, reduce} from '../../source/state/reducer.js';
import {initialRunState, type RunState} from '../../source/state/run-state.js';
import type {RunOptions, TrainingEvent} from '../../source/training/protocol.js';
import {blankDataset} from './scripted-engine.js';

type Event<Type extends TrainingEvent['type']> = Extract<TrainingEvent, {type: Type}>;

/** The state before anything has happened, the test digit 0 chosen, on 80 × 24. */
export const start: RunState = initialRunState({
  seed: 1,
  hidden: 128,
  split: 'test',
  index: 0,
  art: 'blocks',
  columns: 80,
  rows: 24,
  place: '/runs',
});

/** The state after some actions. */
export const after = (state: RunState, ...actions: readonly Action[]): RunState => actions.reduce(reduce, state);

const dataset = blankDataset(600, 100);
/** The arrival of each split: 100 test and 600 train digits. */
export const loaded = {
  test: {type: 'split-loaded', split: 'test', data: dataset.test},
  train: {type: 'split-loaded', split: 'train', data: dataset.train},
} as const satisfies Record<string, Action>;

export const ready: Event<'ready'> = {
  type: 'ready',
  dataset: {name: 'mnist.npz', path: '/data/mnist.npz'},
  engine: 'wasm',
  device: 'CPU',
  hidden: 128,
  seed: 1,
  trained: false,
};

export const runOptions: RunOptions = {
  epochs: 20,
  batchSize: 128,
  learningRate: 0.001,
  earlyStop: true,
};

export const started: Event<'start'> = {type: 'start', firstEpoch: 1, lastEpoch: 20, steps: 468, ...runOptions};

/** News of some batches, the last of which is the epoch's `step`-th. */
export const progress = (
  epoch: number,
  step: number,
  losses = [0.5],
  imagesPerSecond = 100_000,
): Event<'progress'> => ({
  type: 'progress',
  epoch,
  step,
  steps: 468,
  losses: Float32Array.from(losses),
  imagesPerSecond,
});

export const epochDone = (epoch: number, confusion: readonly number[] = []): Event<'epoch'> => ({
  type: 'epoch',
  epoch,
  loss: 0.02,
  testLoss: 0.018,
  meanTrainLoss: 0.021,
  meanTestLoss: 0.019,
  accuracy: 0.95,
  seconds: 1.5,
  confusion,
});

export const ended = (reason: Event<'end'>['reason'], epochs: number): Event<'end'> => ({
  type: 'end',
  reason,
  epochs,
  seconds: 3,
  learned: true,
});

/** Scores of a digit of which `answer` is the largest. */
export const scoresOf = (split: 'train' | 'test', index: number, answer: number): Event<'scores'> => ({
  type: 'scores',
  split,
  index,
  scores: Array.from({length: 10}, (_, digit) => (digit === answer ? 0.9 : 0.1)),
});

/** The state of a dashboard that is ready to train. */
export const idle: RunState = after(start, loaded.test, loaded.train, ready);

/** The state while the first epoch goes on. */
export const training: RunState = after(idle, {type: 'ask-training'}, started, progress(1, 234));
