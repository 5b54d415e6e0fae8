import {markedCell, openCell} from '../../state/cell.js';
import {splitEvaluation} from '../../state/evaluations.js';
import type {State} from '../../state/state.js';
import {
  type Cells,
  cellAt,
  confusionLines,
  greatestConfusions,
  type Mark,
  narrowCells,
  widthOf,
} from '../../text/confusion.js';
import {count as written} from '../../text/format.js';
import {ellipsis} from '../../text/marks.js';
import {titleLine} from '../../text/title.js';
import {wrap} from '../../text/wrap.js';
import {digitFigures} from '../../training/evaluation.js';
import {confusion as words} from '../../words/digits.js';
import {sideways, upAndDown, wayOf} from '../arrow-keys.js';
import type {Panel} from '../panel.js';
import {cellText, greatestLine} from './cell-text.js';

/** Columns of a row's label, and of a column of counts at least. */
const [labelWidth, leastCell] = [1, 4];

/** Columns of recall and precision at the end of a row: in whole percent, and with room for a decimal and their names. */
const [brief, full] = [4, 11];

/** Lines of the counts with their title; with the greatest confusions in a line; with what recall and precision are. */
const [counts, withLine, withMeanings] = [12, 13, 15];

/** Which digits of the chosen split are taken for which; its cells can be chosen and opened. */
export const matrixPanel: Panel = {
  name: 'matrix',
  column: 'right',
  rank: 3,
  rooms: [
    {terminal: {columns: 164, lines: 27}, columns: 64, least: withMeanings, most: 37},
    {columns: 50, least: withMeanings, most: withMeanings, leaves: 18},
    {columns: 50, least: withLine, most: withLine, leaves: 13},
    {columns: 43, least: counts, most: counts, leaves: 5},
  ],
  draw(state, {columns, lines}, theme) {
    const confusion = splitEvaluation(state, state.choice.split)?.found.confusion;
    if (confusion === undefined) {
      return [titleLine(words.title, words.axes, columns, theme), theme.paint('dim', words.looking)];
    }
    const mark = markOf(state);
    const cells = cellsOf(confusion, columns);
    const axes = cells.text === inThousands ? words.axesInThousands : words.axes;
    const detail = mark?.role === 'accent' ? cellText(state, mark, countOf(mark, confusion)) : axes;
    return [
      titleLine(words.title, detail, columns, theme),
      ...confusionLines(confusion, cells, figures(confusion, columns - widthOf(cells)), theme, mark),
      ...(lines < withLine ? [] : [greatestLine(state, confusion, columns)]),
      ...(lines < withMeanings ? [] : words.meanings.flatMap(text => wrap(text, columns, 1, ellipsis(theme)))),
      ...greatestList(state, confusion, lines - withMeanings - 1),
    ].slice(0, lines);
  },
  /** Opens the cell. */
  click(state, {column, line}, {columns}) {
    const confusion = splitEvaluation(state, state.choice.split)?.found.confusion;
    const cell = confusion && cellAt({column, line: line - 1}, cellsOf(confusion, columns));
    return cell && {type: 'open-cell', cell};
  },
  held: {
    hint: words.hint,
    enter: words.enter,
    keys: [
      {...sideways, help: words.hint, act: (_, key) => ({type: 'move-cell', down: 0, right: wayOf(key)})},
      {...upAndDown, help: words.hint, act: (_, key) => ({type: 'move-cell', down: wayOf(key), right: 0})},
      {keys: ['return'], label: 'Enter', help: words.hint, act: () => ({type: 'open-cell'})},
    ],
  },
};

/**
 * The cell that stands out: the one that the arrows are in or that is open, else faintly that of the chosen digit; not
 * that one while the answer is hidden.
 */
function markOf(state: State): Mark | undefined {
  if (state.matrix.cell === undefined && !state.choice.predicting) return undefined;
  const cell = markedCell(state);
  const isChosen = state.screen.holds || openCell(state) !== undefined;
  return cell && {...cell, role: isChosen ? 'accent' : 'dim'};
}

const countOf = ({label, answer}: Mark, confusion: readonly number[]): number => confusion[label * 10 + answer] ?? 0;

/** The counts as they are; where there is no room for that, from a thousand on in thousands with a decimal: `5.9`. */
function cellsOf(confusion: readonly number[], columns: number): Cells {
  const exact = narrowCells(confusion, labelWidth, leastCell, String);
  return widthOf(exact) < columns ? exact : narrowCells(confusion, labelWidth, leastCell, inThousands);
}

function inThousands(count: number): string {
  if (count < 1000) return String(count);
  return count < 9950 ? (count / 1000).toFixed(1) : `${Math.round(count / 1000)}k`;
}

/** Recall and precision of each digit at the end of its row, with a line for their names, as exactly as there is room for. */
function figures(confusion: readonly number[], room: number): string[] {
  const isFull = room >= 2 * full;
  if (room < 2 * brief) return new Array<string>(11).fill('');
  const width = isFull ? full : brief;
  const text = (part: number | undefined): string =>
    (part === undefined ? '-' : isFull ? `${(100 * part).toFixed(1)} %` : (100 * part).toFixed(0)).padStart(width);
  const [recall, precision] = isFull ? words.figures : words.briefFigures;
  return [
    `${recall.padStart(width)}${precision.padStart(width)}`,
    ...digitFigures(confusion).map(each => `${text(each.recall)}${text(each.precision)}`),
  ];
}

/** The greatest confusions, one a line, after a blank line. */
function greatestList(state: State, confusion: readonly number[], room: number): string[] {
  const list = room < 1 ? [] : greatestConfusions(confusion, room);
  const width = Math.max(0, ...list.map(({count}) => written(count).length));
  return list.length === 0
    ? []
    : [
        '',
        ...list.map(each => `${' '.repeat(width - written(each.count).length)}${cellText(state, each, each.count)}`),
      ];
}
