import {meanSquaredErrorFacts} from '../../network/losses.js';
import type {RunState} from '../../state/run-state.js';
import {chart, type Series, seriesSymbol} from '../../text/chart.js';
import {lossPercent} from '../../text/format.js';
import {sparkline} from '../../text/sparkline.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import {earliestStop} from '../../training/loop.js';

const names = {limit: 'early stop', train: 'train', test: 'test'} as const;
/** Columns of the chart's axis. */
const axisWidth = 7;

/** Both losses × 100 over the epochs, the early-stop line, and the latest batches as a sparkline. */
export function chartPanel(state: RunState, width: number, lines: number, theme: Theme): string[] {
  const {epochs, batchLosses} = state.history;
  const latest = batchLosses.at(-1);
  const batches =
    latest === undefined
      ? []
      : [`batch ${theme.paint('train', sparkline(batchLosses, width - 15, theme.unicode))} ${lossPercent(latest)}`];
  const [firstEpoch] = epochs;
  if (firstEpoch === undefined) return [titleLine('Loss, percent', '', width, theme), ...batches];
  const first = firstEpoch.epoch;
  const positions = Math.max(epochs.length, Math.min(earliestStop, state.run?.epochs ?? earliestStop));
  const series: Series[] = [
    {role: 'train', values: epochs.map(({loss}) => 100 * loss)},
    {role: 'test', values: epochs.map(({testLoss}) => 100 * testLoss)},
  ];
  if (state.run?.earlyStop)
    series.unshift({role: 'limit', values: new Array<number>(positions).fill(100 * meanSquaredErrorFacts.earlyStop)});
  const withAxis = lines >= 7;
  const height = lines - (withAxis ? 3 : 1);
  return [
    titleLine('Loss, percent', legend(series, theme), width, theme),
    ...chart(series, {positions, width, height}, theme.paint, theme.unicode),
    ...(withAxis ? [epochAxis(first, first + positions - 1, width, theme), ...batches] : []),
  ];
}

function legend(series: readonly Series[], {unicode, paint}: Theme): string {
  return series.map(({role}) => paint(role, `${seriesSymbol(role, unicode)} ${names[role]}`)).join('  ');
}

function epochAxis(first: number, last: number, width: number, {paint}: Theme): string {
  const left = `epoch ${first}`;
  return paint('dim', `${' '.repeat(axisWidth)}${left}${String(last).padStart(width - axisWidth - left.length)}`);
}
