import {side} from '../../network/architecture.js';
import {hasInk} from '../../state/drawing.js';
import {chosenDigit} from '../../state/selectors.js';
import type {State} from '../../state/state.js';
import {markedPicture, type PixelMarks, pictureSizes, sizeWithin} from '../../text/digit-picture.js';
import {fit} from '../../text/fit.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import {splitNames} from '../../words/digits.js';
import {drawing as words} from '../../words/drawing.js';
import {fill} from '../../words/fill.js';
import type {Panel, Point, Size} from '../panel.js';
import {canvasKeys} from './canvas-keys.js';
import {flipMarks} from './flip-marks.js';
import {indentOf, pictureRooms} from './picture-rooms.js';

/** What can be drawn on, by the mouse and by keys. */
export const canvasPanel: Panel = {
  name: 'canvas',
  column: 'left',
  rank: 1,
  rooms: pictureRooms({columns: 108, lines: 35}),
  draw(state, size, theme) {
    const {drawing, choice} = state;
    const shown = sizeWithin(size);
    const detail = shown === pictureSizes.half ? '' : detailOf(state, size.columns - words.title.length - 4);
    const indent = ' '.repeat(indentOf(size));
    const lines = markedPicture(drawing.pixels, marksOf(state, theme), choice.art, shown, theme);
    return [titleLine(words.title, detail, size.columns, theme), ...lines.map(line => `${indent}${line}`)];
  },
  drag(at, size, button, begins) {
    const to = pointAt(at, size);
    if (begins && (to.y < 0 || to.x < 0 || to.x > side)) return undefined;
    return {type: 'stroke', to, erases: button === 'right', begins};
  },
  held: canvasKeys,
};

/** The middle of a character on the canvas, in pixels. */
function pointAt({column, line}: Point, size: Size): {readonly x: number; readonly y: number} {
  const shown = sizeWithin(size);
  return {
    x: ((column - indentOf(size) + 0.5) * side) / shown.columns,
    y: ((line - 1 + 0.5) * side) / shown.lines,
  };
}

/** What the canvas was begun with, and what is in hand. */
function detailOf(state: State, room: number): string {
  const {drawing, screen} = state;
  const [long, brief] = originOf(state);
  if (!screen.holds) return fit([long, brief], room);
  const tool = words.tools[drawing.tool];
  const after = (text: string): string => (text === '' ? tool : `${text}, ${tool}`);
  return fit([after(long), after(brief), tool], room);
}

function originOf({drawing: {pixels, of, kept = []}}: State): readonly [long: string, brief: string] {
  if (of === undefined) return hasInk(pixels) ? ['', ''] : [words.nothing, ''];
  if ('split' in of) {
    const digit = {split: splitNames[of.split], index: of.index};
    return [fill(words.ofDigit[0], digit), fill(words.ofDigit[1], digit)];
  }
  const place = {place: of.kept + 1, count: kept.length};
  return [fill(words.ofKept[0], place), fill(words.ofKept[1], place)];
}

/** The cursor, while the canvas has the arrows, over the pixels that flip the answer, where those are the canvas's. */
function marksOf(state: State, theme: Theme): PixelMarks {
  const {drawing, screen} = state;
  const {x, y} = drawing.cursor;
  const text = theme.unicode ? (['▲', '▼'] as const) : (['^', 'v'] as const);
  return new Map([
    ...(chosenDigit(state)?.pixels === drawing.pixels ? flipMarks(state) : []),
    ...(screen.holds ? [[y * side + x, {role: 'accent', text}] as const] : []),
  ]);
}
