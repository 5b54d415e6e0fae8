import type {Axes} from '../../state/choice.js';
import type {LossCurves} from '../../state/loss-curves.js';
import {axisWidth, type Mark} from '../../text/chart.js';
import {columnOf, evenAxis, type LossAxis, labelsAt, ratioAxis, roundTicks, type StepAxis} from '../../text/scale.js';
import type {Theme} from '../../text/theme.js';
import {place} from '../../training/step-scale.js';
import {fill} from '../../words/fill.js';
import {chart as words} from '../../words/training.js';

/** The chart's axis of steps, in so many columns. */
export function stepAxis(axes: Axes, end: number, width: number): StepAxis {
  return {along: axes === 'watch' ? place : step => step, end, width};
}

/** The chart's axis of losses, in so many rows; undefined while there is no loss that it could have. */
export function lossAxis(axes: Axes, {train, test}: LossCurves, rows: number): LossAxis | undefined {
  const losses = [...train, ...test].map(({loss}) => loss).filter(loss => Number.isFinite(loss) && loss > 0);
  if (losses.length === 0) return undefined;
  const highest = losses.reduce((one, other) => Math.max(one, other));
  const lowest = losses.reduce((one, other) => Math.min(one, other));
  return axes === 'logarithmic' ? ratioAxis(lowest, highest, rows) : evenAxis(highest, rows);
}

/** The cursor, and where the learning rate was changed; of changes side by side, the newest is told in full. */
export function marksOf({cursor, rates}: LossCurves, axis: StepAxis, {unicode}: Theme): Mark[] {
  const arrow = unicode ? '▾' : 'v';
  const marks: Mark[] = [];
  let left = axis.width;
  for (const {step, learningRate} of rates.toReversed()) {
    const column = columnOf(step, axis);
    const text = fill(words.rate, {rate: learningRate});
    const tries = [
      {column, text: `${arrow} ${text}`},
      {column: column - text.length - 1, text: `${text} ${arrow}`},
      {column, text: arrow},
    ];
    const fits = tries.find(each => each.column >= 0 && each.column + each.text.length <= left);
    if (fits === undefined) continue;
    marks.push({role: 'notice', row: 0, ...fits});
    left = fits.column - 1;
  }
  if (cursor === undefined) return marks;
  return [{role: 'notice', column: columnOf(cursor, axis), text: unicode ? '┊' : '!'}, ...marks];
}

/** The steps below the chart, and the epochs below those. */
export function axisLines(axes: Axes, curves: LossCurves, axis: StepAxis, {paint}: Theme): string[] {
  const {end, epochSteps = end, cursor} = curves;
  const {steps, epochs} = (axes === 'watch' ? unevenTicks : evenTicks)(axis, epochSteps);
  const line = (name: string, labelled: readonly number[], unit: number): string => {
    const labels = labelled.map(value => ({column: columnOf(value * unit, axis), text: String(value)}));
    return paint('dim', `${name.padEnd(axisWidth)}${labelsAt(labels, axis.width)}`);
  };
  const looked = cursor === undefined ? [] : [cursor];
  return [line(words.steps, [...looked, ...steps], 1), line(words.epochs, epochs, epochSteps)];
}

/** What stands below the chart, what matters most first. */
type Ticks = {readonly steps: readonly number[]; readonly epochs: readonly number[]};

function unevenTicks({end}: StepAxis, epochSteps: number): Ticks {
  const last = Math.floor(end / epochSteps);
  const all = Array.from({length: Math.min(last, 20)}, (_, index) => index + 1);
  const epochs = [last, ...all, ...rounded(last).filter(epoch => epoch > all.length)];
  const ends = epochs.map(epoch => epoch * epochSteps);
  const early = rounded(Math.min(epochSteps, end) - 1);
  return {steps: [end, epochSteps, 0, ...early, ...ends], epochs};
}

/** 1, 2, 5, 10 and so on, up to a last. */
function rounded(last: number): number[] {
  const decades = Array.from({length: Math.max(0, Math.ceil(Math.log10(last + 1)))}, (_, exponent) => 10 ** exponent);
  return decades.flatMap(decade => [decade, 2 * decade, 5 * decade]).filter(value => value <= last);
}

function evenTicks({end, width}: StepAxis, epochSteps: number): Ticks {
  // Each label has two blanks beside it.
  const upTo = (last: number): number[] =>
    roundTicks(last, Math.min(last, Math.floor(width / (String(last).length + 2))));
  const epochs = upTo(Math.floor(end / epochSteps)).filter(epoch => epoch > 0);
  return {steps: [...upTo(end), end], epochs};
}
