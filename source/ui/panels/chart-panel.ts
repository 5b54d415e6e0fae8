import {type LossCurves, lossCurves} from '../../state/loss-curves.js';
import {openRun} from '../../state/runs.js';
import {axisWidth, chart, seriesSymbol} from '../../text/chart.js';
import {fit} from '../../text/fit.js';
import {shortLoss} from '../../text/format.js';
import type {Role} from '../../text/paint.js';
import {columnOf, type LossAxis, lossColumns, type StepAxis} from '../../text/scale.js';
import {sparkline} from '../../text/sparkline.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import type {LossPoint} from '../../training/train-curve.js';
import {fill} from '../../words/fill.js';
import {chart as words} from '../../words/training.js';
import type {Panel, Size} from '../panel.js';
import {axisLines, lossAxis, marksOf, stepAxis} from './chart-axes.js';

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
    const {axes} = state.choice;
    const {columns, lines} = size;
    const curves = lossCurves(state);
    const name = words.titles[axes];
    const title = titleLine(name, legend(curves, columns - name.length - 4, theme), columns, theme);
    const isChart = lines >= withChart;
    const width = columns - axisWidth;
    const steps = stepAxis(axes, curves.end, width);
    const below = isChart ? axisLines(axes, curves, steps, theme).slice(0, lines < withEpochs ? 1 : 2) : [];
    const height = lines - 1 - below.length;
    const losses = lossAxis(axes, curves, height);
    if (losses === undefined) return [title, theme.paint('dim', fit(words.none, columns))];
    const heights = {train: heightsOf(curves.train, losses), test: heightsOf(curves.test, losses)};
    if (!isChart)
      return [title, ...roles.map(role => sparkLine(role, curves[role], heights[role], steps, size, theme))];
    const series = roles.map(role => ({role, columns: lossColumns(heights[role], steps)}));
    const drawn = {...losses, series, marks: marksOf(curves, steps, theme), width: columns, height};
    return [title, ...chart(drawn, theme), ...below];
  },
  /** Looks at the moment whose column is nearest. */
  click(state, {column}, {columns, lines}) {
    const {timeline} = openRun(state.runs);
    const axis = stepAxis(state.choice.axes, lossCurves(state).end, columns - axisWidth);
    const distance = ({step}: {readonly step: number}): number => Math.abs(columnOf(step, axis) - (column - axisWidth));
    const nearest = timeline.toSorted((one, other) => distance(one) - distance(other))[0];
    return nearest === undefined || lines < withChart ? undefined : {type: 'look-at', step: nearest.step};
  },
};

const heightsOf = (points: readonly LossPoint[], {heightOf}: LossAxis): LossPoint[] =>
  points.map(({step, loss}) => ({step, loss: heightOf(loss)}));

/** Both losses where the cursor stands, or the newest, and what guessing has; less of it where there is little room. */
function legend(
  {cursor, train, test, guessing: guessingLoss}: LossCurves,
  room: number,
  {unicode, paint}: Theme,
): string {
  // The train loss of a network is known with the step after it; the test loss only where it was evaluated.
  const losses = {
    train: cursor === undefined ? train.at(-1) : (train.findLast(({step}) => step < cursor) ?? train[0]),
    test: cursor === undefined ? test.at(-1) : test.find(({step}) => step === cursor),
  };
  const where = words.atStep.map(text => ({role: 'notice' as const, text: fill(text, {step: cursor ?? ''})}));
  const [atStep, briefly] = cursor === undefined ? [[], []] : [where.slice(0, 1), where.slice(1)];
  const named = roles.map(role => part(role, losses[role], [seriesSymbol(role, unicode), words.series[role]]));
  const plain = roles.map(role => part(role, losses[role], [seriesSymbol(role, unicode)]));
  const guessing = fill(words.guessing, {loss: guessingLoss.toFixed(3)});
  const tries: (readonly Part[])[] = [
    [...atStep, ...named, {role: 'dim', text: guessing}],
    ...[atStep, briefly].flatMap(at => [named, plain].map(parts => [...at, ...parts])),
    ...[named, plain].map(parts => [...briefly, ...parts.slice(1)]),
  ];
  const fits = tries.find(parts => parts.reduce((sum, {text}) => sum + text.length + 2, -2) <= room) ?? [];
  return fits.map(({role, text}) => paint(role, text)).join('  ');
}

type Part = {readonly role: Role; readonly text: string};

/** A loss after its names; without it, they alone. */
const part = (role: Role, point: LossPoint | undefined, names: readonly string[]): Part => ({
  role,
  text: [...names, ...(point === undefined ? [] : [shortLoss(point.loss)])].join(' '),
});

/** The way of a loss in one line, between its first and its last value. */
function sparkLine(
  role: (typeof roles)[number],
  points: readonly LossPoint[],
  heights: readonly LossPoint[],
  axis: StepAxis,
  {columns}: Size,
  {paint, unicode}: Theme,
): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return '';
  const values = {first: shortLoss(first.loss), last: shortLoss(last.loss)};
  const name = words.series[role].padEnd(Math.max(...roles.map(each => words.series[each].length)));
  const width = Math.max(1, columns - fill(words.spark, {name, ...values, bars: ''}).length);
  const way = lossColumns(heights, {...axis, width});
  const drawn = way.slice(0, way.findLastIndex(Number.isFinite) + 1);
  return fill(words.spark, {name, ...values, bars: paint(role, sparkline(drawn, width, unicode))});
}
