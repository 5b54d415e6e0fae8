/** How large a digit is drawn: 56 × 28, 28 × 14 or 14 × 7 characters. */
export type DigitScale = 'double' | 'normal' | 'half';

/** Where everything goes: columns and lines of each panel; a panel without room is undefined. */
export type Layout = {
  readonly columns: number;
  /** Lines of the whole frame: one less than the terminal has. */
  readonly lines: number;
  readonly digit: {readonly scale: DigitScale; readonly width: number; readonly lines: number};
  readonly right: number;
  /** Lines of the training panel, and whether it stands on the right. */
  readonly training: {readonly lines: number; readonly onRight: boolean};
  readonly prediction: number | undefined;
  readonly chart: number | undefined;
  readonly confusion: number | undefined;
};

/** The smallest terminal that shows the dashboard. */
export const smallest = {columns: 40, rows: 12};

const smallDigit: Layout['digit'] = {scale: 'half', width: 14, lines: 8};
/** Those that need more room than the smallest terminal has, the largest first. */
const largerDigits: readonly (Layout['digit'] & {needs: {columns: number; body: number}})[] = [
  {scale: 'double', width: 56, lines: 29, needs: {columns: 110, body: 35}},
  {scale: 'normal', width: 28, lines: 15, needs: {columns: 54, body: 17}},
];
/** Columns between the left and the right panels. */
const gap = 2;
const trainingLines = 6;
const predictionLines = 11;
const confusionLines = 12;
const confusionWidth = 52;
const leastChartLines = 5;

/**
 * The dashboard's layout. The digit and the training's progress come first, then prediction, chart and confusion matrix.
 * @returns undefined when the terminal is too small
 */
export function layout(columns: number, rows: number): Layout | undefined {
  if (columns < smallest.columns || rows < smallest.rows) return undefined;
  const lines = rows - 1;
  const body = lines - 2;
  const digit = largerDigits.find(({needs}) => columns >= needs.columns && body >= needs.body) ?? smallDigit;
  const right = columns - digit.width - gap;
  const onRight = digit.scale === 'half';
  const training = {lines: onRight ? trainingLines : Math.min(trainingLines, body - digit.lines), onRight};
  let left = body - (onRight ? training.lines : 0);
  const take = (wanted: number, enough: boolean): number | undefined => {
    if (!enough || left < wanted) return undefined;
    left -= wanted;
    return wanted;
  };
  const prediction =
    take(predictionLines, left >= predictionLines + leastChartLines) ?? take(Math.min(left, 3), left >= 3);
  const confusion = take(confusionLines, right >= confusionWidth && left >= confusionLines + leastChartLines + 3);
  const chart = take(Math.min(left, 24), left >= leastChartLines);
  const {scale, width} = digit;
  return {columns, lines, digit: {scale, width, lines: digit.lines}, right, training, prediction, chart, confusion};
}
