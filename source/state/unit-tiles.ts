import {inputSize} from '../network/architecture.js';
import {changeOf, litPixels, rootMeanSquare} from '../network/look-inside.js';
import type {Weights} from '../network/network-state.js';
import type {Moment} from '../training/protocol.js';
import {openRun, type Run} from './runs.js';
import {networkAt} from './selectors.js';
import type {State} from './state.js';

/** What the tiles of the hidden units show. */
export type UnitTiles = {
  /** hidden × 784: the weights, or by how much they have changed */
  readonly values: Float32Array;
  /** The value that is drawn as strongly as can be; above 0. */
  readonly strongest: number;
  /** The step since which the change is; undefined: they are the weights. */
  readonly since: number | undefined;
  /** For each pixel 1 where any train digit has ink, else 0. */
  readonly lit: Uint8Array;
};

/** A change below this is drawn faintly, however small all others are: so tiles grow out of the dark. */
const leastStrongest = 0.01;

/** What is drawn as strongly as can be, in the root of the mean square of all values. */
const strong = 1.8;

/** The first weights known of a run: a moment, or those that it went on from. */
function firstOf({first, timeline: [moment]}: Run): Pick<Moment, 'step' | 'weights'> | undefined {
  return moment === undefined || (first !== undefined && first.step < moment.step) ? first : moment;
}

/**
 * The value of some tiles that is drawn as strongly as can be.
 * @param values hidden × 784
 * @param lit as of UnitTiles
 */
export const strongestOf = (values: Float32Array, lit: Uint8Array): number =>
  Math.max(leastStrongest, strong * rootMeanSquare(values, lit));

type Shown = Pick<UnitTiles, 'values' | 'strongest'> & {readonly start: Weights | undefined};

/** What each network's tiles show. */
const known = new WeakMap<Weights, Shown>();

/**
 * The tiles of the network that is looked at, all units on. The change is that since the first weights known, those of
 * step 0 in a run that began here; there it is nothing, and the weights are shown.
 */
export function unitTiles(state: State): UnitTiles | undefined {
  const looked = networkAt(state);
  if (looked === undefined) return undefined;
  const first = firstOf(openRun(state.runs));
  const start = state.units.tiles === 'weights' || first === undefined || first.step >= looked.step ? undefined : first;
  const lit = litOf(state);
  const before = known.get(looked.weights);
  const shown =
    before?.start === start?.weights && before !== undefined ? before : shownOf(looked.weights, lit, start?.weights);
  known.set(looked.weights, shown);
  return {values: shown.values, strongest: shown.strongest, since: start?.step, lit};
}

function shownOf({hiddenWeight}: Weights, lit: Uint8Array, start: Weights | undefined): Shown {
  const values = start === undefined ? hiddenWeight : changeOf(hiddenWeight, start.hiddenWeight);
  return {values, strongest: strongestOf(values, lit), start};
}

const allLit = new Uint8Array(inputSize).fill(1);
const lits = new WeakMap<Uint8Array, Uint8Array>();

/** The pixels that any train digit has ink on; all of them while those digits are not there. */
function litOf(state: State): Uint8Array {
  const images = state.session.data.train?.images;
  if (images === undefined) return allLit;
  const lit = lits.get(images) ?? litPixels(images);
  lits.set(images, lit);
  return lit;
}
