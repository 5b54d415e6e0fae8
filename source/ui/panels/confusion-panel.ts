import type {RunState} from '../../state/run-state.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';

const cell = 5;

/** Which digits of the test split are taken for which: a row for each label, a column for each answer. */
export function confusionPanel({confusion}: RunState, width: number, theme: Theme): string[] {
  const title = titleLine('Confusion', 'row: label, column: answer', width, theme);
  if (confusion === undefined) return [title, theme.paint('dim', 'after the first epoch')];
  const digits = Array.from({length: 10}, (_, digit) => digit);
  const header = theme.paint('dim', `  ${digits.map(digit => String(digit).padStart(cell)).join('')}`);
  const rows = digits.map(label => {
    const cells = digits.map(answer => {
      const count = confusion[label * 10 + answer];
      const text = (count === 0 ? (theme.unicode ? '·' : '.') : String(count)).padStart(cell);
      if (label === answer) return theme.paint('good', text);
      return theme.paint(count === 0 ? 'dim' : 'bad', text);
    });
    return `${theme.paint('dim', String(label).padStart(2))}${cells.join('')}`;
  });
  return [title, header, ...rows];
}
