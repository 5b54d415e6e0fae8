import {losses} from '../network/losses.js';
import {defaultRate} from '../network/optimizers.js';
import {formerSettings, type RunSettings} from '../training/formats/run-info.js';
import type {EpochRecord} from '../training/protocol.js';
import {earliestStop} from '../training/run-end.js';
import {usual} from '../training/run-options.js';

/** A path as a shell takes it. */
export const quoted = (file: string): string => (/^[\w./\\:-]+$/.test(file) ? file : JSON.stringify(file));

/** The options of a run that is not trained as the tutorial's is. */
export function methodOptions(settings: Omit<RunSettings, 'hidden' | 'seed'>): string[] {
  const {loss, optimizer, activation, trainImages, noiseLabels, augment} = settings;
  return [
    ...(loss === formerSettings.loss ? [] : [`--loss ${loss}`]),
    ...(optimizer === formerSettings.optimizer ? [] : [`--optimizer ${optimizer}`]),
    ...(activation === formerSettings.activation ? [] : [`--activation ${activation}`]),
    ...(trainImages === undefined ? [] : [`--train-images ${trainImages}`]),
    ...(noiseLabels === 0 ? [] : [`--noise-labels ${noiseLabels}`]),
    ...(augment ? ['--augment'] : []),
  ];
}

/** Whether a run was trained on after an epoch at which the early stop would have ended it. */
export function isPastEarlyStop(epochs: readonly EpochRecord[]): boolean {
  const finished = epochs.at(-1)?.epoch ?? 0;
  return epochs.some(
    ({epoch, testLoss}) => epoch >= earliestStop && epoch < finished && testLoss < losses.mse.earlyStop,
  );
}

/** The options that train the same network as a run had after its last finished epoch; those that go without are left out. */
export function repeatOptions(settings: RunSettings, epochs: readonly EpochRecord[]): string[] {
  const {seed, hidden, batchSize, learningRate, loss, optimizer, shuffle, augment, earlyStop} = settings;
  const last = epochs.at(-1);
  const isPast = isPastEarlyStop(epochs);
  const limit = losses[loss].earlyStop;
  const hasRule = limit !== undefined && !augment;
  const isEnded =
    hasRule && earlyStop && !isPast && (last?.epoch ?? 0) >= earliestStop && (last?.testLoss ?? 1) < limit;
  const most = isEnded ? settings.epochs : (last?.epoch ?? settings.epochs);
  return [
    `--seed ${seed}`,
    ...(hidden === usual.hidden ? [] : [`--hidden ${hidden}`]),
    ...(batchSize === usual.batchSize ? [] : [`--batch-size ${batchSize}`]),
    ...(learningRate === defaultRate(optimizer, loss) ? [] : [`--learning-rate ${learningRate}`]),
    ...(most === usual.epochs ? [] : [`--epochs ${most}`]),
    ...methodOptions(settings),
    ...(shuffle ? [] : ['--no-shuffle']),
    ...(hasRule && (!earlyStop || isPast) ? ['--no-early-stop'] : []),
  ];
}
