import type {Split} from '../dataset/dataset.js';
import {count, counted, score} from '../text/format.js';

/** A digit that is answered wrong; as JSON it is one line. */
export type Mistake = {
  readonly index: number;
  readonly split: Split;
  readonly label: number;
  /** The dataset's own label, where the run was trained with false ones. */
  readonly ownLabel?: number;
  readonly answer: number;
  /** What label and answer are called, where they are no digits. */
  readonly labelName?: string;
  readonly answerName?: string;
  /** By how much the wrong answer's score leads the next. */
  readonly margin: number;
};

/** How many mistakes there are of how many digits; with false labels, how many of those are among them. */
type Found = {
  readonly split: Split;
  readonly wrong: number;
  readonly count: number;
  readonly doubted?: {readonly found: number; readonly all: number} | undefined;
};

/**
 * Mistakes as a table for people, after a line that says how many there are of how many digits.
 * @param mistakes those that are listed
 */
export function mistakeLines(mistakes: readonly Mistake[], {split, wrong, count: all, doubted}: Found): string[] {
  const first =
    doubted === undefined
      ? `${count(wrong)} of ${counted(all, `${split} digit`)} answered wrong`
      : `${count(wrong)} of ${counted(all, 'label')} doubted, ${count(doubted.found)} of the ${count(doubted.all)} false ones among them`;
  if (mistakes.length === 0) return [first];
  const table = [
    ['index', 'label', 'answer', 'lead', ...(doubted === undefined ? [] : ['really'])],
    ...mistakes.map(({index, label, ownLabel, answer, labelName = label, answerName = answer, margin}) =>
      [index, labelName, answerName, score(margin), ...(ownLabel === undefined ? [] : [ownLabel])].map(String),
    ),
  ];
  const widths = [0, 1, 2, 3, 4].map(column => Math.max(...table.map(row => row[column]?.length ?? 0)));
  const lines = table.map(row => row.map((text, column) => text.padStart(widths[column] ?? 0)).join('  '));
  return [`${first}, the widest lead of the wrong answer first`, '', ...lines];
}
