import {UserError} from '../../errors.js';
import {isSameDataset, type RunSettings} from '../formats/run-info.js';
import type {LearnedDataset} from '../learned-dataset.js';
import {combinationsOf, type Grid, isSameGrid, keyOf} from './grid.js';
import type {FileOfRuns} from './line-file.js';
import type {SweepRun} from './run-line.js';

/** Runs of one sweep, in the order of its combinations, and those that are missing. */
export type Together = {
  readonly sweep: Grid;
  readonly runs: readonly SweepRun[];
  readonly missing: readonly RunSettings[];
};

/**
 * Puts the runs of files together. Of a run that is there twice the first counts.
 * @throws UserError where they are of different sweeps or datasets, or there is none
 */
export function together(files: readonly FileOfRuns[]): Together {
  const [first] = files.flatMap(({runs}) => runs);
  if (first === undefined) {
    throw new UserError(`${files.map(({file}) => file).join(', ')}: no runs yet; let the sweep go on with --resume`);
  }
  for (const each of files) checkSame(each, first.sweep, first.dataset, files.find(({runs}) => runs.length > 0)?.file);
  const all = combinationsOf(first.sweep);
  const runs = runsByKey(files.flatMap(file => file.runs));
  const found = all.map(settings => runs.get(keyOf(settings)));
  return {
    sweep: first.sweep,
    runs: found.filter(run => run !== undefined),
    missing: all.filter((_, place) => found[place] === undefined),
  };
}

/** Runs by what tells their settings apart; of equals the first counts. */
export const runsByKey = (runs: readonly SweepRun[]): Map<string, SweepRun> =>
  new Map(runs.toReversed().map(run => [keyOf(run.settings), run]));

/**
 * Checks that the runs in a file are of a sweep.
 * @param than what the sweep is that of, for the message; undefined: the command line
 * @throws UserError
 */
export function checkSame({file, runs}: FileOfRuns, sweep: Grid, dataset: LearnedDataset, than?: string): void {
  const place = than ?? 'the command line';
  for (const run of runs) {
    if (!isSameDataset(run, dataset.checksum)) {
      const names = `${run.dataset.name}, and ${than === undefined ? 'here it is' : `in ${than} it is`} ${dataset.name}`;
      throw new UserError(`${file}: its runs learned other data (${names}); put only runs on the same data together`);
    }
    if (!isSameGrid(run.sweep, sweep)) {
      const name = (Object.keys(sweep) as (keyof Grid)[]).find(
        each => JSON.stringify(run.sweep[each]) !== JSON.stringify(sweep[each]),
      );
      const [was, is] = [run.sweep, sweep].map(each => (name === undefined ? '' : each[name].map(shown).join()));
      throw new UserError(
        `${file}: is of another sweep: ${name} ${was}, in ${place} ${is}; name a file of the same one`,
      );
    }
  }
}

const shown = (value: unknown): string => (value === null ? 'default' : String(value));
