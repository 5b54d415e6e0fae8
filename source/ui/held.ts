import type {State} from '../state/state.js';
import {layout} from './layout.js';
import type {Held, Size} from './panel.js';
import {views} from './views.js';

/** What takes the arrows in the view that is shown: the first of its panels that can, and that there is room for; and its size. */
export function heldIn({screen: {columns, rows, view}}: State): (Held & {readonly size: Size}) | undefined {
  const places = layout(columns, rows, views[view].panels)?.places ?? [];
  for (const {panel, size} of places) if (panel.held !== undefined) return {...panel.held, size};
  return undefined;
}
