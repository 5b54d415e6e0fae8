import {UserError} from '../../errors.js';
import {isSetting, type RunSettings} from '../formats/run-info.js';
import {ownOptions, runOptions} from '../run-options.js';

/** The settings of which a sweep may have several values besides the seed, in the order of its tables. */
export const variedNames = [
  'learningRate',
  'hidden',
  'batchSize',
  'loss',
  'optimizer',
  'activation',
  'trainImages',
  'noiseLabels',
] as const;

/** See variedNames. */
export type VariedName = (typeof variedNames)[number];

/** All settings of a run; of the combinations, the last one's values change first. */
const settingNames = [...variedNames, 'epochs', 'shuffle', 'augment', 'earlyStop', 'seed'] as const;

/**
 * What a sweep is: for each setting the values that it tries. A learning rate of null is the one that suits optimiser and
 * loss, a number of train images of null is all of them.
 */
export type Grid = {readonly [Name in keyof RunSettings]: readonly (NonNullable<RunSettings[Name]> | null)[]};

/** Every combination, each seed of one after the other. */
export function combinationsOf(grid: Grid): RunSettings[] {
  let combinations: Readonly<Record<string, unknown>>[] = [{}];
  for (const name of settingNames) {
    combinations = combinations.flatMap(others => grid[name].map(value => ({...others, [name]: value ?? undefined})));
  }
  return combinations.map(each => settingsOf(each as unknown as RunSettings));
}

/** The settings with the learning rate that suits where none is given, and the early stop only where there is one. */
function settingsOf({hidden, activation, seed, ...asked}: RunSettings): RunSettings {
  return {...ownOptions(runOptions(asked), [], undefined), hidden, activation, seed};
}

/** A text that only the same settings have. */
export const keyOf = (settings: RunSettings): string =>
  JSON.stringify(settingNames.map(name => settings[name] ?? null));

/** A text that only the same settings have, whatever the seed. */
export const groupKeyOf = (settings: RunSettings): string => keyOf({...settings, seed: 0});

/** Whether two sweeps are the same. */
export const isSameGrid = (one: Grid, other: Grid): boolean =>
  settingNames.every(name => JSON.stringify(one[name]) === JSON.stringify(other[name]));

/** The settings, the seed apart, of which a sweep has several values. */
export const variedIn = (grid: Grid): VariedName[] => variedNames.filter(name => grid[name].length > 1);

/** Whether a value that was read is a sweep. */
export function isGrid(value: unknown): value is Grid {
  if (typeof value !== 'object' || value === null) return false;
  const fields = Object.entries(value);
  return (
    fields.length === settingNames.length &&
    fields.every(
      ([name, values]) =>
        Array.isArray(values) &&
        values.length > 0 &&
        values.every(each => isSetting(name, each) || mayBeNull(name, each)),
    )
  );
}

const mayBeNull = (name: string, value: unknown): boolean =>
  value === null && (name === 'learningRate' || name === 'trainImages');

/** Most runs of a sweep. */
const most = 1_000_000;

/**
 * Checks how many runs a sweep has.
 * @throws UserError for more than a million
 */
export function checkSize(grid: Grid): void {
  const runs = settingNames.reduce((product, name) => product * grid[name].length, 1);
  if (runs > most) throw new UserError(`the lists make ${runs} runs; shorten them, to a million at most`, 2);
}
