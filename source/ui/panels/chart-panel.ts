import {meanSquaredErrorFacts} from '../../network/losses.js';
import type {LossPoint} from '../../state/history.js';
import {type LossCurves, lossCurves} from '../../state/loss-curves.js';
import {axisWidth, chart, type Mark, type Series, seriesSymbol} from '../../text/chart.js';
import {shortLoss} from '../../text/format.js';
import {columnOf, labelsAt, lossColumns, roundTicks} from '../../text/scale.js';
import {sparkline} from '../../text/sparkline.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import {chart as words} from '../../words/en/training.js';
import {fill} from '../../words/fill.js';
import type {Panel, Size} from '../panel.js';

/** Lines from which on there is a chart and not only two sparklines, and from which on the epochs stand below it. */
const [withChart, withEpochs] = [6, 8];

const roles = ['train', 'test'] as const;

/** The losses over the steps, as a chart or as two sparklines. */
export const chartPanel: Panel = {
  name: 'chart',
  column: 'right',
  rank: 7,
  rooms: [{least: 3, most: 34}],
  draw(state, size, theme) {
    const curves = lossCurves(state);
    const losses = roles.flatMap(role => curves[role].map(({loss}) => loss)).filter(Number.isFinite);
    const title = titleLine(words.title, legend(curves, size.columns, theme), size.columns, theme);
    const highest = Math.max(0, ...losses);
    if (!(highest > 0)) return [title, theme.paint('dim', words.none)];
    if (size.lines < withChart) return [title, ...roles.map(role => sparkLine(role, curves, size, theme))];
    const axes = axisLines(curves, size, theme).slice(0, size.lines < withEpochs ? 1 : 2);
    const height = size.lines - 1 - axes.length;
    const width = size.columns - axisWidth;
    const series: Series[] = roles.map(role => ({role, columns: lossColumns(curves[role], curves.end, width)}));
    const ticks = roundTicks(highest, Math.floor((height - 1) / 2));
    const drawn = {series, marks: marksOf(curves, width, theme), ticks, top: highest, width: size.columns, height};
    return [title, ...chart(drawn, theme), ...axes];
  },
};

/** Both losses where the cursor stands, or the newest; and what guessing has, where there is room. */
function legend({cursor, ...curves}: LossCurves, columns: number, {unicode, paint}: Theme): string {
  const parts = roles.map(role => {
    // The train loss of a network is known with the step after it.
    const known = cursor === undefined || role === 'test' ? cursor : cursor - 1;
    const loss = lossAt(curves[role], known);
    const name = `${seriesSymbol(role, unicode)} ${words.series[role]}`;
    return {role, text: loss === undefined ? name : `${name} ${shortLoss(loss)}`};
  });
  const where = cursor === undefined ? [] : [{role: 'notice' as const, text: fill(words.atStep, {step: cursor})}];
  const guessing = {
    role: 'dim' as const,
    text: fill(words.guessing, {loss: meanSquaredErrorFacts.guessing.toFixed(3)}),
  };
  const all = [...where, ...parts, guessing];
  const length = (list: typeof all): number => list.reduce((sum, {text}) => sum + text.length + 2, -2);
  const shown = length(all) <= columns - words.title.length - 5 ? all : all.slice(0, -1);
  return shown.map(({role, text}) => paint(role, text)).join('  ');
}

/** The last loss at a step or before it; at first the first. */
const lossAt = (points: readonly LossPoint[], step = Number.POSITIVE_INFINITY): number | undefined =>
  (points.findLast(point => point.step <= step) ?? points[0])?.loss;

/** The way of a loss in one line, between its first and its last value. */
function sparkLine(
  role: (typeof roles)[number],
  {end, ...curves}: LossCurves,
  {columns}: Size,
  {paint, unicode}: Theme,
): string {
  const points = curves[role];
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return '';
  const values = {first: shortLoss(first.loss), last: shortLoss(last.loss)};
  const name = words.series[role].padEnd(Math.max(...roles.map(each => words.series[each].length)));
  const room = Math.max(1, columns - fill(words.spark, {name, ...values, bars: ''}).length);
  const way = lossColumns(points, end, room).filter(Number.isFinite);
  return fill(words.spark, {name, ...values, bars: paint(role, sparkline(way, room, unicode))});
}

/** The cursor, and where the learning rate was changed. */
function marksOf({cursor, rates, end}: LossCurves, width: number, {unicode}: Theme): Mark[] {
  const changes = rates.map(({step, learningRate}): Mark => {
    const column = columnOf(step, end, width);
    const text = fill(words.rate, {rate: learningRate});
    const [arrow, fits] = [unicode ? '▾' : 'v', column + text.length + 2 <= width];
    const shown = fits ? `${arrow} ${text}` : `${text} ${arrow}`;
    return {role: 'notice', column: fits ? column : Math.max(0, column + 1 - shown.length), text: shown, row: 0};
  });
  if (cursor === undefined) return changes;
  return [{role: 'notice', column: columnOf(cursor, end, width), text: unicode ? '┊' : '!'}, ...changes];
}

/** The steps below the chart, and the epochs below those. */
function axisLines({end, epochSteps, cursor}: LossCurves, {columns}: Size, {paint}: Theme): string[] {
  const width = columns - axisWidth;
  const steps = epochSteps ?? end;
  const ends = Array.from({length: Math.floor(end / steps)}, (_, index) => (index + 1) * steps);
  const early = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].filter(step => step < Math.min(steps, end));
  const at = (step: number, text = String(step)): {column: number; text: string} => ({
    column: columnOf(step, end, width),
    text,
  });
  const first = [...(cursor === undefined ? [] : [cursor]), end, ...ends.slice(0, 1), ...early, ...ends];
  const epochs = [ends.at(-1) ?? steps, ...ends].map(step => at(step, String(step / steps)));
  const line = (name: string, labels: string): string => paint('dim', `${name.padEnd(axisWidth)}${labels}`);
  return [
    line(
      words.steps,
      labelsAt(
        first.map(step => at(step)),
        width,
      ),
    ),
    line(words.epochs, labelsAt(epochs, width)),
  ];
}
