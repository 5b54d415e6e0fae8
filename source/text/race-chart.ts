import {place} from '../training/step-scale.js';
import {share} from './format.js';
import type {Theme} from './theme.js';

/** A line of the chart: the figure that marks it, and its points from left to right. */
export type RaceLine = {
  readonly mark: string;
  readonly points: readonly {readonly x: number; readonly accuracy: number}[];
};

/** Columns of the axis. */
const axisWidth = 7;

/** The accuracies that are written beside the rows, where there is room. */
const ticks = [0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.97, 0.98, 0.99, 0.995];

/** How high an accuracy stands: by the ratio of its mistakes, since from 97 to 98.5 % is as far as from 50 to 75 %. */
const height = (accuracy: number): number => -Math.log(Math.max(0.003, 1 - accuracy));

/**
 * Accuracies of several runs over one axis, each drawn with its own figure; where two meet, the later one is seen.
 * @param isEven whether x goes evenly; else by its ratios
 * @returns exactly `lines` lines
 */
export function raceChart(
  series: readonly RaceLine[],
  isEven: boolean,
  columns: number,
  lines: number,
  {unicode, paint}: Theme,
): string[] {
  const width = columns - axisWidth;
  const all = series.flatMap(({points}) => points);
  const end = Math.max(1e-9, ...all.map(({x}) => x));
  const best = Math.max(0.5, ...all.map(({accuracy}) => accuracy));
  const top = height(ticks.find(tick => tick > best) ?? 0.997);
  const lowest = Math.min(0.9, ...all.map(({accuracy}) => accuracy));
  const least = height(ticks.findLast(tick => tick <= lowest) ?? 0);
  const columnOf = (x: number): number =>
    Math.round((width - 1) * (isEven ? x / end : place(x) / Math.max(1e-9, place(end))));
  const rowOf = (accuracy: number): number =>
    Math.round((lines - 1) * (1 - (height(accuracy) - least) / Math.max(1e-9, top - least)));
  const cells = Array.from({length: lines}, () => new Array<string>(width).fill(' '));
  for (const {mark, points} of series) drawLine(points, mark, columnOf, rowOf, cells);
  const labels = new Map(ticks.map(tick => [rowOf(tick), tick]));
  return cells.map((cell, row) => {
    const tick = labels.get(row);
    const label = tick === undefined ? '' : share(tick).replace('.0', '');
    return `${paint('dim', `${label.padStart(axisWidth - 2)} ${unicode ? '┤' : '|'}`)}${cell.join('')}`.trimEnd();
  });
}

/** Puts a mark into every column from the first point to the last. */
function drawLine(
  points: RaceLine['points'],
  mark: string,
  columnOf: (x: number) => number,
  rowOf: (accuracy: number) => number,
  cells: string[][],
): void {
  const put = (column: number, row: number): void => {
    const line = cells[row];
    if (line !== undefined && column >= 0 && column < line.length) line[column] = mark;
  };
  for (const [place, to] of points.entries()) {
    const from = points[place - 1] ?? to;
    const [first, last] = [columnOf(from.x), columnOf(to.x)];
    for (let column = first; column <= last; column++) {
      const part = last === first ? 1 : (column - first) / (last - first);
      put(column, rowOf(from.accuracy + part * (to.accuracy - from.accuracy)));
    }
  }
}
