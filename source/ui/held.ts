import type {State} from '../state/state.js';
import {layout} from './layout.js';
import type {Held} from './panel.js';
import {views} from './views.js';

/** What takes the arrows in the view that is shown: the first of its panels that can, and that there is room for. */
export function heldIn({screen: {columns, rows, view}}: State): Held | undefined {
  const places = layout(columns, rows, views[view].panels)?.places ?? [];
  return places.find(({panel}) => panel.held !== undefined)?.panel.held;
}
