import {meanSquaredErrorFacts} from '../../network/losses.js';
import {openRun} from '../../state/runs.js';
import {chart, type Series, seriesSymbol} from '../../text/chart.js';
import {lossPercent} from '../../text/format.js';
import {sparkline} from '../../text/sparkline.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import {earliestStop} from '../../training/loop.js';
import {chart as words} from '../../words/en/training.js';
import {fill} from '../../words/fill.js';
import type {Panel} from '../panel.js';

/** Columns of the chart's axis. */
const axisWidth = 7;

/** Both losses × 100 over the epochs, the early-stop line, and the latest batches as a sparkline. */
export const chartPanel: Panel = {
  name: 'chart',
  column: 'right',
  rank: 5,
  rooms: [{least: 5, most: 24}],
  draw({runs}, {columns, lines}, theme) {
    const {history, started} = openRun(runs);
    const {epochs, batchLosses} = history;
    const batches = batchLine(batchLosses, columns, theme);
    const [firstEpoch] = epochs;
    if (firstEpoch === undefined) return [titleLine(words.title, '', columns, theme), ...batches];
    const first = firstEpoch.epoch;
    const positions = Math.max(epochs.length, Math.min(earliestStop, started?.epochs ?? earliestStop));
    const series: Series[] = [
      {role: 'train', values: epochs.map(({loss}) => 100 * loss)},
      {role: 'test', values: epochs.map(({testLoss}) => 100 * testLoss)},
    ];
    if (started?.earlyStop)
      series.unshift({role: 'limit', values: new Array<number>(positions).fill(100 * meanSquaredErrorFacts.earlyStop)});
    const withAxis = lines >= 7;
    const height = lines - (withAxis ? 3 : 1);
    return [
      titleLine(words.title, legend(series, theme), columns, theme),
      ...chart(series, {positions, width: columns, height}, theme.paint, theme.unicode),
      ...(withAxis ? [epochAxis(first, first + positions - 1, columns, theme), ...batches] : []),
    ];
  },
};

function batchLine(losses: readonly number[], width: number, {paint, unicode}: Theme): string[] {
  const latest = losses.at(-1);
  if (latest === undefined) return [];
  const room = width - fill(words.batches, {bars: '', loss: lossPercent(1)}).length;
  return [fill(words.batches, {bars: paint('train', sparkline(losses, room, unicode)), loss: lossPercent(latest)})];
}

function legend(series: readonly Series[], {unicode, paint}: Theme): string {
  return series.map(({role}) => paint(role, `${seriesSymbol(role, unicode)} ${words.series[role]}`)).join('  ');
}

function epochAxis(first: number, last: number, width: number, {paint}: Theme): string {
  const left = fill(words.epoch, {epoch: first});
  return paint('dim', `${' '.repeat(axisWidth)}${left}${String(last).padStart(width - axisWidth - left.length)}`);
}
