import type {State} from '../state/state.js';
import {layout} from './layout.js';
import {overlays} from './overlays.js';
import type {Held} from './panel.js';
import {views} from './views.js';

/**
 * What takes the arrows: what covers the panels, if it can, else the first panel of the view that can, and that there is
 * room for.
 */
export function heldIn({screen: {columns, rows, view, overlay}}: State): Held | undefined {
  if (overlay !== 'none') return overlays[overlay].held;
  const places = layout(columns, rows, views[view].panels)?.places ?? [];
  return places.find(({panel}) => panel.held !== undefined)?.panel.held;
}
