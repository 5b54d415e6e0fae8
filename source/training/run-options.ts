import {losses} from '../network/losses.js';
import {defaultRate} from '../network/optimizers.js';
import {formerSettings} from './formats/run-info.js';
import type {RunOptions} from './protocol.js';

/** What most runs have: the tutorial's settings. */
export const usual = {
  ...formerSettings,
  ...{hidden: 128, learningRate: 0.001, batchSize: 128, epochs: 20, earlyStop: true},
} as const;

/** How many of a dataset's train images a run has. */
export const imagesOf = (count: number, {trainImages = count}: Pick<RunOptions, 'trainImages'>): number =>
  Math.min(count, trainImages);

/** Options as they are asked for. */
export type AskedOptions = Omit<RunOptions, 'learningRate'> & {readonly learningRate: number | undefined};

/** Options with what holds where nothing was given: a learning rate that suits the optimiser and the loss. */
export function runOptions(options: AskedOptions): RunOptions {
  const {epochs, batchSize, loss, optimizer, trainImages, noiseLabels, shuffle, augment, earlyStop} = options;
  const learningRate = options.learningRate ?? defaultRate(optimizer, loss);
  return {epochs, batchSize, learningRate, loss, optimizer, trainImages, noiseLabels, shuffle, augment, earlyStop};
}

/**
 * What a run is trained with: the options that were given, and for a run that goes on its own where none were.
 * @param options those of the command line, with what holds where nothing was given
 * @param given the names of those that were given
 * @param own the settings of the run that goes on
 */
export function ownOptions(options: RunOptions, given: readonly string[], own: RunOptions | undefined): RunOptions {
  const pick = <Name extends keyof RunOptions>(name: Name): RunOptions[Name] =>
    own === undefined || given.includes(name) ? options[name] : own[name];
  const [augment, loss, optimizer] = [pick('augment'), pick('loss'), pick('optimizer')];
  return {
    epochs: pick('epochs'),
    batchSize: pick('batchSize'),
    learningRate: pick('learningRate'),
    loss,
    optimizer,
    trainImages: pick('trainImages'),
    noiseLabels: pick('noiseLabels'),
    shuffle: pick('shuffle'),
    augment,
    // Where train images are never the same again there is nothing to stop for, and the rule is one of squared errors.
    earlyStop: pick('earlyStop') && !augment && losses[loss].earlyStop !== undefined,
  };
}
