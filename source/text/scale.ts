import {place} from '../training/step-scale.js';
import type {LossPoint} from '../training/train-curve.js';

/** An axis of steps from 0 on. */
export type StepAxis = {
  /** How far along it a step stands, in a unit of its own: `place`, or the step itself. */
  readonly along: (step: number) => number;
  /** The last step on it. */
  readonly end: number;
  /** Its columns. */
  readonly width: number;
};

/** Points further apart than this, by `place`, tell nothing of what is between them: of the later step, a twelfth. */
const widestGap = 2.5;

/** The column of a step. */
export const columnOf = (step: number, {along, end, width}: StepAxis): number =>
  Math.round((along(step) / along(end)) * (width - 1));

/**
 * One loss a column: where no step lies, on the line between the points around it. No number outside all points, nor
 * between points that are too far apart. The first column has what was at step 0, each other the last of its steps.
 */
export function lossColumns(points: readonly LossPoint[], {along, end, width}: StepAxis): number[] {
  const perColumn = along(end) / Math.max(1, width - 1);
  const places = points.map(({step}) => along(step));
  let next = 0;
  return Array.from({length: width}, (_, column) => {
    const at = column * perColumn;
    while (next < points.length && (places[next] ?? 0) < at - perColumn / 2) next++;
    const [before, after] = [points[next - 1], points[next]];
    if (after === undefined) return Number.NaN;
    if (column === 0 && after.step === 0) return after.loss;
    const right = along(after.step);
    if (right <= at + perColumn / 2) return points[lastUpTo(places, next, at + perColumn / 2)]?.loss ?? Number.NaN;
    if (before === undefined || place(after.step) - place(before.step) > widestGap) return Number.NaN;
    const left = along(before.step);
    return before.loss + ((after.loss - before.loss) * (at - left)) / (right - left);
  });
}

/** The index of the last place up to an end, of those from an index on. */
function lastUpTo(places: readonly number[], from: number, end: number): number {
  let last = from;
  while ((places[last + 1] ?? Number.POSITIVE_INFINITY) <= end) last++;
  return last;
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

/** An axis of losses: how high above its bottom each stands, and labels at some heights. */
export type LossAxis = {
  readonly heightOf: (loss: number) => number;
  readonly top: number;
  readonly ticks: readonly {readonly height: number; readonly text: string}[];
};

/** Losses evenly from 0 to a highest, on so many rows. */
export function evenAxis(highest: number, rows: number): LossAxis {
  const values = roundTicks(highest, Math.floor((rows - 1) / 2));
  const ticks = values.map(value => ({height: value, text: tickText(value, values[1] ?? 1)}));
  return {heightOf: loss => loss, top: highest, ticks};
}

/** Losses by their decimal logarithms, from a round one up to a highest, on so many rows; 0 has no height. */
export function ratioAxis(lowest: number, highest: number, rows: number): LossAxis {
  const [from, to] = [Math.floor(Math.log10(lowest)), Math.floor(Math.log10(highest))];
  const exponents = Array.from({length: to - from + 2}, (_, index) => from - 1 + index);
  const round = exponents.flatMap(exponent =>
    [1, 2, 5].map(digit => ({digit, exponent, value: Number(`${digit}e${exponent}`)})),
  );
  const bottom = round.findLast(({value}) => value > 0 && value <= lowest && value < highest)?.value ?? lowest / 2;
  const heightOf = (loss: number): number => Math.log10(loss / bottom);
  const top = heightOf(highest);
  const row = top / Math.max(1, rows - 1);
  const decades = Math.max(1, Math.ceil(row));
  const labelled = round.filter(({digit, exponent, value}) => {
    const isWanted = row <= Math.log10(2) || (digit === 1 && exponent % decades === 0);
    return isWanted && heightOf(value) >= row && value <= highest;
  });
  const ticks = [bottom, ...labelled.map(({value}) => value)].map(value => ({
    height: heightOf(value),
    text: tickText(value, value),
  }));
  return {heightOf, top, ticks};
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
