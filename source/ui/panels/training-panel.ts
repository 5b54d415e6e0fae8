import {printable} from '../../errors.js';
import {openRun, type Run} from '../../state/runs.js';
import {phaseOf, secondsLeft} from '../../state/selectors.js';
import type {State} from '../../state/state.js';
import {progressBar} from '../../text/bars.js';
import {fit} from '../../text/fit.js';
import {count, duration, percentOf, share, shortLoss} from '../../text/format.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import type {RunSummary} from '../../training/protocol.js';
import {training as words} from '../../words/en/training.js';
import {counted, fill} from '../../words/fill.js';
import type {Panel} from '../panel.js';

/** Lines with all there is to say. */
const full = 6;

/** How far the training is, how fast it goes and how good it has become. */
export const trainingPanel: Panel = {
  name: 'training',
  column: 'left',
  rank: 2,
  rooms: [{columns: 24, least: 2, most: full}],
  draw(state, {columns, lines}, theme) {
    const run = openRun(state.runs);
    const latest = run.history.epochs.at(-1);
    const phase = phaseText(state);
    const detail =
      lines < full && latest !== undefined
        ? fill(words.withAccuracy, {phase, accuracy: share(latest.accuracy)})
        : phase;
    const title = titleLine(words.title, detail, columns, theme);
    const model = run.ended?.model;
    if (run.started === undefined || run.progress === undefined) {
      return [title, ...before(run, state.session.place, columns, theme)];
    }
    return [
      title,
      progressLine(run.progress, run.started.lastEpoch, columns, theme),
      speed(state, columns) ?? ended(run),
      ...(latest === undefined
        ? []
        : [
            fill(words.losses, {train: shortLoss(latest.loss), test: shortLoss(latest.testLoss)}),
            fill(words.meanTestLoss, {loss: shortLoss(latest.meanTestLoss)}),
            fill(words.accuracy, {accuracy: theme.paint('title', share(latest.accuracy))}),
          ]),
      ...(model === undefined ? [] : [theme.paint('dim', placeText(words.savedIn, model, columns, theme))]),
    ];
  },
};

function phaseText(state: State): string {
  const phase = phaseOf(state);
  const {ended} = openRun(state.runs);
  return phase === 'ready' && ended !== undefined ? words.endings[ended.reason] : words.phases[phase];
}

function progressLine(
  {epoch, step, steps}: NonNullable<Run['progress']>,
  last: number,
  width: number,
  {paint, unicode}: Theme,
): string {
  const text = fill(words.epoch, {epoch, last});
  const percent = percentOf(step, steps);
  const bar = progressBar(percent / 100, Math.max(1, width - text.length - 6), unicode);
  return `${text} ${paint('accent', bar)} ${String(percent).padStart(3)}%`;
}

/** How fast it goes, and how long that takes; undefined when nothing goes on. */
function speed(state: State, width: number): string | undefined {
  const left = secondsLeft(state);
  if (left === undefined) return undefined;
  const time = duration(left);
  const speed = count(openRun(state.runs).imagesPerSecond);
  return fit([fill(words.speed, {speed, time}), fill(words.timeLeft, {time})], width);
}

function ended({ended: end}: Run): string {
  if (end === undefined) return '';
  if (!end.learned && end.epochs > 0) return words.noBetter;
  return counted(words.ended, {count: end.epochs, time: duration(end.seconds)});
}

/** What there is to know before the first step: what is trained from, what is saved, and where. */
function before({opened}: Run, place: string | undefined, width: number, theme: Theme): string[] {
  const {resumed, saved} = opened ?? {};
  return [
    words.toTrain,
    ...[
      resumed === undefined ? words.fromRandom : facts(resumed, words.onFrom, words.onFromAccuracy),
      ...(saved === undefined ? [] : [facts(saved, words.saved, words.savedAccuracy), words.toResume]),
      place === undefined ? words.keepsNone : placeText(words.savesIn, place, width, theme),
    ].map(text => theme.paint('dim', text)),
  ];
}

/** How many epochs a run has, and how good it is where that is known. */
function facts(
  {epochs, history}: RunSummary,
  plain: typeof words.onFrom | typeof words.saved,
  withAccuracy: typeof words.onFromAccuracy | typeof words.savedAccuracy,
): string {
  const accuracy = history.at(-1)?.accuracy;
  if (accuracy === undefined) return counted(plain, {count: epochs});
  return counted(withAccuracy, {count: epochs, accuracy: share(accuracy)});
}

/** A path in a text, cut at its start where it is too long: its end says more. */
function placeText(
  text: typeof words.savedIn | typeof words.savesIn,
  path: string,
  width: number,
  {unicode}: Theme,
): string {
  const whole = printable(path);
  const room = width - fill(text, {place: ''}).length;
  const mark = unicode ? '…' : '...';
  const place = whole.length <= room ? whole : `${mark}${whole.slice(whole.length - room + mark.length)}`;
  return fill(text, {place});
}
