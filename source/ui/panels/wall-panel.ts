import {worded} from '../../dataset/dataset.js';
import {type FirstDigit, firstDigits} from '../../state/first-digits.js';
import {type Picture, pictureRow} from '../../text/gallery.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import {wall as words} from '../../words/en/digits.js';
import {fill} from '../../words/fill.js';
import type {Panel} from '../panel.js';

/** Digits beside each other, the columns of one, and its lines where there is little room and much. */
const [perRow, columnsOfOne, low, high] = [8, 7, 3, 4];
const rows = 3;

/** Lines of all: a title, and of each row its pictures and its answers. */
const linesOf = (picture: number): number => 1 + rows * (picture + 1);

/** What the terminal has to have: the wall, the digit and the scores beside each other. */
export const wallTerminal = {columns: 100, lines: 27};

/** The first digits of the split with the network's answers, right and wrong. */
export const wallPanel: Panel = {
  name: 'wall',
  column: 'right',
  rank: 4,
  rooms: [
    {
      terminal: wallTerminal,
      columns: perRow * (columnsOfOne + 1),
      least: linesOf(high),
      most: linesOf(high),
      leaves: 25,
    },
    {terminal: wallTerminal, columns: perRow * (columnsOfOne + 1), least: linesOf(low), most: linesOf(low), leaves: 8},
  ],
  draw(state, {columns, lines}, theme) {
    const digits = firstDigits(state);
    const {split} = state.choice;
    const title = worded(fill(words.title, {split}), state.session.data[split]);
    if (digits.length === 0) return [titleLine(title, '', columns, theme)];
    const right = digits.filter(({isRight}) => isRight).length;
    const detail = fill(words.right, {right, count: digits.length});
    const height = lines < linesOf(high) ? low : high;
    const shown = Array.from({length: rows}, (_, row) => digits.slice(row * perRow, (row + 1) * perRow));
    const pitch = Math.min(2 * columnsOfOne, Math.floor(columns / perRow));
    const size = {columns: columnsOfOne, lines: height};
    const pictures = shown.map(row => row.map(digit => pictureOf(digit, theme)));
    return [titleLine(title, detail, columns, theme), ...pictures.flatMap(row => pictureRow(row, pitch, size, theme))];
  },
};

/** A digit with the answer: `✓ 7`, or `✗ 4 (9)` where the label is 9. */
function pictureOf({pixels, answer, label, isRight}: FirstDigit, {unicode}: Theme): Picture {
  const caption = isRight ? ` ${unicode ? '✓' : '+'} ${answer}` : ` ${unicode ? '✗' : '-'} ${answer} (${label})`;
  return {pixels, caption, role: isRight ? 'good' : 'bad'};
}
