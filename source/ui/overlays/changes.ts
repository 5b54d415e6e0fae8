import {digit} from '../../dataset/dataset.js';
import {changesOf} from '../../state/changes.js';
import type {State} from '../../state/state.js';
import {fit} from '../../text/fit.js';
import {count} from '../../text/format.js';
import {gallery, type Picture, picturesPerRow} from '../../text/gallery.js';
import {markOf} from '../../text/marks.js';
import type {Theme} from '../../text/theme.js';
import {wrap} from '../../text/wrap.js';
import {changes as words} from '../../words/digits.js';
import {fill} from '../../words/fill.js';
import type {Overlay} from '../overlay.js';

/** The size of a picture, and how many of each kind are shown at most. */
const size = {columns: 8, lines: 3};
const most = 200;

/** What was learned and forgotten since a moment: how many digits, and which. */
export const changesOverlay: Overlay = {
  title: words.title,
  isRead: true,
  draw: (state, {columns}, theme) => changesLines(state, columns, theme),
};

/** How much was learned and forgotten, in a sentence. */
export function changesSummary(state: State): string {
  const changes = changesOf(state);
  const {test} = state.session.data;
  if (changes === undefined || test === undefined) return words.none;
  const {learned, forgotten, found, from, to} = changes;
  const now = test.labels.filter((label, index) => found.answers[index] !== label).length;
  const summary = fill(words.summary, {
    learned: count(learned.length),
    forgotten: count(forgotten.length),
    from: count(from),
    to: count(to),
    before: count(now + learned.length - forgotten.length),
    now: count(now),
  });
  return state.units.off.length === 0 ? summary : fill(words.allUnits, {summary});
}

function changesLines(state: State, width: number, theme: Theme): string[] {
  const changes = changesOf(state);
  const {test} = state.session.data;
  const summary = wrap(changesSummary(state), width);
  if (changes === undefined || test === undefined) return summary;
  const {learned, forgotten, found} = changes;
  const pictureOf = (index: number): Picture => {
    const [answer, label] = [found.answers[index], test.labels[index]];
    const isRight = answer === label;
    const caption = `${markOf(isRight, theme)} ${answer}${isRight ? '' : ` (${label})`}`;
    return {pixels: digit(test, index), caption, role: isRight ? 'good' : 'bad'};
  };
  const block = (title: string, indices: readonly number[]): string[] => {
    if (indices.length === 0) return [];
    const shown = indices.slice(0, most);
    const lines = Math.ceil(shown.length / picturesPerRow(width, size)) * (size.lines + 1);
    return ['', theme.paint('title', title), ...gallery(shown.map(pictureOf), width, lines, size, theme)];
  };
  // The captions have room for the numbers of classes, which are said here.
  const classes = (test.classNames ?? []).map((name, label) => `${label} ${name}`).join(', ');
  const legend = wrap(classes, width).map(line => theme.paint('dim', line));
  return [...summary, ...legend, ...block(fit(words.forgotten, width), forgotten), ...block(words.learned, learned)];
}
