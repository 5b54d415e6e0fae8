import {messageOf} from '../errors.js';
import {pageAt} from '../lesson/pages.js';
import type {Action} from '../state/actions.js';
import {isLessonOpen, type Progress} from '../state/lesson.js';
import type {State} from '../state/state.js';
import {fill} from '../words/fill.js';
import {lesson as words} from '../words/lesson.js';

/** Notices what is done in the lesson, and keeps its page and answers in the user's folder. */
export type Lessons = {
  /** Is told of every state. */
  readonly look: () => void;
  /** Resolves when what was to be kept is kept, or could not be. */
  readonly written: () => Promise<void>;
};

/** What there is, and where actions go. */
type Told = {readonly current: () => State; readonly act: (action: Action) => void};

/** How long the end of the program waits for the file, in milliseconds. */
const patience = 2000;

/** Resolves with a promise, or when it has been waited for long enough. */
function atMost(promise: Promise<void>, milliseconds: number): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, milliseconds);
    void promise.finally(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** What follows the lesson from when it is opened. What reads and writes its file is loaded then. */
export function createLessons({current, act}: Told): Lessons {
  let last: Promise<void> | undefined;
  let isRead = false;
  let kept = '';
  const say = (notice: string): void => act({type: 'say', once: false, notice});
  const read = async (): Promise<void> => {
    const {readLesson} = await import('./lesson-file.js');
    const {progress, fault} = await readLesson();
    isRead = true;
    if (progress !== undefined) {
      kept = JSON.stringify(progress);
      act({type: 'lesson-read', progress});
    }
    if (fault !== undefined) say(fill(words.notRead, {why: fault}));
  };
  const write = async (progress: Progress): Promise<void> => {
    const {writeLesson} = await import('./lesson-file.js');
    await writeLesson(progress).catch(error => say(fill(words.notKept, {why: messageOf(error)})));
  };
  return {
    look() {
      const state = current();
      const {lesson, session} = state;
      if (!isLessonOpen(state)) return;
      const {page, answers, done} = lesson;
      if (!done.includes(page) && pageAt(page).isDone(state)) return act({type: 'task-done', page});
      if (session.place === undefined) return;
      if (last === undefined) last = read();
      const text = JSON.stringify({page, answers, done});
      if (!isRead || text === kept) return;
      kept = text;
      last = last.then(() => write({page, answers, done}));
    },
    written: () => (last === undefined ? Promise.resolve() : atMost(last, patience)),
  };
}
