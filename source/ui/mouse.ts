import type {Action} from '../state/actions.js';
import type {State} from '../state/state.js';
import type {MouseEvent} from '../terminal/events.js';
import type {Place} from './layout.js';
import {scrollAction} from './overlay-scroll.js';
import {readOverlay} from './overlays.js';
import type {Point} from './panel.js';
import {tabAt} from './panels/tabs.js';
import {placesOf} from './views.js';
import {walk} from './walk.js';

/** How many lines the wheel scrolls what is there to be read. */
const wheelLines = 3;

/**
 * What the user wants with the mouse: a click chooses what it points at, the wheel walks the digits, on the canvas the
 * left button draws and the right one erases. Nothing needs it. Shift and the other buttons are left to the terminal.
 */
export function mouseAction(state: State, event: MouseEvent): Action | undefined {
  const {prompt, question, overlay} = state.screen;
  // Whatever has opened meanwhile, a button that was pressed is let go.
  if (state.drawing.mouse !== undefined && event.action === 'release') return {type: 'lift'};
  if (prompt !== undefined || question !== undefined) return undefined;
  const read = readOverlay(state);
  if (event.action === 'wheel') {
    if (event.direction !== 'up' && event.direction !== 'down') return undefined;
    const by = event.direction === 'up' ? -1 : 1;
    return read === undefined ? walk(state, by) : scrollAction(state, read, event.direction, wheelLines);
  }
  if (event.action !== 'press' && event.action !== 'drag') return undefined;
  const {action, button} = event;
  const [column, line] = [event.column - 1, event.row - 1];
  if (action === 'press' && button === 'left' && line === 0) {
    const view = tabAt(state, column);
    return view === undefined ? undefined : {type: 'view', view};
  }
  if (overlay !== 'none') return undefined;
  const at = {column, line: line - 1};
  if (action === 'drag') return state.drawing.mouse === undefined ? undefined : dragged(state, at, button, false);
  return dragged(state, at, button, true) ?? (button === 'left' ? clicked(state, at) : undefined);
}

const isIn = ({left, top, size}: Place, {column, line}: Point): boolean =>
  column >= left && column < left + size.columns && line >= top && line < top + size.lines;

/** The same point, counted from a panel's corner. */
const within = ({left, top}: Place, {column, line}: Point): Point => ({column: column - left, line: line - top});

/** A click between header and footer. */
function clicked(state: State, at: Point): Action | undefined {
  const place = placesOf(state).find(each => isIn(each, at));
  return place?.panel.click?.(state, within(place, at), place.size);
}

/** A button that is pressed in a panel which takes drags, or a drag that goes on from there. */
function dragged(state: State, at: Point, button: string, begins: boolean): Action | undefined {
  if (button !== 'left' && button !== 'right') return undefined;
  const place = placesOf(state).find(each => each.panel.drag !== undefined && (!begins || isIn(each, at)));
  return place?.panel.drag?.(within(place, at), place.size, button, begins);
}
