import {evaluationOf} from '../../state/evaluations.js';
import {type Cells, confusionLines, narrowCells, widthOf} from '../../text/confusion.js';
import {share} from '../../text/format.js';
import {titleLine} from '../../text/title.js';
import {digitFigures} from '../../training/evaluation.js';
import {confusion as words} from '../../words/digits.js';
import type {Panel} from '../panel.js';
import {greatestLine} from './cell-text.js';
import {wallTerminal} from './wall-panel.js';

/** Columns of a row's label, and of a column of counts at least and where there is room. */
const [labelWidth, leastCell, cell] = [2, 4, 5];

/** Lines with the greatest confusions in words below the counts. */
const withWords = 13;

/** Which digits of the test split are taken for which: a row for each label, a column for each answer. */
export const confusionPanel: Panel = {
  name: 'confusion',
  column: 'far',
  rank: 6,
  rooms: [
    // The wall comes first.
    {column: 'far', terminal: wallTerminal, width: 57, least: withWords, most: withWords},
    {column: 'right', terminal: wallTerminal, columns: 52, least: withWords, most: withWords, leaves: 8},
    {column: 'right', terminal: wallTerminal, columns: 52, least: 12, most: 12, leaves: 8},
  ],
  draw(state, {columns, lines}, theme) {
    const counts = evaluationOf(state)?.confusion;
    const title = titleLine(words.title, words.axes, columns, theme);
    if (counts === undefined) return [title, theme.paint('dim', words.none)];
    const cells = cellsOf(counts, columns);
    const room = columns - widthOf(cells);
    const shares = digitFigures(counts).map(({recall}) => shareText(recall, room));
    return [
      title,
      ...confusionLines(counts, cells, ['', ...shares], theme),
      ...(lines < withWords ? [] : [greatestLine(state, counts, columns)]),
    ];
  },
};

/** All columns alike where there is room for the shares, else as narrow as their counts allow. */
function cellsOf(counts: readonly number[], columns: number): Cells {
  const isRoomy = columns >= labelWidth + 10 * cell + share(1).length + 1;
  return narrowCells(counts, labelWidth, isRoomy ? cell : leastCell, String);
}

/** The share of right answers at the end of a row, as exactly as there is room for. */
function shareText(right: number | undefined, room: number): string {
  if (right === undefined) return '';
  const texts = [share(right), (100 * right).toFixed(0)].map(text => ` ${text.padStart(text.includes('%') ? 7 : 3)}`);
  return texts.find(text => text.length <= room) ?? '';
}
