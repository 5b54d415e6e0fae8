import {digit, type SplitData, worded} from '../../dataset/dataset.js';
import {countFalse} from '../../dataset/share.js';
import {type Walk, walkOf} from '../../state/mistakes.js';
import type {State} from '../../state/state.js';
import {fit, fitFilled} from '../../text/fit.js';
import {count} from '../../text/format.js';
import {
  gallery,
  hidden,
  type Picture,
  type PictureSize,
  pictureAt,
  pictureGap,
  picturesPerRow,
} from '../../text/gallery.js';
import {markOf, pointerTo} from '../../text/marks.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import {wrap} from '../../text/wrap.js';
import {verdict, mistakes as words} from '../../words/digits.js';
import {fill} from '../../words/fill.js';
import type {Panel, Size} from '../panel.js';
import {briefCellText, cellText} from './cell-text.js';

/** The size of a picture by the lines that there are at least, the largest first. */
const sizes: readonly (PictureSize & {readonly from: number})[] = [
  {from: 24, columns: 11, lines: 5},
  {from: 16, columns: 8, lines: 4},
  {from: 0, columns: 8, lines: 3},
];

/** The mistakes of the network that is looked at, or the digits of an open cell, as small pictures in their order. */
export const mistakesPanel: Panel = {
  name: 'mistakes',
  column: 'far',
  rank: 4,
  rooms: [
    {column: 'far', terminal: {columns: 200, lines: 46}, width: 72, least: 5, most: 99},
    {column: 'far', terminal: {columns: 164, lines: 27}, width: 60, least: 5, most: 99},
    {column: 'right', columns: 24, least: 5, most: 99},
  ],
  draw(state, {columns, lines}, theme) {
    const walk = walkOf(state);
    const data = state.session.data[state.choice.split];
    if (walk === undefined || data === undefined) {
      return [
        titleLine(words.title, '', columns, theme),
        ...wrap(words.none, columns).map(line => theme.paint('dim', line)),
      ];
    }
    if (walk.indices.length === 0) {
      const none = verdict[walk.cell === undefined ? 'mistakes' : 'cell'].none;
      return [titleOf(state, walk, columns, theme), theme.paint('dim', worded(none, data))];
    }
    const size = sizeOf(lines);
    const pictures = pageOf(state, walk, {columns, lines}).map(index => pictureOf(state, walk, data, index, theme));
    return [titleOf(state, walk, columns, theme), ...gallery(pictures, columns, lines - 1, size, theme)];
  },
  /** Chooses the digit. */
  click(state, {column, line}, room) {
    const walk = walkOf(state);
    if (walk === undefined || line === 0) return undefined;
    const size = sizeOf(room.lines);
    const perRow = picturesPerRow(room.columns, size);
    const place = pictureAt({column, line: line - 1}, perRow, size.columns + pictureGap, size.lines);
    const index = place === undefined ? undefined : pageOf(state, walk, room)[place];
    return index === undefined ? undefined : {type: 'move-to', index};
  },
};

const sizeOf = (lines: number): PictureSize => sizes.find(({from}) => lines >= from) ?? {columns: 8, lines: 3};

/** How many there are, and of how many so far; of an open cell which. */
function titleOf(state: State, {indices, done, count: all, cell}: Walk, columns: number, theme: Theme): string {
  const values = {mistakes: count(indices.length), done: count(done), count: count(all)};
  if (cell !== undefined) {
    const order = words[cell.label === cell.answer ? 'cellRight' : 'cellWrong'];
    const what = cellText(state, cell, indices.length);
    const long = done < all ? fill(words.cellSoFar, {what, ...values}) : fill(order, {what});
    const title = fit([long, what, briefCellText(state, cell, indices.length)], columns - 4);
    return titleLine(title.slice(0, columns - 4), '', columns, theme);
  }
  const data = state.session.data[state.choice.split];
  const found = data?.ownLabels && {found: count(countFalse(data, indices)), all: count(countFalse(data))};
  const room = columns - words.title.length - 4;
  const detail =
    found === undefined || done < all
      ? fitFilled(done < all ? words.soFar : words.of, values, room)
      : fitFilled(words.doubted, {...values, ...found}, room);
  return titleLine(words.title, detail, columns, theme);
}

/** The digits of the page that the chosen one is on, else of the first. */
function pageOf({choice}: State, {indices}: Walk, {columns, lines}: Size): number[] {
  const size = sizeOf(lines);
  const page = Math.max(1, picturesPerRow(columns, size) * Math.floor((lines - 1) / (size.lines + 1)));
  const first = Math.floor(Math.max(0, indices.indexOf(choice.index)) / page) * page;
  return [...indices.subarray(first, first + page)];
}

/** A digit with its answer and label; in a cell, where all answers are one, with the lead. */
function pictureOf({choice}: State, {found, cell}: Walk, data: SplitData, index: number, theme: Theme): Picture {
  const isChosen = index === choice.index;
  const arrow = pointerTo(true, theme);
  if (isChosen && !choice.predicting)
    return {pixels: digit(data, index), caption: `${arrow} ${hidden}`, role: 'accent'};
  const [answer, label] = [found.answers[index], data.labels[index]];
  const isRight = answer === label;
  const mark = isChosen ? arrow : markOf(isRight, theme);
  const said = cell === undefined ? `${answer} (${label})` : (found.margins[index] ?? 0).toFixed(2);
  const role = isChosen ? 'accent' : isRight ? 'good' : 'bad';
  return {pixels: digit(data, index), caption: `${mark} ${said}`, role};
}
