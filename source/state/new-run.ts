import type {Fresh} from '../training/protocol.js';
import {newRun, type Run, type Runs} from './runs.js';

/** The list in which no run keeps its weights but those that are put aside. */
export const closedRuns = ({list, aside}: Runs): readonly Run[] =>
  list.map(run =>
    aside.includes(run.number) ? run : {...run, network: undefined, first: undefined, stepped: undefined, timeline: []},
  );

/**
 * One more run, which is shown from now on; the weights of the others are not kept.
 * @param file of the saved run that it goes on with
 */
export function withNewRun(runs: Runs, fresh: Fresh, file?: string): Runs {
  const number = runs.list.length + 1;
  const list = [...closedRuns(runs), newRun(number, fresh, file)];
  return {...runs, list, open: number, race: [], looking: undefined};
}
