import {classNameOf, type SplitData, worded} from '../dataset/dataset.js';
import {type Answered, answeredOf, type Guess, type Quiz, quizDifferences, quizScores} from '../state/quiz.js';
import {counted, fill} from '../words/fill.js';
import {quiz as words} from '../words/quiz.js';

/** The classes of a dataset, which may have names. */
export type Classes = Pick<SplitData, 'classNames'>;

/** What the quiz is. */
export const introText = ({digits, seed}: Quiz, data: Classes): string =>
  worded(counted(words.intro, {count: digits.length, seed}), data);

/** Both scores so far. */
export const scoresText = (quiz: Quiz): string => fill(words.scores, quizScores(quiz));

/** The digits with the names of their classes, as `3 Dress`; empty where they have none. */
export const namesText = ({classNames}: Classes): string[] =>
  classNames?.map((name, digit) => fill(words.name, {digit, name})) ?? [];

/** What the last digit was: its label, what the user took it for, what the network did, and which of them is right. */
export function toldTexts(
  quiz: Quiz,
  data: Classes,
): {label: string; you: string; machine: string; isRight: {you: boolean; machine: boolean}} | undefined {
  const last = answeredOf(quiz).at(-1);
  if (last === undefined) return undefined;
  const {label, guess, machine} = last;
  const verdict = (answer: number): 'right' | 'wrong' => (answer === label ? 'right' : 'wrong');
  return {
    label: fill(words.label, {label: classNameOf(data, label)}),
    you: guess === 'skipped' ? words.you.skipped : fill(words.you[verdict(guess)], {answer: classNameOf(data, guess)}),
    machine: fill(words.machine[verdict(machine)], {answer: classNameOf(data, machine)}),
    isRight: {you: guess === label, machine: machine === label},
  };
}

/** What it has come to, in sentences; the last of them is the line to share. */
export function resultTexts(quiz: Quiz): {result: string[]; share: string} {
  const scores = quizScores(quiz);
  const missed = answeredOf(quiz).filter(({machine, label}) => machine !== label);
  const yours = missed.filter(({guess, label}) => guess === label).length;
  const apart = 2 * yours <= missed.length ? [] : [fill(words.apart, {wrong: missed.length, yours})];
  return {
    result: scores.of === 0 ? [words.empty] : [fill(words.result, scores), ...apart],
    share: fill(words.share, {...scores, seed: quiz.seed}),
  };
}

/**
 * Where the two differed, as a table of a header and a line a digit.
 * @param columns what there is room for: without room for names, classes are their numbers
 */
export function differenceLines(quiz: Quiz, data: Classes, columns: number): string[] {
  const differences = quizDifferences(quiz);
  if (differences.length === 0) return [words.alike];
  const named = table(differences, answer => classNameOf(data, answer));
  const isNarrow = named.some(line => line.length > columns);
  return [words.differed, ...(isNarrow ? table(differences, String) : named)];
}

function table(differences: readonly Answered[], nameOf: (answer: number) => string): string[] {
  const guessName = (guess: Guess): string => (guess === 'skipped' ? words.skipped : nameOf(guess));
  const rows = [
    words.columns,
    ...differences.map(({index, label, guess, machine}) => [
      String(index),
      nameOf(label),
      guessName(guess),
      nameOf(machine),
    ]),
  ];
  const widths = words.columns.map((_, column) => Math.max(...rows.map(row => (row[column] ?? '').length)));
  return rows.map(row => row.map((text, column) => text.padStart(widths[column] ?? 0)).join('  '));
}
