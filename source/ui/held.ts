import type {State} from '../state/state.js';
import {overlays} from './overlays.js';
import type {Held, Size} from './panel.js';
import {placesOf} from './views.js';

/**
 * What takes the arrows, and its size: what covers the panels, if it can, else the first panel of the view that can, and
 * that there is room for.
 */
export function heldIn(state: State): (Held & {readonly size: Size}) | undefined {
  const {columns, rows, overlay} = state.screen;
  if (overlay !== 'none') {
    const {held} = overlays[overlay];
    return held && {...held, size: {columns, lines: rows - 4}};
  }
  return heldInView(state);
}

/** The first panel of the view that can take the arrows, and that there is room for. */
export function heldInView(state: State): (Held & {readonly size: Size}) | undefined {
  for (const {panel, size} of placesOf(state)) if (panel.held !== undefined) return {...panel.held, size};
  return undefined;
}
