import {orderedUnits} from './inside.js';
import {openRun} from './runs.js';
import type {State} from './state.js';

/** How the hidden units are ordered: by their numbers, by their values for the chosen digit, by how many digits they answer. */
const unitOrders = ['index', 'now', 'share'] as const;

/** See unitOrders. */
export type UnitOrder = (typeof unitOrders)[number];

/** What is chosen of the hidden units. */
export type Units = {
  /** Those that are switched off, in ascending order: nothing that is looked at has them. */
  readonly off: readonly number[];
  /** The one that is looked at closely. */
  readonly chosen: number;
  readonly order: UnitOrder;
  /** What their tiles show: how their weights have changed since the start, or the weights. */
  readonly tiles: 'change' | 'weights';
};

/** All are on. */
export const startUnits: Units = {off: [], chosen: 0, order: 'index', tiles: 'change'};

/** The units of another run: all are on. */
export const withAllOn = (units: Units): Units => (units.off.length === 0 ? units : {...units, off: []});

const changed = (state: State, change: Partial<Units>): State => ({...state, units: {...state.units, ...change}});

/** What the user does to the hidden units. */
export const unitActions = {
  /** Switches a hidden unit off, or on again. */
  'switch-unit'(state: State, {unit}: {readonly unit: number}): State {
    const {off} = state.units;
    const others = off.filter(each => each !== unit);
    const now = others.length < off.length ? others : [...off, unit].toSorted((one, other) => one - other);
    return changed(state, {off: now});
  },
  /** Switches all hidden units on again. */
  'all-units-on': (state: State): State => ({...state, units: withAllOn(state.units)}),
  /** Chooses a hidden unit. */
  'choose-unit'(state: State, {unit}: {readonly unit: number}): State {
    return changed(state, {chosen: Math.max(0, Math.min(unit, openRun(state.runs).hidden - 1))});
  },
  /** Orders the hidden units otherwise; where one comes first for a reason, it is chosen. */
  'order-units'(state: State): State {
    const order = unitOrders[unitOrders.indexOf(state.units.order) + 1] ?? unitOrders[0];
    const ordered = changed(state, {order});
    const first = order === 'index' ? undefined : orderedUnits(ordered)[0];
    return first === undefined ? ordered : changed(ordered, {chosen: first});
  },
  /** Shows the weights instead of their change, or the change. */
  'toggle-tiles': (state: State): State =>
    changed(state, {tiles: state.units.tiles === 'change' ? 'weights' : 'change'}),
};
