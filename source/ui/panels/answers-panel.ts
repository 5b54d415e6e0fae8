import {type FirstDigit, firstDigits} from '../../state/first-digits.js';
import {fitFilled} from '../../text/fit.js';
import {markOf} from '../../text/marks.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import {lessonAnswers as words} from '../../words/lesson.js';
import type {Panel} from '../panel.js';

/** Columns of a digit: what it is, what it is taken for, whether that is right, and a gap. */
const cell = 7;

/** What each of the first digits is, and what the network takes it for: the wall without pictures. */
export const answersPanel: Panel = {
  name: 'answers',
  column: 'right',
  rank: 4,
  rooms: [{column: 'right', terminal: {columns: 80, lines: 19}, columns: 24, least: 7, most: 7}],
  draw(state, {columns, lines}, theme) {
    const digits = firstDigits(state);
    const right = digits.filter(({isRight}) => isRight).length;
    const values = {count: digits.length, right};
    const detail = fitFilled(digits.length === 0 ? [] : words.right, values, columns - words.title.length - 4);
    const title = titleLine(words.title, detail, columns, theme);
    const across = Math.max(1, Math.floor(columns / cell), Math.ceil(digits.length / Math.max(1, lines - 1)));
    const rows = Array.from({length: Math.ceil(digits.length / across)}, (_, row) =>
      digits
        .slice(row * across, (row + 1) * across)
        .map(digit => cellText(digit, theme))
        .join(' '.repeat(cell - 5 > 0 && across * cell <= columns ? 2 : 1)),
    );
    return [title, ...rows];
  },
};

function cellText({label, answer, isRight}: FirstDigit, theme: Theme): string {
  return `${label}${theme.unicode ? '→' : '>'}${answer} ${theme.paint(isRight ? 'good' : 'bad', markOf(isRight, theme))}`;
}
