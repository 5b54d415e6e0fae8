import type {Evaluation} from '../training/evaluation.js';
import {hardDigits} from '../training/hard-digits.js';

/** A digit of the quiz: its index in the test split, its label, and the answer of the network. */
export type QuizDigit = {readonly index: number; readonly label: number; readonly machine: number};

/** What the user takes a digit for. */
export type Guess = number | 'skipped';

/** Hard digits that the user answers first, and then the network. */
export type Quiz = {
  readonly seed: number;
  /** The run whose network it was begun with. What that answered then counts, whatever is learned meanwhile. */
  readonly run: number;
  readonly digits: readonly QuizDigit[];
  /** What has been answered so far, digit by digit. */
  readonly guesses: readonly Guess[];
  /** Whether it asks for a digit, tells what the last one was, or is over. */
  readonly stage: 'asks' | 'tells' | 'over';
};

/** How many each has read right, of how many. */
export type QuizScores = {readonly you: number; readonly machine: number; readonly of: number};

/** A quiz about what a network finds hard in the test split. */
export function newQuiz(found: Evaluation, labels: Uint8Array, seed: number, run = 1): Quiz {
  const digits = hardDigits(found, seed).map(index => ({
    index,
    label: labels[index] ?? 0,
    machine: found.answers[index] ?? 0,
  }));
  return {seed, run, digits, guesses: [], stage: digits.length === 0 ? 'over' : 'asks'};
}

/** The quiz after an answer to the digit that it asks for. */
export const withGuess = (quiz: Quiz, guess: Guess): Quiz =>
  quiz.stage === 'asks' ? {...quiz, guesses: [...quiz.guesses, guess], stage: 'tells'} : quiz;

/** The quiz with its next digit, or over. */
export function wentOn(quiz: Quiz): Quiz {
  if (quiz.stage !== 'tells') return quiz;
  return {...quiz, stage: quiz.guesses.length < quiz.digits.length ? 'asks' : 'over'};
}

/** The place of the digit that it asks for or tells of, from 0 on. */
export const placeIn = ({guesses, stage}: Quiz): number => guesses.length - (stage === 'tells' ? 1 : 0);

/** A digit that has been answered. */
export type Answered = QuizDigit & {readonly guess: Guess};

/** All digits that have been answered. */
export const answeredOf = ({digits, guesses}: Quiz): Answered[] =>
  digits.slice(0, guesses.length).map((digit, place) => ({...digit, guess: guesses[place] ?? 'skipped'}));

/** Both scores so far; what was skipped is not right. */
export function quizScores(quiz: Quiz): QuizScores {
  const answered = answeredOf(quiz);
  return {
    you: answered.filter(({guess, label}) => guess === label).length,
    machine: answered.filter(({machine, label}) => machine === label).length,
    of: answered.length,
  };
}

/** The digits that the two have not answered alike. */
export const quizDifferences = (quiz: Quiz): Answered[] =>
  answeredOf(quiz).filter(({guess, machine}) => guess !== machine);
