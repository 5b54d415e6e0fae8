import {type Lead, leadOf} from '../network/lead.js';
import {lookInside} from '../network/look-inside.js';
import {keptByDigit} from './by-digit.js';
import {chosenDigit, lookedAt} from './selectors.js';
import type {State} from './state.js';
import {unitShares} from './unit-shares.js';

/** What the chosen digit makes of the network that is looked at. */
export type Inside = {
  /** The hidden values, those of switched-off units too. */
  readonly activations: Float64Array;
  readonly lead: Lead;
};

const inside = keptByDigit((weights, pixels): Inside => {
  const {activations, scores} = lookInside(weights, pixels);
  return {activations, lead: leadOf(weights, activations, scores)};
});

/** The hidden values and the lead for the chosen digit; undefined while digit or network are on their way. */
export function insideOf(state: State): Inside | undefined {
  const pixels = chosenDigit(state)?.pixels;
  const weights = lookedAt(state)?.weights;
  return pixels === undefined || weights === undefined ? undefined : inside(weights, pixels);
}

/** The hidden units in the order that is chosen: the largest first, equals by index. */
export function orderedUnits(state: State): number[] {
  const {order} = state.units;
  const width = lookedAt(state)?.weights.hiddenBias.length ?? 0;
  const units = Array.from({length: width}, (_, unit) => unit);
  const by = order === 'index' ? undefined : order === 'now' ? insideOf(state)?.activations : unitShares(state)?.shares;
  return by === undefined ? units : units.sort((one, other) => (by[other] ?? 0) - (by[one] ?? 0));
}

/** The unit that is chosen; the last, where the network has not so many. */
export const chosenUnit = (state: State): number =>
  Math.max(0, Math.min(state.units.chosen, (lookedAt(state)?.weights.hiddenBias.length ?? 1) - 1));
