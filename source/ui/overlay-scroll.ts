import type {Action} from '../state/actions.js';
import type {OverlayName} from '../state/screen.js';
import type {State} from '../state/state.js';
import {footerLines} from './panels/footer.js';
import {overlayRange} from './panels/overlay-panel.js';

/** How far each key scrolls what covers the panels, in lines, of which a page is shown. */
const steps: Readonly<Record<string, (page: number) => number>> = {
  up: () => -1,
  down: () => 1,
  left: page => -page,
  right: page => page,
  pageup: page => -page,
  pagedown: page => page,
  home: () => Number.NEGATIVE_INFINITY,
  end: () => Number.POSITIVE_INFINITY,
};

/** Whether a key scrolls what covers the panels. */
export const scrolls = (key: string): boolean => Object.hasOwn(steps, key);

/** What covers the panels moved by a key, no further than to its ends. Pure. */
export function scrollAction(state: State, name: OverlayName, key: string, times = 1): Action {
  const {columns, rows, overlayTop} = state.screen;
  const {page, most} = overlayRange(state, name, columns, rows - 2 - footerLines(state, columns));
  const top = Math.min(overlayTop, most) + times * (steps[key]?.(page) ?? 0);
  return {type: 'scroll-overlay', top: Math.max(0, Math.min(most, top))};
}
