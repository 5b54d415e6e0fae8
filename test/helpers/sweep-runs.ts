import type {RunSettings} from '../../source/training/formats/run-info.js';
import {combinationsOf, type Grid} from '../../source/training/sweep/grid.js';
import type {SweepRun} from '../../source/training/sweep/run-line.js';

/** A sweep of default settings, but for those that are given. */
export const gridWith = (given: Partial<Grid>): Grid => ({
  learningRate: [null],
  hidden: [128],
  batchSize: [128],
  loss: ['mse'],
  optimizer: ['adam'],
  activation: ['relu'],
  trainImages: [null],
  noiseLabels: [0],
  epochs: [3],
  shuffle: [true],
  augment: [false],
  earlyStop: [true],
  seed: [1],
  ...given,
});

/** Made-up runs of a sweep, one for each combination; `accuracy` gives that of each. */
export const runsOf = (sweep: Grid, accuracy: (settings: RunSettings, place: number) => number): SweepRun[] =>
  combinationsOf(sweep).map((settings, place) => ({
    reason: 'epochs',
    epochs: 3,
    accuracy: accuracy(settings, place),
    meanTestLoss: 0.01,
    seconds: 1.5,
    engine: 'wasm',
    dataset: {name: 'MNIST', checksum: {train: 'aa', test: 'bb'}},
    settings,
    sweep,
  }));
