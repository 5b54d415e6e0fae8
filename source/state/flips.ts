import {type Flips, flips} from '../network/flips.js';
import type {Weights} from '../network/network-state.js';
import {chosenDigit, lookedAt} from './selectors.js';
import type {State} from './state.js';

/** What was found last for each network. */
const known = new WeakMap<Weights, {readonly pixels: Uint8Array; readonly found: Flips | 'many'}>();

/**
 * The fewest pixels that flip the answer to the chosen digit: `many` where there are too many; undefined while digit or
 * network is on its way, or nothing is drawn.
 */
export function flipsOf(state: State): Flips | 'many' | undefined {
  const pixels = chosenDigit(state)?.pixels;
  const weights = lookedAt(state)?.weights;
  if (pixels === undefined || weights === undefined) return undefined;
  const last = known.get(weights);
  if (last?.pixels === pixels) return last.found;
  const found = flips(weights, pixels) ?? 'many';
  known.set(weights, {pixels, found});
  return found;
}
