import {share, shortLoss} from '../../text/format.js';
import {roundTicks, tickText} from '../../text/scale.js';
import type {EpochRecord} from '../../training/protocol.js';
import {Markup, markup} from './markup.js';
import {type Axis, type Plot, plotParts, plotSize} from './plot.js';
import {chartStyle} from './style.js';

/** The mean losses of a run's epochs: over all test digits at an epoch's end, over its train batches in its middle. */
export function lossPlot(history: readonly EpochRecord[], epochSteps: number | undefined): Plot {
  const all = history.flatMap(({meanTestLoss, meanTrainLoss}) => [meanTestLoss, meanTrainLoss]);
  const most = Math.max(...all, 1e-12);
  const ticks = roundTicks(most, 5);
  const last = history.at(-1);
  const ends = {test: shortLoss(last?.meanTestLoss ?? 0), train: shortLoss(last?.meanTrainLoss ?? 0)};
  return {
    about: `Mean losses over ${last?.epoch} epochs: at the end ${ends.test} on test and ${ends.train} on train`,
    x: epochAxis(history, epochSteps),
    y: {
      ...{name: 'mean loss', from: 0, to: most * 1.04},
      ticks: ticks.map(at => ({at, text: tickText(at, ticks[1] ?? 1)})),
    },
    curves: [
      {
        kind: 'test',
        points: history.map(({epoch, meanTestLoss}) => ({x: epoch, y: meanTestLoss})),
        label: `test ${ends.test}`,
      },
      {
        kind: 'train',
        points: history.map(({epoch, meanTrainLoss}) => ({x: epoch - 0.5, y: meanTrainLoss})),
        label: `train ${ends.train}`,
      },
    ],
  };
}

/** The share of right answers on the test split at each epoch's end, on an axis that shows how it changes. */
export function accuracyPlot(history: readonly EpochRecord[], epochSteps: number | undefined): Plot {
  const percents = history.map(({accuracy}) => 100 * accuracy);
  const least = Math.min(...percents);
  const steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 25];
  const step = steps.find(each => each * 5 >= 100 - least) ?? 25;
  const from = Math.max(0, 100 - step * Math.max(1, Math.ceil((100 - least) / step)));
  const count = Math.round((100 - from) / step);
  const end = share(history.at(-1)?.accuracy ?? 0);
  return {
    about: `Accuracy on test over ${history.at(-1)?.epoch} epochs: ${end} at the end`,
    x: epochAxis(history, epochSteps),
    y: {
      ...{name: `right answers, from ${tickText(from, step)} %`, from, to: 100},
      ticks: Array.from({length: count + 1}, (_, place) => {
        const at = from + place * step;
        return {at, text: `${tickText(at, step)} %`};
      }),
    },
    curves: [
      {
        kind: 'test',
        points: history.map(({epoch}, place) => ({x: epoch, y: percents[place] ?? 0})),
        label: `test ${end}`,
      },
    ],
  };
}

function epochAxis(history: readonly EpochRecord[], epochSteps: number | undefined): Axis {
  const last = history.at(-1)?.epoch ?? 1;
  const ticks = last <= 10 ? Array.from({length: last + 1}, (_, epoch) => epoch) : roundTicks(last, 10);
  const steps = epochSteps === 1 ? '1 step' : `${epochSteps} steps`;
  const name = epochSteps === undefined ? 'epochs' : `epochs of ${steps} each`;
  return {name, from: 0, to: last, ticks: ticks.map(at => ({at, text: String(at)}))};
}

/** A chart within a document. */
export const plotSvg = (plot: Plot): Markup =>
  markup`<svg class="plot" viewBox="0 0 ${plotSize.width} ${plotSize.height}" role="img" aria-label="${plot.about}">${plotParts(plot)}</svg>`;

/**
 * The chart of the losses as a file of its own.
 * @param title what it is of, in one line
 */
export function chartFile(history: readonly EpochRecord[], epochSteps: number | undefined, title: string): string {
  const plot = lossPlot(history, epochSteps);
  const [width, height, above] = [plotSize.width, plotSize.height + 34, 26];
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" class="plot" viewBox="0 0 ${width} ${height}" width="${2 * width}" height="${2 * height}" role="img" aria-label="${`${title}. ${plot.about}`}">
<title>${title}</title>
<style>${new Markup(chartStyle)}
.plot { background: var(--paper); }</style>
<rect width="100%" height="100%" class="paper"/>
<text class="title" x="6" y="19">${title}</text>
<g transform="translate(0 ${above})">${plotParts(plot)}</g>
</svg>
`.text;
}
