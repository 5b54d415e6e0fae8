import {pageAt} from '../../lesson/pages.js';
import {lessonRuns} from '../../lesson/runs.js';
import {type Sheet, sheetOf} from '../../lesson/sheet.js';
import type {Role} from '../../text/paint.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import {wrap} from '../../text/wrap.js';
import {lesson as words} from '../../words/lesson.js';
import type {HeldBinding, Panel} from '../panel.js';

const keys: readonly HeldBinding[] = [
  {
    keys: ['left', 'right'],
    label: '← →',
    ascii: 'Left Right',
    ...words.turn,
    act: (_, key) => ({type: 'turn-page', by: key === 'left' ? -1 : 1}),
  },
  {
    keys: ['up', 'down'],
    label: '↑ ↓',
    ascii: 'Up Down',
    ...words.move,
    act: (_, key) => ({type: 'move-answer', by: key === 'up' ? -1 : 1}),
  },
  {keys: ['return'], label: 'Enter', ...words.answer, act: () => ({type: 'give-answer'})},
  {
    keys: ['o'],
    label: 'o',
    ...words.run,
    act({lesson: {page}}) {
      const {run} = pageAt(page);
      return {type: 'lesson-run', settings: run && lessonRuns[run]};
    },
  },
];

/** The open page of the lesson: its text, its question, and what there is to do. */
export const lessonPanel: Panel = {
  name: 'lesson',
  column: 'left',
  rank: 1,
  rooms: [
    {column: 'left', terminal: {columns: 100, lines: 19}, width: 60, least: 19, most: 99},
    {column: 'left', terminal: {columns: 80, lines: 19}, width: 50, least: 19, most: 99},
    {column: 'right', columns: 24, least: 9, most: 99},
  ],
  draw(state, {columns, lines}, theme) {
    const sheet = sheetOf(state);
    const title = titleLine(sheet.title, sheet.place, columns, theme);
    const parts = partsOf(sheet, state.screen.holds ? state.lesson.cursor : undefined, columns, theme);
    // Blank lines between the parts, as far as there is room for them.
    const spare = lines - 1 - parts.flat().length;
    const gaps = parts.map((_, place) => (place > 0 && place <= spare ? [''] : []));
    const drawn = [title, ...parts.flatMap((part, place) => [...(gaps[place] ?? []), ...part])];
    if (drawn.length <= lines) return drawn;
    return [...drawn.slice(0, lines - 1), theme.paint('notice', words.more.slice(0, columns))];
  },
  held: {hint: words.hint, enter: words.enter, keys},
};

/** The parts of a page, each as its lines. */
function partsOf(sheet: Sheet, cursor: number | undefined, columns: number, theme: Theme): string[][] {
  const {paint} = theme;
  const painted = (role: Role, text: string): string[] => wrap(text, columns).map(line => paint(role, line));
  const code = sheet.code.map(line => paint('accent', line.slice(0, columns)));
  const question = [...painted('title', sheet.question), ...answerLines(sheet, cursor, columns, theme)];
  const task = painted(sheet.isDone ? 'good' : 'notice', `${sheet.isDone ? mark(theme) : ''}${sheet.task}`);
  const text = [...wrap(sheet.text, columns), ...(sheet.now === undefined ? [] : wrap(sheet.now, columns))];
  return [text, code, question, task].filter(part => part.length > 0);
}

/** What stands before a task that has been done. */
const mark = ({unicode}: Theme): string => (unicode ? '✓ ' : '+ ');

/** The answers to choose from; or what is said to the one that was given. */
function answerLines(
  {answers, given, right, reply}: Sheet,
  cursor: number | undefined,
  columns: number,
  {unicode, paint}: Theme,
): string[] {
  if (reply !== undefined) {
    const role = right === undefined ? 'notice' : given === right ? 'good' : 'bad';
    const [first = '', ...rest] = wrap(reply, columns);
    return [paint(role, first), ...rest];
  }
  return answers
    .map(answer => `  ${answer}`.slice(0, columns))
    .map((line, place) => {
      return place === cursor ? paint('accent', line.replace(/^ /, unicode ? '▸' : '>')) : line;
    });
}
