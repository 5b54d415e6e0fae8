import {sharesAbove} from '../network/survey.js';
import type {State} from './state.js';
import {type Survey, surveyOf} from './surveys.js';

/** For each hidden unit, for what share of the digits that were looked through it is above 0; and of how many those are. */
export type UnitShares = {readonly shares: Float64Array; readonly dead: number; readonly of: number};

const known = new WeakMap<Survey, UnitShares>();

/** The shares for the network that is looked at, over the first train digits; undefined until they have been looked through. */
export function unitShares(state: State): UnitShares | undefined {
  const survey = surveyOf(state, 'units');
  if (survey === undefined) return undefined;
  const before = known.get(survey);
  if (before !== undefined) return before;
  const shares = sharesAbove(survey, survey.weights.hiddenBias.length);
  const found = {shares, dead: shares.filter(share => share === 0).length, of: survey.done};
  known.set(survey, found);
  return found;
}
