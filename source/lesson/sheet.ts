import {pageCount} from '../state/lesson-size.js';
import type {State} from '../state/state.js';
import {fill} from '../words/fill.js';
import {chapters, lesson as words} from '../words/lesson.js';
import {filled, isKnown} from './facts.js';
import {pageAt} from './pages.js';

/** A page as it stands in a state: all its texts, with their numbers. */
export type Sheet = {
  readonly title: string;
  /** Which of the pages it is, and of which chapter. */
  readonly place: string;
  /** The same in figures. */
  readonly number: string;
  readonly text: string;
  /** What the numbers are just now; undefined where the page has none. */
  readonly now: string | undefined;
  readonly code: readonly string[];
  readonly question: string;
  readonly answers: readonly string[];
  /** The answer that was given, counted from 0; undefined: none yet. */
  readonly given: number | undefined;
  /** The right one; undefined: that is not known yet. */
  readonly right: number | undefined;
  /** What is said to the answer that was given; undefined: none was. */
  readonly reply: string | undefined;
  readonly reason: string;
  readonly task: string;
  readonly isDone: boolean;
};

/** The page that is open, or another one. */
export function sheetOf(state: State, number = state.lesson.page): Sheet {
  const page = pageAt(number);
  const {title, text, now, code, question, answers, reason, task} = page.words;
  const {answers: all, done} = state.lesson;
  const given = all[number];
  const right = page.right(state);
  const place = fill(words.place, {page: number, pages: pageCount, chapter: chapters[page.chapter]});
  const texts = answers.map(answer => filled(answer, state));
  const [why, isDone] = [filled(reason, state), done.includes(number)];
  return {
    ...{
      title,
      place,
      number: `${number}/${pageCount}`,
      text: filled(text, state),
      now: nowText(now, state),
      code: code.map(line => filled(line, state)),
    },
    ...{question: filled(question, state), answers: texts, given, right, reason: why},
    reply: given === undefined ? undefined : replyTo(texts, given, right, why),
    task: fill(isDone ? words.done : words.task, {task}),
    isDone,
  };
}

const nowText = ([text]: readonly string[], state: State): string | undefined =>
  text === undefined ? undefined : isKnown(text, state) ? filled(text, state) : words.later;

function replyTo(answers: readonly string[], given: number, right: number | undefined, reason: string): string {
  if (right === undefined) return fill(words.waits, {answer: answers[given] ?? ''});
  return given === right ? fill(words.right, {reason}) : fill(words.wrong, {answer: answers[right] ?? '', reason});
}
