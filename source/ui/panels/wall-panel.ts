import {worded} from '../../dataset/dataset.js';
import {type FirstDigit, firstDigits} from '../../state/first-digits.js';
import {markedIndex} from '../../state/wall.js';
import {fitFilled} from '../../text/fit.js';
import {hidden, type Picture, pictureAt, pictureRow} from '../../text/gallery.js';
import {markOf, pointerTo} from '../../text/marks.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import {splitNames, wall as words} from '../../words/digits.js';
import {fill} from '../../words/fill.js';
import {sideways, upAndDown, wayOf} from '../arrow-keys.js';
import type {Panel, Size} from '../panel.js';

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
    const title = worded(fill(words.title, {split: splitNames[split]}), state.session.data[split]);
    if (digits.length === 0) return [titleLine(title, '', columns, theme)];
    const right = digits.filter(({isRight}) => isRight).length;
    const detail = fitFilled(words.right, {right, count: digits.length}, columns - title.length - 4);
    const {pitch, height} = measuresOf({columns, lines});
    const size = {columns: columnsOfOne, lines: height};
    const {predicting, index: chosen} = state.choice;
    const marked = markedIndex(state);
    const pictures = digits.map((digit, index) =>
      pictureOf(digit, {isMarked: index === marked, isHidden: index === chosen && !predicting}, theme),
    );
    return [
      titleLine(title, detail, columns, theme),
      ...Array.from({length: rows}, (_, row) =>
        pictureRow(pictures.slice(row * perRow, (row + 1) * perRow), pitch, size, theme),
      ).flat(),
    ];
  },
  /** Chooses the digit. */
  click(state, {column, line}, size) {
    const {pitch, height} = measuresOf(size);
    const index = pictureAt({column, line: line - 1}, perRow, pitch, height);
    return index === undefined || line === 0 || index >= firstDigits(state).length
      ? undefined
      : {type: 'move-to', index};
  },
  held: {
    hint: words.hint,
    keys: [
      {...sideways, help: words.hint, act: (_, key) => ({type: 'move-on-wall', by: wayOf(key)})},
      {...upAndDown, help: words.hint, act: (_, key) => ({type: 'move-on-wall', by: perRow * wayOf(key)})},
      {keys: ['return'], label: 'Enter', help: words.hint, act: () => ({type: 'choose-on-wall'})},
    ],
  },
};

/** Columns from one digit to the next, and lines of a picture. */
const measuresOf = ({columns, lines}: Size): {readonly pitch: number; readonly height: number} => ({
  pitch: Math.min(2 * columnsOfOne, Math.floor(columns / perRow)),
  height: lines < linesOf(high) ? low : high,
});

/** A digit with the answer: `✓ 7`, or `✗ 4 (9)` where the label is 9; `▸✓ 7` where it is marked, `▸?` while it is hidden. */
function pictureOf(
  {pixels, answer, label, isRight}: FirstDigit,
  {isMarked, isHidden}: {readonly isMarked: boolean; readonly isHidden: boolean},
  theme: Theme,
): Picture {
  const mark = pointerTo(isMarked, theme);
  if (isHidden) return {pixels, caption: `${mark}${hidden}`, role: 'accent'};
  const caption = `${markOf(isRight, theme)} ${answer}${isRight ? '' : ` (${label})`}`;
  return {pixels, caption: `${mark}${caption}`, role: isMarked ? 'accent' : isRight ? 'good' : 'bad'};
}
