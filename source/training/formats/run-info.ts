import {splits} from '../../dataset/dataset.js';
import {UserError} from '../../errors.js';
import {activationNames} from '../../network/activations.js';
import {lossNames} from '../../network/losses.js';
import {optimizerNames} from '../../network/optimizers.js';
import type {MomentMark} from '../kept-moments.js';
import type {LearnedDataset} from '../learned-dataset.js';
import type {EpochRecord, Fresh, RunOptions} from '../protocol.js';
import type {RunPath} from '../run-path.js';
import type {TrainCurve} from '../train-curve.js';
import {areMarks, isCurve, isPath} from './run-parts.js';

/** The settings of a run: what its figures depend on. */
export type RunSettings = RunOptions & Fresh;

/** What runs had before there were these settings. */
export const formerSettings = {
  loss: 'mse',
  optimizer: 'adam',
  activation: 'relu',
  trainImages: undefined,
  noiseLabels: 0,
  shuffle: true,
  augment: false,
} as const;

/** What a checkpoint says of its run besides the numbers; files of old do not say how it came to be. */
export type RunInfo = Partial<RunPath> & {
  /** The program that wrote it: `mnist-tui 0.1.0`. */
  readonly program: string;
  readonly settings: RunSettings;
  /** Epochs finished since the initial weights. */
  readonly epoch: number;
  /** Steps taken in the epoch after those; 0 between two epochs. */
  readonly stepInEpoch: number;
  /** Sum of those steps' losses. */
  readonly lossSum: number;
  readonly dataset: LearnedDataset;
  /** Every finished epoch. */
  readonly history: readonly EpochRecord[];
  /** The train loss as it went, for the chart; files of old have none. */
  readonly curve?: TrainCurve | undefined;
  /** Of which moments the file has the weights, see momentPart. */
  readonly moments?: readonly MomentMark[] | undefined;
};

/** Whether a run was on a dataset, as far as checksums are known; what an old checkpoint does not say counts as yes. */
export function isSameDataset(
  {dataset}: Pick<RunInfo, 'dataset'>,
  checksum: Partial<LearnedDataset['checksum']>,
): boolean {
  return splits.every(split => {
    const [was, is] = [dataset.checksum[split], checksum[split]];
    return was === '' || is === undefined || was === is;
  });
}

/** A checkpoint of a version to come. */
export class NewerFormatError extends UserError {}

/** The format that this version writes. */
const format = 2;

type Checks = Readonly<Record<string, (value: unknown) => boolean>>;

const whole =
  (least: number, most = Number.MAX_SAFE_INTEGER) =>
  (value: unknown): boolean =>
    Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most;
const finite = (value: unknown): boolean => Number.isFinite(value);
const text = (value: unknown): boolean => typeof value === 'string';
const boolean = (value: unknown): boolean => typeof value === 'boolean';
const oneOf =
  (words: readonly string[]) =>
  (value: unknown): boolean =>
    words.some(word => word === value);
const object = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const settingChecks: Checks = {
  epochs: whole(1),
  batchSize: whole(1, 1024),
  learningRate: finite,
  loss: oneOf(lossNames),
  optimizer: oneOf(optimizerNames),
  activation: oneOf(activationNames),
  trainImages: value => value === undefined || whole(1)(value),
  noiseLabels: value => finite(value) && Number(value) >= 0 && Number(value) <= 100,
  shuffle: boolean,
  augment: boolean,
  earlyStop: boolean,
  hidden: whole(1, 1024),
  seed: whole(0, 2 ** 32 - 1),
};

/** Whether a value can be that of a setting. */
export const isSetting = (name: string, value: unknown): boolean =>
  Object.hasOwn(settingChecks, name) && settingChecks[name]?.(value) === true;

/** Whether these are all settings of a run, and no others. */
export const areSettings = (value: unknown): value is RunSettings =>
  object(value) && holds(value, settingChecks) && Object.keys(value).every(name => Object.hasOwn(settingChecks, name));

const epochChecks: Checks = {
  epoch: whole(1),
  loss: finite,
  testLoss: finite,
  meanTrainLoss: finite,
  meanTestLoss: finite,
  accuracy: finite,
  seconds: finite,
};

/** The text of `info` in a checkpoint. */
export function encodeInfo(info: RunInfo): string {
  return JSON.stringify({format, ...info});
}

/**
 * Reads the text of `info`.
 * @throws UserError for a newer format, a setting that this version does not know, or anything that is no such text
 */
export function decodeInfo(json: string, file: string): RunInfo {
  const foreign = new UserError(`${file}: not weights that mnist-tui saved; train anew or give another --model`);
  let info: unknown;
  try {
    info = JSON.parse(json);
  } catch {
    throw foreign;
  }
  if (!object(info) || !whole(1)(info.format)) throw foreign;
  if (Number(info.format) > format) {
    const writer = text(info.program) ? ` (${info.program})` : '';
    throw new NewerFormatError(
      `${file}: saved by a newer mnist-tui${writer}: format ${info.format}, and this one reads up to ${format}; update it`,
    );
  }
  const {program, epoch, stepInEpoch, lossSum, dataset, history, curve, moments, computedOn, changes} = info;
  const settings = object(info.settings) && {...formerSettings, ...info.settings};
  if (!object(settings) || !object(dataset) || !object(dataset.checksum) || !Array.isArray(history)) throw foreign;
  const unknown = Object.keys(settings).find(name => !Object.hasOwn(settingChecks, name));
  if (unknown !== undefined) {
    throw new NewerFormatError(
      `${file}: its run has a setting "${unknown}" that this mnist-tui does not know; update it`,
    );
  }
  const right =
    text(program) &&
    holds(settings, settingChecks) &&
    whole(0)(epoch) &&
    whole(0)(stepInEpoch) &&
    finite(lossSum) &&
    text(dataset.name) &&
    text(dataset.checksum.train) &&
    text(dataset.checksum.test) &&
    history.every(record => object(record) && holds(record, epochChecks)) &&
    isCurve(curve) &&
    areMarks(moments) &&
    isPath({computedOn, changes});
  if (!right) throw foreign;
  const given = Object.entries({curve, moments, computedOn, changes}).filter(([, value]) => value !== undefined);
  const all = {program, settings, epoch, stepInEpoch, lossSum, dataset, history, ...Object.fromEntries(given)};
  return all as unknown as RunInfo;
}

const holds = (value: Readonly<Record<string, unknown>>, checks: Checks): boolean =>
  Object.entries(checks).every(([name, check]) => check(value[name]));
