import type {LossPoint} from '../state/history.js';
import {place} from '../state/timeline.js';

/** The column of a step on a scale of so many columns, from step 0 to an end. */
export const columnOf = (step: number, end: number, width: number): number =>
  Math.round((place(step) / place(end)) * (width - 1));

/** One loss a column: where no step lies, on the line between the points around it; no number outside all points. */
export function lossColumns(points: readonly LossPoint[], end: number, width: number): number[] {
  const perColumn = place(end) / Math.max(1, width - 1);
  let next = 0;
  return Array.from({length: width}, (_, column) => {
    const at = column * perColumn;
    while (next < points.length && place(points[next]?.step ?? 0) < at - perColumn / 2) next++;
    const [before, after] = [points[next - 1], points[next]];
    if (after === undefined) return Number.NaN;
    const right = place(after.step);
    if (right <= at + perColumn / 2) return lastIn(points, next, at + perColumn / 2);
    if (before === undefined) return Number.NaN;
    const left = place(before.step);
    return before.loss + ((after.loss - before.loss) * (at - left)) / (right - left);
  });
}

/** The loss of the last point before a place, of those from an index on. */
function lastIn(points: readonly LossPoint[], from: number, end: number): number {
  let last = from;
  while (last + 1 < points.length && place(points[last + 1]?.step ?? 0) <= end) last++;
  return points[last]?.loss ?? Number.NaN;
}

/** Round values from 0 up to a highest, with at most so many steps between them and at least one. */
export function roundTicks(highest: number, most: number): number[] {
  const rough = highest / Math.max(1, most);
  const unit = 10 ** Math.floor(Math.log10(rough));
  const factors = [1, 2, 5, 10].filter(factor => factor * unit <= highest);
  const step = (factors.find(factor => factor * unit >= rough * (1 - 1e-9)) ?? factors.at(-1) ?? 1) * unit;
  const count = Math.floor(highest / step + 1e-9);
  return Array.from({length: count + 1}, (_, index) => Number((index * step).toPrecision(12)));
}

/** A round value as short as it can be said without rounding. */
export function tickText(value: number, step: number): string {
  const decimals = Math.max(0, Math.min(8, -Math.floor(Math.log10(step) + 1e-9)));
  const text = value.toFixed(decimals);
  return text.length < 6 ? text : value.toExponential(0).replace('+', '');
}

/** Numbers below their columns, those that come first in the list before those that would touch them. */
export function labelsAt(labels: readonly {readonly column: number; readonly text: string}[], width: number): string {
  const line = new Array<string>(width).fill(' ');
  for (const {column, text} of labels) {
    const left = Math.max(0, Math.min(width - text.length, column - Math.floor((text.length - 1) / 2)));
    const around = line.slice(Math.max(0, left - 1), left + text.length + 1);
    if (text.length <= width && around.every(mark => mark === ' ')) line.splice(left, text.length, ...text);
  }
  return line.join('').trimEnd();
}
