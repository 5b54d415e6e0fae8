import {openRun} from './runs.js';
import {trainingOptions} from './session.js';
import type {State} from './state.js';

/** The learning rate that the run was trained with last; undefined before its first stretch. */
export function usedRate({session: {status}, runs}: State): number | undefined {
  const {number, started} = openRun(runs);
  if (started === undefined) return undefined;
  return (status.run === number ? status.settings.learningRate : undefined) ?? started.learningRate;
}

/**
 * The learning rate of the next stretch, where that is news: another than the run was trained with last, or before its
 * first stretch one that somebody chose.
 */
export function newRate(state: State): number | undefined {
  const {learningRate: chosen, given} = state.session;
  const used = usedRate(state);
  const {learningRate: next} = trainingOptions(state);
  const isNews = used === undefined ? chosen !== undefined || given.includes('learningRate') : next !== used;
  return isNews ? next : undefined;
}
