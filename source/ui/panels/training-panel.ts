import {printable} from '../../errors.js';
import type {RunState} from '../../state/run-state.js';
import {secondsLeft} from '../../state/selectors.js';
import {progressBar} from '../../text/bars.js';
import {count, counted, duration, lossPercent, percentOf, share} from '../../text/format.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import type {EndReason, RunSummary} from '../../training/protocol.js';

/** Why a run ended, in words. */
export const endings: Readonly<Record<EndReason, string>> = {
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
    return [title, ...before(state, width, theme)];
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
          `Test accuracy ${theme.paint('title', share(latest.accuracy))}`,
        ]),
    ...(state.end?.model === undefined
      ? []
      : [theme.paint('dim', `saved in ${cropStart(printable(state.end.model), width - 9, theme)}`)]),
  ];
}

/** What there is to know before the first step: what is trained from, what is saved, and where. */
function before({about, place}: RunState, width: number, theme: Theme): string[] {
  const {resumed, saved} = about ?? {};
  const dim = (text: string): string => theme.paint('dim', text);
  const facts = ({epochs, history}: RunSummary): string => {
    const accuracy = history.at(-1)?.accuracy;
    return `${counted(epochs, 'epoch')}${accuracy === undefined ? '' : `, ${share(accuracy)}`}`;
  };
  return [
    't trains the network',
    dim(resumed === undefined ? 'from random weights' : `on from ${facts(resumed)}`),
    ...(saved === undefined ? [] : [dim(`saved: ${facts(saved)};`), dim('--resume goes on with it')]),
    dim(place === undefined ? 'keeps no weights' : `saves in ${cropStart(printable(place), width - 9, theme)}`),
  ];
}

/** A text cut at its start where it is too long: the end of a path says more. */
function cropStart(text: string, width: number, {unicode}: Theme): string {
  const mark = unicode ? '…' : '...';
  return text.length <= width ? text : `${mark}${text.slice(text.length - width + mark.length)}`;
}

function phaseText({phase, end}: RunState): string {
  if (phase === 'asked') return 'starting';
  if (phase === 'ready' && end !== undefined) return endings[end.reason];
  return phase;
}

function ended({end}: RunState): string {
  if (end === undefined) return '';
  if (!end.learned && end.epochs > 0) return 'no better than guessing';
  return `${counted(end.epochs, 'epoch')}, last run ${duration(end.seconds)}`;
}
