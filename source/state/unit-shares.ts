import {activations} from '../network/activations.js';
import type {Weights} from '../network/network-state.js';
import {sharesAbove} from '../network/survey.js';
import {networkAt} from './selectors.js';
import type {State} from './state.js';
import {surveyOf} from './surveys.js';

/** For each hidden unit, for what share of the digits that were looked through it is above the level of a sum of 0; and of how many those are. */
export type UnitShares = {readonly shares: Float64Array; readonly dead: number; readonly of: number};

/** What is known of each network, so that going back to one that was looked at shows it at once. */
const known = new WeakMap<Weights, UnitShares>();

/** The shares for the network that is looked at, over the first train digits; undefined until they have been looked through. */
export function unitShares(state: State): UnitShares | undefined {
  const looked = networkAt(state);
  const before = looked && known.get(looked.weights);
  if (before !== undefined) return before;
  const survey = surveyOf(state, 'units');
  if (survey === undefined) return undefined;
  const {weights, done} = survey;
  // Of the newest weights it is the latest survey, which is often of others.
  const surveyed = known.get(weights);
  if (surveyed !== undefined && surveyed.of === done) return surveyed;
  const {level} = activations[weights.activation];
  const shares = sharesAbove(survey, weights.hiddenBias.length, level);
  // Only with ReLU a unit that answers no digit has no gradient.
  const dead = weights.activation === 'relu' ? shares.filter(share => share === 0).length : 0;
  const found = {shares, dead, of: done};
  known.set(weights, found);
  return found;
}
