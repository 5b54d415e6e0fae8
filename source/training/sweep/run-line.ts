import {type EngineName, engineNames} from '../../engines/catalogue.js';
import {UserError} from '../../errors.js';
import {areSettings, type RunSettings} from '../formats/run-info.js';
import type {LearnedDataset} from '../learned-dataset.js';
import type {EndReason} from '../protocol.js';
import {type Grid, isGrid, variedNames} from './grid.js';

/** What a run of a sweep came to. */
export type Figures = {
  readonly reason: Exclude<EndReason, 'stopped'>;
  /** Epochs finished. */
  readonly epochs: number;
  /** Share of right answers in the test split, 0 to 1; of a run that diverged, those before the epoch in which it did. */
  readonly accuracy: number;
  readonly meanTestLoss: number;
  readonly seconds: number;
};

/** A finished run with the sweep that it is of: what a line says. */
export type SweepRun = Figures & {
  readonly engine: EngineName;
  readonly dataset: LearnedDataset;
  readonly settings: RunSettings;
  readonly sweep: Grid;
};

/** How every line begins. */
export const lineStart = '{"type":"run",';

/** A run as a line of JSON, without its line feed. Each stands by itself. */
export function encodeRun(run: SweepRun): string {
  const {settings, epochs, accuracy, meanTestLoss, seconds, reason, engine, dataset, sweep} = run;
  const varied = Object.fromEntries(variedNames.map(name => [name, settings[name]]));
  const figures = {epochs, accuracy, meanTestLoss, seconds, reason, engine, dataset};
  return JSON.stringify({type: 'run', ...varied, seed: settings.seed, ...figures, settings, sweep});
}

/** Reads a line; undefined for one that is no run. */
export function decodeRun(line: string): SweepRun | undefined {
  let read: Partial<Record<string, unknown>> | null;
  try {
    read = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof read !== 'object' || read === null || read.type !== 'run') return undefined;
  const {settings, epochs, accuracy, meanTestLoss, seconds, reason, engine, dataset, sweep} = read;
  const right =
    areSettings(settings) &&
    isGrid(sweep) &&
    isDataset(dataset) &&
    [epochs, accuracy, meanTestLoss, seconds].every(Number.isFinite) &&
    ['early-stop', 'epochs', 'diverged'].includes(String(reason)) &&
    engineNames.some(name => name === engine);
  if (!right) return undefined;
  // JSON has no undefined.
  const whole = {...settings, trainImages: settings.trainImages};
  return {settings: whole, epochs, accuracy, meanTestLoss, seconds, reason, engine, dataset, sweep} as SweepRun;
}

function isDataset(value: unknown): value is LearnedDataset {
  const {name, checksum} = (value ?? {}) as Partial<LearnedDataset>;
  return [name, checksum?.train, checksum?.test].every(text => typeof text === 'string');
}

/** The error for a file whose line is no run. */
export const notARun = (file: string, line: number): UserError =>
  new UserError(`${file}, line ${line}: not a run that sweep has written; name a file of such lines`);
