import {digit, worded} from '../../dataset/dataset.js';
import {corner, wheelOrder} from '../../network/wheel.js';
import {cursorOf, type MapPoints, mapPoints} from '../../state/map-points.js';
import {labelName} from '../../state/selectors.js';
import type {State} from '../../state/state.js';
import {Canvas} from '../../text/canvas.js';
import {fit, fitFilled} from '../../text/fit.js';
import {count, share} from '../../text/format.js';
import {type Cell, type Circle, cellAt, cellsOf, circleIn} from '../../text/point-map.js';
import {smallDigit} from '../../text/small-digit.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import {splitNames} from '../../words/digits.js';
import {counted, fill} from '../../words/fill.js';
import {map as words} from '../../words/map.js';
import type {Panel, Size} from '../panel.js';
import {mapKeys} from './map-keys.js';

/** Lines besides the picture: a title, and what is drawn. */
const around = 2;

/** The picture of the digit under the cursor, in the upper left corner where the circle leaves room. */
const picture: Size = {columns: 8, lines: 4};

/** The first digits of the split between the ten answers, or in the plane of two directions. */
export const mapPanel: Panel = {
  name: 'map',
  column: 'right',
  rank: 4,
  rooms: [{columns: 24, least: 9, most: 99}],
  draw(state, {columns, lines}, theme) {
    const size = {columns, lines: lines - around};
    const points = mapPoints(state);
    const canvas = new Canvas(size.columns, size.lines);
    const circle = circleIn(size.columns, size.lines);
    if (points !== undefined) putDigits(canvas, state, points, size, theme);
    if (state.map.kind === 'wheel') putCorners(canvas, state, circle, size);
    if (points !== undefined && state.screen.holds) putPicture(canvas, state, points, circle, theme);
    const text = points === undefined ? fit(words.none, columns) : footText(state, points, columns, theme);
    return [
      titleLine(words.title, titleText(state, points, columns), columns, theme),
      ...canvas.lines(theme),
      theme.paint('dim', text),
    ];
  },
  // A click on a digit or beside it chooses that digit; where the arrows are the map's, it moves the cursor there.
  click(state, {column, line}, {columns, lines}) {
    const points = mapPoints(state);
    if (points === undefined) return undefined;
    const cells = cellsOf(points, columns, lines - around);
    const cell =
      cells.find(each => each.column === column && each.line === line - 1) ?? cellBeside(cells, column, line - 1);
    if (cell === undefined) return undefined;
    return {type: state.screen.holds ? 'point' : 'move-to', index: cell.index};
  },
  held: {hint: words.hint, enter: words.enter, keys: mapKeys(around)},
};

/** A digit that stands next to a place in its line, as far as its mark goes. */
const cellBeside = (cells: readonly Cell[], column: number, line: number): Cell | undefined =>
  cells.find(each => each.line === line && Math.abs(each.column - column) === 1);

/**
 * The figure of each digit; mistakes in their colour, and where there are no colours as a mark in the place of the figure;
 * the one that is chosen pointed at.
 */
function putDigits(canvas: Canvas, state: State, points: MapPoints, {columns, lines}: Size, theme: Theme): void {
  const cells = cellsOf(points, columns, lines);
  for (const {column, line, label, isWrong} of cells) {
    if (isWrong) canvas.put(column, line, isColoured(theme) ? String(label) : markOf(theme), 'bad');
    else canvas.put(column, line, String(label));
  }
  const {screen, choice} = state;
  const index = screen.holds ? cursorOf(state, points.labels.length) : choice.index;
  const label = points.labels[index];
  if (label === undefined) return;
  const place = [points.positions[2 * index] ?? 0, points.positions[2 * index + 1] ?? 0] as const;
  const [column, line] = cellAt(circleIn(columns, lines), ...place);
  const [before, after] = theme.unicode ? ['▸', '◂'] : ['>', '<'];
  canvas.put(column - 1, line, `${before}${label}${after}`, 'accent');
}

/** The mark of a mistake where there are no colours. */
const markOf = ({unicode}: Theme): string => (unicode ? '✗' : 'x');

const isColoured = ({greys}: Theme): boolean => greys > 0;

/** The answers around the wheel: their figures, and beside them their names where there is room. */
function putCorners(canvas: Canvas, state: State, circle: Circle, {columns}: Size): void {
  const {middle, radius} = circle;
  for (const answer of wheelOrder) {
    const [x, y] = corner(answer);
    const [column, line] = cellAt({middle, radius: radius + 1}, x, y);
    const name = labelName(state, answer);
    const isLeft = x < 0;
    const room = (isLeft ? column : columns - column - 1) - 1;
    canvas.put(column, line, String(answer), 'title');
    if (name === String(answer) || name.length > room) continue;
    canvas.put(isLeft ? column - 1 - name.length : column + 2, line, name, 'dim');
  }
}

/** The digit under the cursor as a small picture. */
function putPicture(canvas: Canvas, state: State, points: MapPoints, circle: Circle, {unicode}: Theme): void {
  const data = state.session.data[state.choice.split];
  const {middle, radius} = circle;
  const [aside, above] = [(middle[0] - picture.columns) / 2, middle[1] - picture.lines];
  if (data === undefined || aside < 0 || above < 0 || Math.hypot(aside, above) < radius + 1) return;
  const pixels = digit(data, cursorOf(state, points.labels.length));
  smallDigit(pixels, picture.columns, picture.lines, unicode).forEach((text, line) => {
    canvas.put(0, line, text);
  });
}

/** What kind of map it is. */
function titleText({map, session, choice}: State, points: MapPoints | undefined, columns: number): string {
  const room = columns - words.title.length - 4;
  if (map.kind === 'wheel') {
    const texts = words.wheel.map(text => worded(text, session.data[choice.split]));
    return fit(texts, room);
  }
  if (points === undefined || map.frame === undefined) return '';
  const values = {share: percent(map.frame.share), most: percent(map.frame.most)};
  return fitFilled(values.share === values.most ? words.directions : words.following, values, room);
}

const percent = (part: number): string => share(part).replace(/\.\d/, '');

/** What is drawn, or the digit under the cursor. */
function footText(state: State, {answers, labels, mistakes}: MapPoints, columns: number, theme: Theme): string {
  const {choice, session, screen, map} = state;
  const {split} = choice;
  if (screen.holds) {
    const index = cursorOf(state, labels.length);
    const name = (answer: number | undefined): string => labelName(state, answer ?? 0);
    const values = {split: splitNames[split], index, label: name(labels[index]), answer: name(answers[index])};
    const isHidden = index === choice.index && !choice.predicting;
    return fitFilled(isHidden ? words.hidden : words.pointed, values, columns);
  }
  const all = count(session.data[split]?.count ?? 0);
  const mark = isColoured(theme) ? words.marks.coloured : fill(words.marks.plain, {mark: markOf(theme)});
  const values = {
    split: splitNames[split],
    shown: count(labels.length),
    count: all,
    mistakes: counted(words.mistakes, {count: mistakes}),
    mark,
  };
  const texts = words.legends[map.kind].map(text => worded(fill(text, values), session.data[split]));
  return fit(texts, columns);
}
