import type {RunState} from '../../state/run-state.js';
import {secondsLeft} from '../../state/selectors.js';
import {progressBar} from '../../text/bars.js';
import {count, duration, lossPercent, percentOf, share} from '../../text/format.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import type {EndReason} from '../../training/protocol.js';

const endings: Readonly<Record<EndReason, string>> = {
  'early-stop': 'early stop',
  epochs: 'all epochs done',
  stopped: 'stopped',
  diverged: 'diverged',
};

/** How far the training is, how fast it goes and how good it has become. */
export function trainingPanel(state: RunState, width: number, lines: number, theme: Theme): string[] {
  const {run, progress, history, imagesPerSecond} = state;
  const latest = history.epochs.at(-1);
  const phase = phaseText(state);
  const compact = lines < 6 && latest !== undefined;
  const title = titleLine('Training', compact ? `${phase}, ${share(latest.accuracy)}` : phase, width, theme);
  if (run === undefined || progress === undefined) {
    return [title, 't trains the network', theme.paint('dim', 'from random weights')];
  }
  const epoch = `Epoch ${progress.epoch}/${run.lastEpoch} `;
  const percent = percentOf(progress.step, progress.steps);
  const barWidth = Math.max(1, width - epoch.length - 5);
  const left = secondsLeft(state);
  const speed = imagesPerSecond === 0 ? '' : `${count(imagesPerSecond)} images/s`;
  return [
    title,
    `${epoch}${theme.paint('accent', progressBar(percent / 100, barWidth, theme.unicode))} ${String(percent).padStart(3)}%`,
    left === undefined ? ended(state) : `${speed}, ${duration(left)} left`,
    ...(latest === undefined
      ? []
      : [
          `Loss ${lossPercent(latest.loss)}, test ${lossPercent(latest.testLoss)}`,
          `Mean test loss ${lossPercent(latest.meanTestLoss)}`,
          `Test accuracy ${theme.paint('good', share(latest.accuracy))}`,
        ]),
  ];
}

function phaseText({phase, end}: RunState): string {
  if (phase === 'asked') return 'starting';
  if (phase === 'ready' && end !== undefined) return endings[end.reason];
  return phase;
}

function ended({end}: RunState): string {
  if (end === undefined) return '';
  return `${end.epochs} ${end.epochs === 1 ? 'epoch' : 'epochs'}, last run ${duration(end.seconds)}`;
}
