import {classNameOf, type Split} from '../dataset/dataset.js';
import {printable} from '../errors.js';
import {count, counted, loss, share} from '../text/format.js';
import {type DigitFigures, digitFigures, type Evaluation} from '../training/evaluation.js';

/** How good a network is on a split; as JSON it is one line. */
export type EvaluationReport = {
  readonly dataset: string;
  readonly split: Split;
  readonly accuracy: number;
  readonly meanTestLoss: number;
  /** 10 × 10 counts: a row for each label, in it a count for each answer. */
  readonly confusion: readonly (readonly number[])[];
  /** The figures of each digit, and what it is called where it is none. */
  readonly digits: readonly (DigitFigures & {readonly name?: string})[];
};

/** What an evaluation of a split comes to. */
export function reportOf(
  {accuracy, meanLoss, confusion}: Evaluation,
  {
    dataset,
    split,
    classNames,
  }: Pick<EvaluationReport, 'dataset' | 'split'> & {
    readonly classNames: readonly string[] | undefined;
  },
): EvaluationReport {
  const names = classNames && {classNames};
  return {
    dataset,
    split,
    accuracy,
    meanTestLoss: meanLoss,
    confusion: Array.from({length: 10}, (_, label) => confusion.slice(label * 10, label * 10 + 10)),
    digits: digitFigures(confusion).map(figures => ({
      ...figures,
      ...(names && {name: classNameOf(names, figures.digit)}),
    })),
  };
}

/** The same for people: a sentence, then the counts with the figures of each digit at the end of its row. */
export function evaluationLines(
  {dataset, split, accuracy, meanTestLoss, confusion, digits}: EvaluationReport,
  all: number,
): string[] {
  const wrong = Math.round((1 - accuracy) * all);
  const widest = Math.max(...confusion.flat().map(each => String(each).length), 1) + 1;
  const row = (label: string, cells: readonly (string | number)[], recall: string, precision: string): string =>
    `${label.padStart(5)} ${cells.map(cell => String(cell).padStart(widest)).join('')} ${recall.padStart(8)} ${precision.padStart(10)}`;
  return [
    `${printable(dataset)}, ${split} split: ${share(accuracy)} right, ${count(wrong)} of ${counted(all, 'digit')} wrong, mean loss ${loss(meanTestLoss)}`,
    '',
    'A row for each label, a column for each answer; recall: of the digits with the label, the share that is',
    'answered so; precision: of the answers, the share that is right.',
    '',
    row('', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 'recall', 'precision'),
    ...digits.map(({digit, recall, precision, name = ''}) =>
      `${row(String(digit), confusion[digit] ?? [], percent(recall), percent(precision))}  ${name}`.trimEnd(),
    ),
  ];
}

const percent = (part: number | undefined): string => (part === undefined ? '-' : share(part));
