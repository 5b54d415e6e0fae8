import type {Theme} from './theme.js';

/** A digit that is taken for another so many times. */
export type Confusion = {readonly label: number; readonly answer: number; readonly count: number};

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** The digits that are most often taken for another, the most frequent first. */
export function greatestConfusions(counts: readonly number[], most: number): Confusion[] {
  return counts
    .map((count, place) => ({label: Math.floor(place / 10), answer: place % 10, count}))
    .filter(({label, answer, count}) => label !== answer && count > 0)
    .sort((one, other) => other.count - one.count)
    .slice(0, most);
}

/** The sum of a row: all digits with a label. */
const sumOf = (label: number, counts: readonly number[]): number =>
  digits.reduce((sum, answer) => sum + (counts[label * 10 + answer] ?? 0), 0);

/** How the counts are written: the columns of the labels and of each answer, and the text of a count. */
export type Cells = {
  readonly labels: number;
  readonly widths: readonly number[];
  readonly text: (count: number) => string;
};

/** Columns that all of it takes. */
export const widthOf = ({labels, widths}: Cells): number => labels + widths.reduce((sum, width) => sum + width);

/**
 * As narrow as the counts allow, with a blank before each.
 * @param least the least columns of an answer
 */
export function narrowCells(counts: readonly number[], labels: number, least: number, text: Cells['text']): Cells {
  const widths = digits.map(answer =>
    Math.max(least, ...digits.map(label => text(counts[label * 10 + answer] ?? 0).length + 1)),
  );
  return {labels, widths, text};
}

/** The cell at a place of the lines, both counted from 0; undefined beside the counts. */
export function cellAt(
  {column, line}: {readonly column: number; readonly line: number},
  {labels, widths}: Cells,
): Pick<Confusion, 'label' | 'answer'> | undefined {
  const ends = widths.map((_, answer) => labels + widths.slice(0, answer + 1).reduce((sum, width) => sum + width));
  const answer = column < labels ? -1 : ends.findIndex(end => column < end);
  return answer < 0 || line < 1 || line > digits.length ? undefined : {label: line - 1, answer};
}

/** A cell that is marked, and how strongly. */
export type Mark = {readonly label: number; readonly answer: number; readonly role: 'accent' | 'dim'};

/**
 * The counts: a line with the answers, and one for each label.
 * @param tails what follows at the end of each of the eleven lines, beginning with a blank
 */
export function confusionLines(
  counts: readonly number[],
  cells: Cells,
  tails: readonly string[],
  theme: Theme,
  mark?: Mark,
): string[] {
  const {labels, widths} = cells;
  const header = digits.map(answer => numeral(answer, mark?.answer === answer, widths[answer] ?? 0, mark, theme));
  return [
    `${' '.repeat(labels)}${header.join('')}${theme.paint('dim', tails[0] ?? '')}`,
    ...digits.map(label => {
      const name = numeral(label, mark?.label === label, labels, mark, theme);
      return `${name}${row(label, counts, cells, tails[label + 1] ?? '', theme, mark)}`;
    }),
  ];
}

/** The digit of a row or a column: that of the marked cell stands out. */
function numeral(digit: number, isMarked: boolean, width: number, mark: Mark | undefined, {paint}: Theme): string {
  const role = isMarked && mark?.role === 'accent' ? 'accent' : 'dim';
  return paint(role, String(digit).padStart(width));
}

/** The counts of a label, and its tail. A marked cell stands in brackets, in the place of the blanks around it. */
function row(
  label: number,
  counts: readonly number[],
  {widths, text}: Cells,
  tail: string,
  {unicode, paint}: Theme,
  mark?: Mark,
): string {
  const all = Math.max(1, sumOf(label, counts));
  const marked = mark?.label === label ? mark.answer : undefined;
  const cells = digits.map(answer => {
    const count = counts[label * 10 + answer] ?? 0;
    const shown = count === 0 ? (unicode ? '·' : '.') : text(count);
    const own = label === answer ? undefined : shade(count / all);
    const role = answer === marked && mark?.role === 'accent' ? 'accent' : own;
    const blanks = ' '.repeat(Math.max(0, (widths[answer] ?? 0) - shown.length - 1));
    const before = bracket(answer, marked, mark, paint);
    return `${before}${blanks}${role === undefined ? shown : paint(role, shown)}`;
  });
  const end = tail === '' && marked !== 9 ? '' : bracket(10, marked, mark, paint);
  return `${cells.join('')}${end}${tail.slice(1)}`;
}

/** What stands before a cell: a bracket of the marked one, the one that ends it, or a blank. */
function bracket(place: number, marked: number | undefined, mark: Mark | undefined, paint: Theme['paint']): string {
  const text = place === marked ? '[' : marked !== undefined && place === marked + 1 ? ']' : ' ';
  return text === ' ' || mark === undefined ? ' ' : paint(mark.role, text);
}

/** How much a mistake stands out, by its share of all digits with the label. */
function shade(part: number): 'dim' | 'bad' | 'inverse' | undefined {
  if (part < 0.005) return 'dim';
  if (part < 0.015) return undefined;
  return part < 0.05 ? 'bad' : 'inverse';
}
