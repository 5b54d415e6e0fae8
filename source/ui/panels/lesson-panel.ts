import {pageAt} from '../../lesson/pages.js';
import {lessonRuns} from '../../lesson/runs.js';
import {type Sheet, sheetOf} from '../../lesson/sheet.js';
import type {Action} from '../../state/actions.js';
import type {State} from '../../state/state.js';
import {fit} from '../../text/fit.js';
import {markOf, pointerTo} from '../../text/marks.js';
import type {Role} from '../../text/paint.js';
import {plainTheme, type Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import {wrap} from '../../text/wrap.js';
import {lesson as words} from '../../words/lesson.js';
import {sideways, upAndDown, wayOf} from '../arrow-keys.js';
import type {HeldBinding, Panel, Size} from '../panel.js';

const keys: readonly HeldBinding[] = [
  {...sideways, ...words.turn, act: (_, key) => ({type: 'turn-page', by: wayOf(key)})},
  {
    ...upAndDown,
    ...words.move,
    act: (state, key, size) => {
      const by = wayOf(key);
      return scrolled(state, by, size) ?? {type: 'move-answer', by};
    },
  },
  {
    keys: ['return'],
    label: 'Enter',
    ...words.answer,
    // Nobody answers a question that cannot be seen.
    act: (state, _, size) => scrolled(state, 1, size) ?? {type: 'give-answer'},
  },
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
  draw(state, size, theme) {
    const sheet = sheetOf(state);
    const place = fit([sheet.place, sheet.number], size.columns - sheet.title.length - 4);
    const title = titleLine(sheet.title, place, size.columns, theme);
    const all = linesOf(sheet, state, size, theme);
    const most = mostTop(all, size);
    const top = Math.min(state.lesson.top, most);
    const shown = all.slice(top, top + size.lines - 1);
    if (top === most) return [title, ...shown];
    return [title, ...shown.slice(0, -1), theme.paint('notice', words.more.slice(0, size.columns))];
  },
  held: {hint: words.hint, enter: words.enter, back: words.back, keys},
};

/** The lines of a page below its title, with blank ones between its parts as far as there is room for them. */
function linesOf(sheet: Sheet, {screen, lesson}: State, {columns, lines}: Size, theme: Theme): string[] {
  const parts = partsOf(sheet, screen.holds ? lesson.cursor : undefined, columns, theme);
  const spare = lines - 1 - parts.flat().length;
  return parts.flatMap((part, place) => [...(place > 0 && place <= spare ? [''] : []), ...part]);
}

/** The last line that may be shown first: then the end is shown. */
const mostTop = (all: readonly string[], {lines}: Size): number => Math.max(0, all.length - (lines - 1));

/** What shows more of a page that is longer than its panel, if there is more in that direction. */
function scrolled(state: State, by: 1 | -1, size: Size): Action | undefined {
  const {cursor, page, answers, top} = state.lesson;
  const most = mostTop(linesOf(sheetOf(state), state, size, plainTheme), size);
  const now = Math.min(top, most);
  // A line that was the last stays in sight, below the hint that there is more.
  const next = Math.max(0, Math.min(now + by * Math.max(1, size.lines - 3), most));
  const chooses = by < 0 && cursor > 0 && answers[page] === undefined;
  return next === now || chooses ? undefined : {type: 'scroll-page', top: next};
}

/** The parts of a page, each as its lines. */
function partsOf(sheet: Sheet, cursor: number | undefined, columns: number, theme: Theme): string[][] {
  const {paint} = theme;
  const painted = (role: Role, text: string): string[] => wrap(text, columns).map(line => paint(role, line));
  const code = sheet.code.flatMap(line => codeLines(line, columns)).map(line => paint('accent', line));
  const question = [...painted('title', sheet.question), ...answerLines(sheet, cursor, columns, theme)];
  const task = painted(
    sheet.isDone ? 'good' : 'notice',
    `${sheet.isDone ? `${markOf(true, theme)} ` : ''}${sheet.task}`,
  );
  const text = [...wrap(sheet.text, columns), ...(sheet.now === undefined ? [] : wrap(sheet.now, columns))];
  return [text, code, question, task].filter(part => part.length > 0);
}

/** A line of Python; where it is too long, the key that does it here stands below. */
const codeLines = (line: string, columns: number): string[] =>
  (line.length <= columns ? [line] : line.split(/ {2}(?=#)/)).map(part => part.slice(0, columns));

/** The answers to choose from; or what is said to the one that was given. */
function answerLines(
  {answers, given, right, reply, reason}: Sheet,
  cursor: number | undefined,
  columns: number,
  theme: Theme,
): string[] {
  const {paint} = theme;
  if (reply !== undefined) {
    const role = right === undefined ? 'notice' : given === right ? 'good' : 'bad';
    const [first = '', ...rest] = wrap(reply, columns);
    // The verdict alone: the reason is no part of it.
    const verdict = first.slice(0, right === undefined ? first.length : reply.length - reason.length).trimEnd();
    return [`${paint(role, verdict)}${first.slice(verdict.length)}`, ...rest];
  }
  return answers
    .map(answer => `  ${answer}`.slice(0, columns))
    .map((line, place) => {
      return place === cursor ? paint('accent', line.replace(/^ /, pointerTo(true, theme))) : line;
    });
}
