import type {State} from './state.js';

/** What is chosen of the hidden units. */
export type Units = {
  /** Those that are switched off, in ascending order: nothing that is looked at has them. */
  readonly off: readonly number[];
};

/** All are on. */
export const startUnits: Units = {off: []};

/** What the user does to the hidden units. */
export const unitActions = {
  /** Switches a hidden unit off, or on again. */
  'switch-unit'(state: State, {unit}: {readonly unit: number}): State {
    const {off} = state.units;
    const others = off.filter(each => each !== unit);
    const changed = others.length < off.length ? others : [...off, unit].toSorted((one, other) => one - other);
    return {...state, units: {...state.units, off: changed}};
  },
};
