import type {Action} from '../state/actions.js';
import type {State} from '../state/state.js';
import {quiz as words} from '../words/quiz.js';
import type {OwnHint} from './overlay.js';
import {scrollAction, scrolls} from './overlay-scroll.js';

const {hints} = words;

/** What a key does in the quiz: while it asks, digits are answers; all other keys than its own are refused. Pure. */
export function quizKey(state: State, key: string): Action {
  const stage = state.quiz?.stage ?? 'over';
  if (key === 'escape') return {type: 'end-quiz'};
  if (stage === 'asks') {
    if (/^\d$/.test(key)) return {type: 'guess', guess: Number(key)};
    return key === ' ' ? {type: 'guess', guess: 'skipped'} : refused(words.onlyAnswers);
  }
  if (stage === 'tells') return key === ' ' || key === 'return' ? {type: 'next-question'} : refused(words.onlyNext);
  if (scrolls(key)) return scrollAction(state, 'quiz', key);
  return key === 'u' ? {type: 'open-quiz'} : refused(words.onlyClose);
}

const refused = (notice: string): Action => ({type: 'say', once: false, notice});

/** The keys that do something in the quiz now. */
export function quizHints({quiz}: State): readonly OwnHint[] {
  if (quiz?.stage === 'asks') return [hints.digit, hints.skip, hints.ends];
  if (quiz?.stage === 'tells') return [hints.next, hints.ends];
  return [hints.closes, hints.another, hints.scroll];
}
