import {worded} from '../../dataset/dataset.js';
import {printable} from '../../errors.js';
import {savePlace} from '../../state/lesson.js';
import {newRate} from '../../state/rates.js';
import {openRun} from '../../state/runs.js';
import {trainingOptions} from '../../state/session.js';
import type {State} from '../../state/state.js';
import {isPastEnd} from '../../state/training-actions.js';
import {fit, fitFilled} from '../../text/fit.js';
import {count, share} from '../../text/format.js';
import {ellipsis} from '../../text/marks.js';
import type {Theme} from '../../text/theme.js';
import type {RunSummary} from '../../training/protocol.js';
import {imagesOf} from '../../training/run-options.js';
import {counted, fill} from '../../words/fill.js';
import {training as words} from '../../words/training.js';
import {briefly} from './briefly.js';

/** What there is to know before the first step: what is there, what is trained from, what is saved, and where. */
export function beforeTraining(state: State, width: number, theme: Theme): string[] {
  const {opened, hidden, network} = openRun(state.runs);
  const {data} = state.session;
  const place = savePlace(state);
  const {resumed, saved} = opened ?? {};
  const [most, less, least] = words.what;
  const from =
    resumed === undefined
      ? fit([counted(most, {count: hidden}), counted(less, {count: hidden}), counted(least, {count: hidden})], width)
      : resumed.epochs === 0 && network !== undefined
        ? fill(words.onFromStep, {step: count(network.step)})
        : facts(resumed, words.onFrom, words.onFromAccuracy, width);
  return [
    ...toTrain(state, width, theme).map(text => worded(text, data[state.choice.split])),
    ...(data.test?.isScrambled ? [theme.paint('notice', fit(words.scrambled, width))] : []),
    ...[
      from,
      ...(saved === undefined ? [] : [facts(saved, words.saved, words.savedAccuracy, width), words.toResume]),
      place === undefined ? words.keepsNone : placeText(words.savesIn, place, width, theme),
    ].map(text => theme.paint('dim', text)),
  ];
}

/** How training begins, and at which learning rate where that was chosen; or why it cannot. */
function toTrain(state: State, width: number, theme: Theme): string[] {
  const options = trainingOptions(state);
  const {batchSize} = options;
  const images = imagesOf(state.session.data.train?.count ?? batchSize, options);
  if (images < batchSize) {
    const texts = words.tooFew.map(text => fill(text, {images, batchSize}));
    return briefly(texts, width, 2).map(text => theme.paint('notice', text));
  }
  const rate = newRate(state);
  if (isPastEnd(state) === 'now') return [fit(words.toTrainMore, width)];
  if (rate === undefined) return [fit(words.toTrain, width)];
  return [fitFilled(words.toTrainAt, {rate}, width)];
}

/** How many epochs a run has, and how good it is where that is known. */
function facts(
  {epochs, history}: RunSummary,
  plain: typeof words.onFrom | typeof words.saved,
  withAccuracy: typeof words.onFromAccuracy | typeof words.savedAccuracy,
  width: number,
): string {
  const accuracy = history.at(-1)?.accuracy;
  const briefly = counted(plain, {count: epochs});
  return accuracy === undefined
    ? briefly
    : fit([counted(withAccuracy, {count: epochs, accuracy: share(accuracy)}), briefly], width);
}

/** A path in a text, cut at its start where it is too long: its end says more. */
export function placeText(
  text: typeof words.savedIn | typeof words.savesIn,
  path: string,
  width: number,
  theme: Theme,
): string {
  const whole = printable(path);
  const room = width - fill(text, {place: ''}).length;
  const mark = ellipsis(theme);
  const place = whole.length <= room ? whole : `${mark}${whole.slice(whole.length - room + mark.length)}`;
  return fill(text, {place});
}
