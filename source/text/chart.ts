import asciichart, {type PlotConfig} from 'asciichart';
import type {Paint, Role} from './paint.js';

/** One line of the chart. */
export type Series = {
  readonly role: Extract<Role, 'train' | 'test' | 'limit'>;
  /** One value an x position, evenly spaced from 0 to `positions` − 1; may be shorter than that. */
  readonly values: readonly number[];
};

/** How many values the axis has room for, and the size of the whole chart. */
export type ChartSize = {readonly positions: number; readonly width: number; readonly height: number};

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
  limit: {
    unicode: ['┤', '┤', '╶', '╴', '┄', '┄', '┄', '┄', '┄', '┄'],
    ascii: ['|', '|', '-', '-', '.', '.', '.', '.', '.', '.'],
  },
};
const labelWidth = 6;

/** What a series looks like, for the legend. */
export const seriesSymbol = (role: Series['role'], unicode: boolean): string =>
  symbols[role][unicode ? 'unicode' : 'ascii'][4];

/**
 * Draws series over one another with a common axis, by asciichart. Later series cover earlier ones.
 * Values that are not finite leave a gap, and so do positions that a series has not reached.
 * @returns exactly `height` lines of at most `width` columns; blank ones when there is nothing to draw
 */
export function chart(series: readonly Series[], size: ChartSize, paint: Paint, unicode: boolean): string[] {
  const all = series.flatMap(({values}) => values).filter(Number.isFinite);
  if (all.length === 0 || size.height < 2 || size.width <= labelWidth + 1)
    return new Array<string>(size.height).fill('');
  const [min, max] = axis(all);
  const plotWidth = size.width - labelWidth - 1;
  const drawn = series.map(({role, values}) => {
    // Counted from the axis' lower end, asciichart's rounding gives the same rows for every series.
    const columns = stretch(values, size.positions, plotWidth).map(value => value - min);
    return {role, grid: plot(columns, {role, range: max - min, height: size.height, unicode})};
  });
  return Array.from({length: size.height}, (_, row) => {
    const value = max - ((max - min) * row) / (size.height - 1);
    const label = axisLabel(value).padStart(labelWidth - 1);
    let line = '';
    for (let column = 0; column < plotWidth; column++) {
      const marks = drawn.map(({role, grid}) => ({role, mark: grid[row]?.[column] ?? ' '}));
      const top = marks.findLast(({mark}) => mark !== ' ');
      line += top === undefined ? ' ' : paint(top.role, top.mark);
    }
    return `${paint('dim', `${label} ${unicode ? '┤' : '|'}`)}${line.trimEnd()}`;
  });
}

/** A value in the room that the axis has: with two decimals where they fit. */
function axisLabel(value: number): string {
  const texts = [value.toFixed(2), value.toFixed(1), value.toFixed(0), value.toExponential(0).replace('+', '')];
  return texts.find(text => text.length < labelWidth) ?? '';
}

/** The lowest and the highest value of the axis, never the same. */
function axis(values: readonly number[]): readonly [number, number] {
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  return highest > lowest ? [lowest, highest] : [lowest - 0.5, highest + 0.5];
}

/** One series, counted from 0 to `range`, as rows of single characters without axis and labels. */
function plot(
  columns: readonly number[],
  {role, range, height, unicode}: {role: Series['role']; range: number; height: number; unicode: boolean},
): string[][] {
  const grid = Array.from({length: height}, () => new Array<string>(columns.length).fill(' '));
  const offset = 2;
  for (const {start, values} of finiteRuns(columns)) {
    // asciichart draws the way between two values, so the last one is given twice to be seen.
    const rows = asciichart
      .plot([...values, ...values.slice(-1)], {
        min: 0,
        max: range,
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

/** Spreads values over columns so that position 0 is the first and position `positions` − 1 the last column. */
function stretch(values: readonly number[], positions: number, width: number): number[] {
  if (values.length === 0) return [];
  const perPosition = positions > 1 ? (width - 1) / (positions - 1) : 0;
  const used = Math.min(width, Math.round((values.length - 1) * perPosition) + 1);
  return Array.from({length: used}, (_, column) => {
    const at = perPosition === 0 ? 0 : Math.min(column / perPosition, values.length - 1);
    const left = Math.floor(at);
    const [from = Number.NaN, to = from] = values.slice(left, left + 2);
    return at === left ? from : from + (to - from) * (at - left);
  });
}
