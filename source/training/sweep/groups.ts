import {groupKeyOf} from './grid.js';
import type {SweepRun} from './run-line.js';

/** By how much accuracies may differ by luck alone: 0.3 points. Of 153 pairs of equal runs that differed only in their seed, 95 in a hundred were as close. */
const luck = 0.003;

/** The runs of one combination, which differ in their seed. */
export type Group = {
  /** Any of them, for the settings. */
  readonly first: SweepRun;
  readonly runs: readonly SweepRun[];
  /** Means over the runs. */
  readonly accuracy: number;
  readonly meanTestLoss: number;
  readonly epochs: number;
  readonly seconds: number;
  /** The least and the largest accuracy. */
  readonly least: number;
  readonly most: number;
  /** How many of the runs diverged. */
  readonly diverged: number;
};

/** The combinations of some runs, in their order. */
export function groupsOf(runs: readonly SweepRun[]): Group[] {
  const groups = new Map<string, [SweepRun, ...SweepRun[]]>();
  for (const run of runs) {
    const key = groupKeyOf(run.settings);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [run]);
    else group.push(run);
  }
  return [...groups.values()].map(groupOf);
}

function groupOf(runs: readonly [SweepRun, ...SweepRun[]]): Group {
  const mean = (name: 'accuracy' | 'meanTestLoss' | 'epochs' | 'seconds'): number =>
    runs.reduce((sum, run) => sum + run[name], 0) / runs.length;
  const accuracies = runs.map(({accuracy}) => accuracy);
  return {
    first: runs[0],
    runs,
    accuracy: mean('accuracy'),
    meanTestLoss: mean('meanTestLoss'),
    epochs: mean('epochs'),
    seconds: mean('seconds'),
    least: Math.min(...accuracies),
    most: Math.max(...accuracies),
    diverged: runs.filter(({reason}) => reason === 'diverged').length,
  };
}

/** Which combinations are the best: one that leads, or those that luck alone may part from it. The best comes first. */
export function bestOf(groups: readonly Group[]): Group[] {
  const sorted = [...groups].sort((one, other) => other.accuracy - one.accuracy);
  const [best] = sorted;
  // Accuracies are whole digits over their count: rounding must not make 0.3 points 0.29999.
  return best === undefined ? [] : sorted.filter(({accuracy}) => best.accuracy - accuracy < luck - 1e-9);
}
