import {notices} from '../words/notices.js';
import {evaluationOf} from './evaluations.js';
import {said} from './notices.js';
import {type Guess, newQuiz, type Quiz, wentOn, withGuess} from './quiz.js';
import {isTrained, nextSeed, openRun} from './runs.js';
import type {State} from './state.js';

/** What the user does in the quiz. */
export const quizActions = {
  /** Goes on with the quiz, or begins one: the first with the seed of the run, another with the next. */
  'open-quiz'(state: State): State {
    const quiz = state.quiz?.run === state.runs.open ? state.quiz : undefined;
    if (quiz !== undefined && quiz.stage !== 'over') return withQuiz(state, quiz);
    const found = evaluationOf(state);
    const {test} = state.session.data;
    if (found === undefined || test === undefined) {
      return said(state, isTrained(openRun(state.runs)) ? notices.noEvaluation : notices.quizUntrained);
    }
    const seed = quiz === undefined ? openRun(state.runs).seed : nextSeed(quiz.seed);
    return withQuiz(state, newQuiz(found, test.labels, seed, state.runs.open));
  },
  guess: (state: State, {guess}: {readonly guess: Guess}): State =>
    state.quiz === undefined ? state : withQuiz(state, withGuess(state.quiz, guess)),
  'next-question': (state: State): State => (state.quiz === undefined ? state : withQuiz(state, wentOn(state.quiz))),
  /** Shows what it has come to; where nothing was answered, or when that is seen, lays the panels open. */
  'end-quiz'(state: State): State {
    const {quiz} = state;
    if (quiz !== undefined && quiz.stage !== 'over' && quiz.guesses.length > 0)
      return withQuiz(state, {...quiz, stage: 'over'});
    const left = quiz?.guesses.length === 0 ? undefined : quiz;
    return {...state, quiz: left, screen: {...state.screen, overlay: 'none', overlayHolds: false}};
  },
};

/** The quiz over the panels. */
const withQuiz = (state: State, quiz: Quiz): State => ({
  ...state,
  quiz,
  screen: {...state.screen, overlay: 'quiz', overlayTop: 0, overlayHolds: false},
});
