import asciichart, {type PlotConfig} from 'asciichart';
import type {Role} from './paint.js';
import type {LossAxis} from './scale.js';
import type {Theme} from './theme.js';

/** One line of the chart. */
export type Series = {
  readonly role: Extract<Role, 'train' | 'test'>;
  /** One height a column; where it is not finite there is a gap. */
  readonly columns: readonly number[];
};

/** What stands in the chart: text from a column on, in a row over the lines, or in all rows behind them. */
export type Mark = {readonly role: Role; readonly column: number; readonly text: string; readonly row?: number};

/** A chart of heights from 0 to `top`: its ticks, and its size with the axis. */
export type Chart = Pick<LossAxis, 'top' | 'ticks'> & {
  readonly series: readonly Series[];
  readonly marks: readonly Mark[];
  readonly width: number;
  readonly height: number;
};

type Symbols = NonNullable<PlotConfig['symbols']>;

/** asciichart's symbols, in its order; each series has its own so that the chart reads without colour. */
const symbols: Readonly<Record<Series['role'], {readonly unicode: Symbols; readonly ascii: Symbols}>> = {
  train: {
    unicode: ['┤', '┤', '╶', '╴', '─', '╰', '╭', '╮', '╯', '│'],
    ascii: ['|', '|', '-', '-', '*', '*', '*', '*', '*', '|'],
  },
  test: {
    unicode: ['┤', '┤', '╶', '╴', '═', '╚', '╔', '╗', '╝', '║'],
    ascii: ['|', '|', '-', '-', 'o', 'o', 'o', 'o', 'o', ':'],
  },
};

/** Columns of the axis: a label, a blank and the line. */
export const axisWidth = 7;

/** What a series looks like, for the legend. */
export const seriesSymbol = (role: Series['role'], unicode: boolean): string =>
  symbols[role][unicode ? 'unicode' : 'ascii'][4];

/**
 * Draws series over one another with a common axis from 0 on, by asciichart. Later series cover earlier ones.
 * @returns exactly `height` lines of at most `width` columns
 */
export function chart({series, marks, ticks, top, width, height}: Chart, {unicode, paint}: Theme): string[] {
  const plotWidth = width - axisWidth;
  if (height < 2 || plotWidth < 1 || !(top > 0)) return new Array<string>(height).fill('');
  const cells = Array.from({length: height}, () => new Array<{role: Role; mark: string} | undefined>(plotWidth));
  const put = (role: Role, row: number, column: number, mark: string): void => {
    const line = cells[row];
    if (line !== undefined && column < plotWidth) line[column] = {role, mark};
  };
  const putMark = ({role, column, text}: Mark, row: number): void =>
    [...text].forEach((mark, index) => {
      put(role, row, column + index, mark);
    });
  for (const mark of marks) if (mark.row === undefined) for (const row of cells.keys()) putMark(mark, row);
  for (const {role, columns} of series) {
    for (const [row, line] of plot(columns, {role, top, height, unicode}).entries())
      for (const [column, mark] of line.entries()) if (mark !== ' ') put(role, row, column, mark);
  }
  for (const mark of marks) if (mark.row !== undefined) putMark(mark, mark.row);
  const labels = axisLabels(ticks, top, height);
  return cells.map((line, row) => {
    const label = labels.get(row);
    const axis = `${(label ?? '').padStart(axisWidth - 2)} ${label === undefined ? (unicode ? '│' : '|') : unicode ? '┤' : '+'}`;
    const marked = Array.from(line, cell => (cell === undefined ? ' ' : paint(cell.role, cell.mark))).join('');
    return `${paint('dim', axis)}${marked.trimEnd()}`;
  });
}

/** The labels, each in the row that is nearest to its height. */
const axisLabels = (ticks: Chart['ticks'], top: number, height: number): ReadonlyMap<number, string> =>
  new Map(ticks.map(tick => [Math.round((1 - tick.height / top) * (height - 1)), tick.text] as const));

/** One series, counted from 0 to `top`, as rows of single characters without axis and labels. */
function plot(
  columns: readonly number[],
  {role, top, height, unicode}: {role: Series['role']; top: number; height: number; unicode: boolean},
): string[][] {
  const grid = Array.from({length: height}, () => new Array<string>(columns.length).fill(' '));
  const offset = 2;
  for (const {start, values} of finiteRuns(columns)) {
    // asciichart draws the way between two values, so the last one is given twice to be seen.
    const rows = asciichart
      .plot([...values, ...values.slice(-1)], {
        min: 0,
        max: top,
        height: height - 1,
        offset,
        // An empty label would make every row a character shorter, except where the line covers it.
        format: () => ' ',
        symbols: symbols[role][unicode ? 'unicode' : 'ascii'],
      })
      .split('\n');
    rows.forEach((text, row) => {
      grid[row]?.splice(start, values.length, ...text.slice(offset, offset + values.length));
    });
  }
  return grid;
}

function finiteRuns(columns: readonly number[]): {start: number; values: number[]}[] {
  const runs: {start: number; values: number[]}[] = [];
  columns.forEach((value, index) => {
    if (!Number.isFinite(value)) return;
    const last = runs.at(-1);
    if (last !== undefined && last.start + last.values.length === index) last.values.push(value);
    else runs.push({start: index, values: [value]});
  });
  return runs;
}
