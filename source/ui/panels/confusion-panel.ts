import {evaluationOf} from '../../state/evaluations.js';
import {labelName} from '../../state/selectors.js';
import type {State} from '../../state/state.js';
import {greatestConfusions} from '../../text/confusion.js';
import {share} from '../../text/format.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import {confusion as words} from '../../words/en/digits.js';
import {fill} from '../../words/fill.js';
import type {Panel} from '../panel.js';

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Columns of a row's label, and of a column of counts at least and where there is room. */
const [labelWidth, leastCell, cell] = [2, 4, 5];

/** Lines with the greatest confusions in words below the counts. */
const withWords = 13;

/** What the terminal has to have: the wall comes first. */
const terminal = {columns: 100, lines: 27};

/** Which digits of the test split are taken for which: a row for each label, a column for each answer. */
export const confusionPanel: Panel = {
  name: 'confusion',
  column: 'far',
  rank: 6,
  rooms: [
    {column: 'far', terminal, width: 57, least: withWords, most: withWords},
    {column: 'right', terminal, columns: 52, least: withWords, most: withWords, leaves: 8},
    {column: 'right', terminal, columns: 52, least: 12, most: 12, leaves: 8},
  ],
  draw(state, {columns, lines}, theme) {
    const counts = evaluationOf(state)?.confusion;
    const title = titleLine(words.title, words.axes, columns, theme);
    if (counts === undefined) return [title, theme.paint('dim', words.none)];
    const widths = cellWidths(counts, columns);
    const room = columns - labelWidth - widths.reduce((sum, width) => sum + width);
    const header = digits.map((digit, column) => String(digit).padStart(widths[column] ?? cell)).join('');
    return [
      title,
      theme.paint('dim', `${' '.repeat(labelWidth)}${header}`),
      ...digits.map(label => `${row(label, counts, widths, theme)}${rightShare(label, counts, room)}`),
      ...(lines < withWords ? [] : [inWords(state, counts, columns)]),
    ];
  },
};

/** How wide each column is: all alike where there is room for the shares, else as narrow as its counts allow. */
function cellWidths(counts: readonly number[], columns: number): number[] {
  if (columns >= labelWidth + 10 * cell + share(1).length + 1) return digits.map(() => cell);
  return digits.map(answer => {
    const widest = Math.max(...digits.map(label => String(counts[label * 10 + answer]).length));
    return Math.max(leastCell, widest + 1);
  });
}

function row(label: number, counts: readonly number[], widths: readonly number[], {unicode, paint}: Theme): string {
  const all = sumOf(label, counts);
  const cells = digits.map(answer => {
    const count = counts[label * 10 + answer] ?? 0;
    const text = count === 0 ? (unicode ? '·' : '.') : String(count);
    const role = label === answer ? undefined : shade(count / Math.max(1, all));
    const blanks = ' '.repeat(Math.max(0, (widths[answer] ?? 0) - text.length));
    return `${blanks}${role === undefined ? text : paint(role, text)}`;
  });
  return `${paint('dim', String(label).padStart(labelWidth))}${cells.join('')}`;
}

/** How much a mistake stands out, by its share of all digits with the label. */
function shade(part: number): 'dim' | 'bad' | 'inverse' | undefined {
  if (part < 0.005) return 'dim';
  if (part < 0.015) return undefined;
  return part < 0.05 ? 'bad' : 'inverse';
}

const sumOf = (label: number, counts: readonly number[]): number =>
  digits.reduce((sum, answer) => sum + (counts[label * 10 + answer] ?? 0), 0);

/** The share of right answers at the end of a row, as exactly as there is room for. */
function rightShare(label: number, counts: readonly number[], room: number): string {
  const all = sumOf(label, counts);
  if (all === 0) return '';
  const right = (counts[label * 11] ?? 0) / all;
  const texts = [share(right), (100 * right).toFixed(0)].map(text => ` ${text.padStart(text.includes('%') ? 7 : 3)}`);
  return texts.find(text => text.length <= room) ?? '';
}

/** The greatest confusions, as many of three as fit. */
function inWords(state: State, counts: readonly number[], columns: number): string {
  const texts = greatestConfusions(counts, 3).map(({label, answer, count}) =>
    fill(words.as, {label: labelName(state, label), answer: labelName(state, answer), count}),
  );
  if (texts.length === 0) return words.noMistake;
  const line = (): string => fill(words.most, {confusions: texts.join(', ')});
  while (texts.length > 1 && line().length > columns) texts.pop();
  return line();
}
