import type {Action} from '../state/actions.js';
import type {State} from '../state/state.js';
import type {MouseEvent} from '../terminal/events.js';
import {layout} from './layout.js';
import {scrollAction} from './overlay-scroll.js';
import {overlays} from './overlays.js';
import {tabAt} from './panels/tabs.js';
import {views} from './views.js';

/** How many lines the wheel scrolls what is there to be read. */
const wheelLines = 3;

/**
 * What the user wants with the mouse: a click chooses what it points at, the wheel walks the digits. Nothing needs it.
 * Shift and the other buttons are left to the terminal.
 */
export function mouseAction(state: State, event: MouseEvent): Action | undefined {
  const {prompt, question, overlay} = state.screen;
  if (prompt !== undefined || question !== undefined) return undefined;
  const read = overlay !== 'none' && overlays[overlay].isRead ? overlay : undefined;
  if (event.action === 'wheel') {
    if (event.direction !== 'up' && event.direction !== 'down') return undefined;
    const by = event.direction === 'up' ? -1 : 1;
    return read === undefined ? {type: 'move', by} : scrollAction(state, read, event.direction, wheelLines);
  }
  if (event.action !== 'press' || event.button !== 'left') return undefined;
  const [column, line] = [event.column - 1, event.row - 1];
  if (line === 0) {
    const view = tabAt(state, column);
    return view === undefined ? undefined : {type: 'view', view};
  }
  return overlay === 'none' ? clicked(state, column, line - 1) : undefined;
}

/** A click between header and footer. */
function clicked(state: State, column: number, line: number): Action | undefined {
  const {columns, rows, view} = state.screen;
  const place = layout(columns, rows, views[view].panels)?.places.find(
    ({left, top, size}) => column >= left && column < left + size.columns && line >= top && line < top + size.lines,
  );
  return place?.panel.click?.(state, {column: column - place.left, line: line - place.top}, place.size);
}
