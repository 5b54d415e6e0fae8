import type {Split} from '../dataset/dataset.js';
import {lesson as words} from '../words/lesson.js';
import {swapped} from './aside.js';
import {answerCount, pageCount} from './lesson-size.js';
import {said} from './notices.js';
import {isTrained, openRun} from './runs.js';
import type {State} from './state.js';

/** What is kept of the lesson in a file: the page, by the numbers of pages the answers given, and which tasks are done. */
export type Progress = {
  /** Counted from 1. */
  readonly page: number;
  /** Counted from 0. */
  readonly answers: Readonly<Record<number, number>>;
  readonly done: readonly number[];
};

/** How things were when the page was turned to. */
export type Entered = {
  readonly run: number;
  readonly split: Split;
  readonly index: number;
  /** Single steps that had been asked for. */
  readonly steps: number;
};

/** Where one is in the lesson. */
export type Lesson = Progress & {
  /** The answer that the cursor is on, counted from 0. */
  readonly cursor: number;
  /** The line of the page that is shown first, where it is longer than its panel. */
  readonly top: number;
  /** Undefined while the lesson is not open. */
  readonly entered: Entered | undefined;
  /** Whether the page was named when the program was started: the one that was kept does not count then. */
  readonly isAsked: boolean;
};

/** The lesson at its first page, or at the one that was asked for. */
export const startLesson = (page?: number): Lesson => ({
  ...{page: page ?? 1, answers: {}, done: [], cursor: 0, top: 0},
  ...{entered: undefined, isAsked: page !== undefined},
});

const withLesson = (state: State, lesson: Partial<Lesson>): State => ({
  ...state,
  lesson: {...state.lesson, ...lesson},
});

/** The state with its page turned to just now. */
function entering(state: State): State {
  const {choice, runs, session, lesson} = state;
  const entered = {run: runs.open, split: choice.split, index: choice.index, steps: session.steps};
  return withLesson(state, {entered, cursor: lesson.answers[lesson.page] ?? 0, top: 0});
}

/** Whether the lesson is open: then its run is the one that is shown, in every view. */
export const isLessonOpen = ({lesson}: Pick<State, 'lesson'>): boolean => lesson.entered !== undefined;

/** The state with the lesson open: what was open is put aside as it is. */
export function withLessonOpen(state: State): State {
  if (isLessonOpen(state)) return state;
  const open = entering(swapped(state));
  return isTrained(openRun(state.runs)) ? said(open, words.opened) : open;
}

/** The state with the lesson left, if it was open: what was open before it is there again. */
export const withoutLesson = (state: State): State =>
  isLessonOpen(state) ? withLesson(swapped(state), {entered: undefined}) : state;

/** Where the run that is shown is saved: the lesson's nowhere. */
export const savePlace = (state: State): string | undefined => (isLessonOpen(state) ? undefined : state.session.place);

/** What the user does in the lesson, and what is noticed of it. */
export const lessonActions = {
  'leave-lesson'(state: State): State {
    const left = withoutLesson(state);
    return said(left, left.session.paused ? words.leftPaused : words.left);
  },
  'turn-page'(state: State, {by}: {readonly by: 1 | -1}): State {
    const page = state.lesson.page + by;
    if (page < 1) return said(state, words.firstPage);
    if (page > pageCount) return said(state, words.lastPage);
    return entering(withLesson(state, {page}));
  },
  'scroll-page': (state: State, {top}: {readonly top: number}): State => withLesson(state, {top}),
  'move-answer'(state: State, {by}: {readonly by: 1 | -1}): State {
    const {page, answers, cursor} = state.lesson;
    if (answers[page] !== undefined) return said(state, words.answered);
    return withLesson(state, {cursor: (cursor + by + answerCount) % answerCount});
  },
  'give-answer'(state: State): State {
    const {page, answers, cursor} = state.lesson;
    if (answers[page] !== undefined) return said(state, words.answered);
    return withLesson(state, {answers: {...answers, [page]: cursor}});
  },
  /** The task of a page has been done. */
  'task-done'(state: State, {page}: {readonly page: number}): State {
    const {done} = state.lesson;
    return done.includes(page) ? state : {...state, lesson: {...state.lesson, done: [...done, page]}};
  },
  /** What was kept of earlier lessons has been read; what has been done meanwhile counts more. */
  'lesson-read'(state: State, {progress}: {readonly progress: Progress}): State {
    const {lesson} = state;
    const answers = {...progress.answers, ...lesson.answers};
    const done = [...new Set([...progress.done, ...lesson.done])];
    const page = lesson.isAsked || lesson.page !== 1 ? lesson.page : progress.page;
    const read = withLesson(state, {page, answers, done});
    return isLessonOpen(read) ? entering(read) : read;
  },
};
