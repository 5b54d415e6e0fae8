import {worded} from '../../dataset/dataset.js';
import type {OverlayName} from '../../state/screen.js';
import {lookedAt} from '../../state/selectors.js';
import type {State} from '../../state/state.js';
import {fit} from '../../text/fit.js';
import {count as written} from '../../text/format.js';
import {plainTheme, type Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import {fill} from '../../words/fill.js';
import {screen as words} from '../../words/screen.js';
import {overlays} from '../overlays.js';

/** What covers the panels, from the line on that it was scrolled to. */
export function overlayPanel(state: State, name: OverlayName, width: number, height: number, theme: Theme): string[] {
  const {overlayTop} = state.screen;
  const {title: named, draw} = overlays[name];
  const title = worded(named, state.session.data[state.choice.split]);
  const room = Math.max(1, height - 1);
  const lines = draw(state, {columns: width, lines: room}, theme);
  const count = lines.length;
  const top = Math.min(overlayTop, Math.max(0, count - room));
  const shown = lines.slice(top, top + room);
  const last = top + shown.length;
  const moment = momentText(state, name);
  const range = shown.length < count ? fill(words.range, {first: top + 1, last, count}) : '';
  const parts = [moment, range].filter(part => part !== '');
  const detail = fit([[...parts, words.close].join('  '), parts.join('  ')], width - title.length - 4);
  const painted = moment === '' ? detail : detail.replace(moment, theme.paint('notice', moment));
  return [titleLine(title, painted, width, theme), ...shown];
}

/** The moment that it is about, where that is not the newest: what is redrawn live is about the one that is looked at. */
function momentText(state: State, name: OverlayName): string {
  const looked = lookedAt(state);
  if (looked === undefined || looked.isLive || overlays[name].isRead) return '';
  return fill(words.moment.step, {step: written(looked.step)});
}

/** How far an overlay of a size can be scrolled, and how many lines of it are shown. */
export function overlayRange(
  state: State,
  name: OverlayName,
  width: number,
  height: number,
): {most: number; page: number} {
  const page = Math.max(1, height - 1);
  const count = overlays[name].draw(state, {columns: width, lines: page}, plainTheme).length;
  return {page, most: Math.max(0, count - page)};
}
