import {type Flips, flips} from '../network/flips.js';
import {keptByDigit} from './by-digit.js';
import {chosenDigit, lookedAt} from './selectors.js';
import type {State} from './state.js';

const find = keptByDigit((weights, pixels): Flips | 'many' => flips(weights, pixels) ?? 'many');

/**
 * The fewest pixels that flip the answer to the chosen digit: `many` where there are too many; undefined while digit or
 * network is on its way, or nothing is drawn.
 */
export function flipsOf(state: State): Flips | 'many' | undefined {
  const pixels = chosenDigit(state)?.pixels;
  const weights = lookedAt(state)?.weights;
  return pixels === undefined || weights === undefined ? undefined : find(weights, pixels);
}
