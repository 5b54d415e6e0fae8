import type {State} from '../state/state.js';
import {layout} from './layout.js';
import type {Held, Size} from './panel.js';
import {views} from './views.js';

/** What takes the arrows in the view that is shown, and its size: the first of its panels that can, and that there is room for. */
export function heldIn({screen: {columns, rows, view}}: State): (Held & {readonly size: Size}) | undefined {
  const places = layout(columns, rows, views[view].panels)?.places ?? [];
  const [first] = places.flatMap(({panel: {held}, size}) => (held === undefined ? [] : [{...held, size}]));
  return first;
}
