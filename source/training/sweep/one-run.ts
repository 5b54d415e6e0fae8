import type {Dataset} from '../../dataset/dataset.js';
import type {Engine} from '../../engines/engine.js';
import {initialState} from '../../network/initial-state.js';
import {evaluate} from '../evaluation.js';
import type {RunSettings} from '../formats/run-info.js';
import {train} from '../loop.js';
import type {EpochRecord} from '../protocol.js';
import type {TrainImages} from '../train-images.js';
import type {Figures} from './run-line.js';

/** What a run is trained with, and who follows it. */
export type Training = {
  readonly engine: Engine;
  readonly dataset: Dataset;
  readonly images: TrainImages;
  readonly onEpoch: () => void;
  /** Whether it should end now, without a result. */
  readonly isStopped: () => boolean;
};

/** Trains one run from its initial weights to its end; undefined where it was stopped. */
export async function trainOnce(settings: RunSettings, training: Training): Promise<Figures | undefined> {
  const {engine, dataset, images, onEpoch, isStopped} = training;
  const {hidden, activation, seed, ...options} = settings;
  const {learningRate} = options;
  const began = performance.now();
  await engine.setState(initialState(hidden, seed, activation));
  const run = {dataset, images, seed, finishedEpochs: 0, stepInEpoch: 0, lossSum: 0};
  const loop = train(run, options, () => ({engine, learningRate, most: () => Number.POSITIVE_INFINITY}));
  let last: EpochRecord | undefined;
  for (;;) {
    if (isStopped()) return undefined;
    const {done, value} = await loop.next();
    if (done) {
      if (value === 'stopped') return undefined;
      const seconds = (performance.now() - began) / 1000;
      const {accuracy, meanTestLoss} = last ?? (await untrained(settings, training));
      return {reason: value, epochs: last?.epoch ?? 0, accuracy, meanTestLoss, seconds};
    }
    if (value.type !== 'epoch') continue;
    last = value;
    onEpoch();
  }
}

/** What a run comes to that diverges in its first epoch. */
async function untrained(
  settings: RunSettings,
  {engine, dataset}: Training,
): Promise<Pick<Figures, 'accuracy' | 'meanTestLoss'>> {
  await engine.setState(initialState(settings.hidden, settings.seed, settings.activation));
  const {accuracy, meanLoss} = evaluate(await engine.scores('test'), dataset.test, settings);
  return {accuracy, meanTestLoss: meanLoss};
}
