import {lookedAt} from '../../state/selectors.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import {confusion as words} from '../../words/en/digits.js';
import type {Panel} from '../panel.js';

const cell = 5;
const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Which digits of the test split are taken for which: a row for each label, a column for each answer. */
export const confusionPanel: Panel = {
  name: 'confusion',
  column: 'right',
  rank: 4,
  rooms: [{columns: 52, least: 12, most: 12, leaves: 8}],
  draw(state, {columns}, theme) {
    const counts = lookedAt(state)?.found?.confusion;
    const title = titleLine(words.title, words.axes, columns, theme);
    if (counts === undefined) return [title, theme.paint('dim', words.none)];
    const header = theme.paint('dim', `  ${digits.map(digit => String(digit).padStart(cell)).join('')}`);
    return [title, header, ...digits.map(label => row(label, counts, theme))];
  },
};

function row(label: number, counts: readonly number[], {unicode, paint}: Theme): string {
  const cells = digits.map(answer => {
    const count = counts[label * 10 + answer];
    const text = (count === 0 ? (unicode ? '·' : '.') : String(count)).padStart(cell);
    if (label === answer) return paint('good', text);
    return paint(count === 0 ? 'dim' : 'bad', text);
  });
  return `${paint('dim', String(label).padStart(2))}${cells.join('')}`;
}
