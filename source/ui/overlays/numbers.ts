import {inputSize, side} from '../../network/architecture.js';
import {type DigitNumbers, digitNumbers, type Missed, weightStep} from '../../state/numbers.js';
import {chosenDigit, chosenName, isBlank, labelName} from '../../state/selectors.js';
import {trainingOptions} from '../../state/session.js';
import type {State} from '../../state/state.js';
import {fitFilled} from '../../text/fit.js';
import {score as scoreText, shortLoss} from '../../text/format.js';
import {roundedParts} from '../../text/parts.js';
import {type PixelWindow, pixelNumbers, widthOf, windowAround} from '../../text/pixel-window.js';
import type {Theme} from '../../text/theme.js';
import {wrap} from '../../text/wrap.js';
import {prediction} from '../../words/digits.js';
import {fill} from '../../words/fill.js';
import {numbers as words} from '../../words/numbers.js';
import {allArrows} from '../arrow-keys.js';
import type {Overlay} from '../overlay.js';
import type {Binding, Size} from '../panel.js';
import {verdictOf, verdictRoles} from '../verdict.js';
import {adamLines, briefAdamLine} from './adam-lines.js';

/** Columns of the scores and before them, and how much room they want beside the pixels. */
const [scoresWidth, gap] = [31, 2];
const beside: Size = {columns: 70, lines: 20};

/** How far each arrow moves the cursor. */
const ways: Readonly<Record<string, {readonly columns: number; readonly rows: number}>> = {
  left: {columns: -1, rows: 0},
  right: {columns: 1, rows: 0},
  up: {columns: 0, rows: -1},
  down: {columns: 0, rows: 1},
};

const arrows: Binding = {
  ...allArrows,
  help: words.hint,
  act(_, key) {
    const way = ways[key];
    return way && {type: 'point-pixel', ...way};
  },
};

/** The numbers of the chosen digit: pixels, scores and what is wanted of them, and how the last step moved one weight. */
export const numbersOverlay: Overlay = {
  title: words.title,
  isRead: false,
  held: {hint: words.hint, enter: words.enter, keys: [arrows]},
  draw(state, size, theme) {
    if (!state.choice.predicting) return [theme.paint('dim', prediction.toPredict)];
    const found = digitNumbers(state);
    if (found === undefined) return [isBlank(state) ? prediction.blank : words.working];
    return size.columns < beside.columns || size.lines < beside.lines
      ? narrowLines(state, found, size, theme)
      : wideLines(state, found, size, theme);
  },
};

/** The pixels, the scores beside them, and the step below. */
function wideLines(state: State, found: DigitNumbers, {columns, lines}: Size, theme: Theme): string[] {
  const {unit, answer} = found;
  const trace = weightStep(state, unit);
  const step = trace === undefined ? [toStep(state)] : adamLines(trace, {unit, answer: labelName(state, answer)});
  const size = {columns: columns - gap - scoresWidth, lines: lines - step.length};
  const pixels = pixelLines(state, found, size, theme);
  const width = widthOf(windowAround(found.pixel, {...size, lines: size.lines - 2}).columns);
  const right = scoreLines(found, theme);
  const top = Array.from({length: Math.max(pixels.length, right.length)}, (_, line) => {
    const {text = '', length = 0} = pixels[line] ?? {};
    return `${text}${' '.repeat(Math.max(0, width - length) + gap)}${right[line] ?? ''}`;
  });
  return [...top, ...step];
}

/** The pixels, and in a line each the loss and the step. */
function narrowLines(state: State, found: DigitNumbers, {columns, lines}: Size, theme: Theme): string[] {
  const trace = weightStep(state, found.unit);
  const step = trace === undefined ? toStep(state) : briefAdamLine(trace, found);
  const below = [lossText(found), ...wrap(step, columns)];
  const pixels = pixelLines(state, found, {columns, lines: lines - below.length}, theme);
  return [...pixels.map(({text}) => text), ...below];
}

/** A line, and how many columns it takes. */
type Line = {readonly text: string; readonly length: number};

/** Which pixels there are, their numbers, and that of the pixel under the cursor as the network gets it. */
function pixelLines(state: State, {pixels, pixel}: DigitNumbers, {columns, lines}: Size, theme: Theme): Line[] {
  const shown = windowAround(pixel, {columns, lines: lines - 2});
  const width = widthOf(shown.columns);
  const raw = pixels[pixel] ?? 0;
  const place = {row: Math.floor(pixel / side), column: pixel % side};
  const caption = captionOf(state, shown, width);
  const below = fill(words.pixel, {...place, raw, input: (raw / 255).toFixed(4)});
  return [
    {text: theme.paint('title', caption), length: caption.length},
    ...pixelNumbers(pixels, pixel, shown, theme).map(text => ({text, length: width})),
    {text: theme.paint('accent', below), length: below.length},
  ];
}

function captionOf(state: State, {top, left, rows, columns}: PixelWindow, width: number): string {
  const digit = chosenName(state);
  const known = chosenDigit(state)?.label;
  const label = known === undefined ? '' : labelName(state, known);
  const isAll = rows * columns === inputSize;
  if (isAll) return known === undefined ? fill(words.allUnlabelled, {digit}) : fill(words.all, {digit, label});
  const windows = known === undefined ? words.windowUnlabelled : words.window;
  const values = {digit, label, top, bottom: top + rows - 1, left, right: left + columns - 1};
  return fitFilled(windows, values, width);
}

/** The ten scores beside what is wanted of them, each squared difference, and the loss that these make. */
function scoreLines(found: DigitNumbers, {paint}: Theme): string[] {
  const {scores, label, answer, missed} = found;
  const terms = missed === undefined ? [] : termsOf(missed);
  const rows = Array.from(scores, (score, digit) => {
    const wanted = label === undefined ? '' : digit === label ? '1' : '0';
    const term = terms[digit]?.toFixed(4) ?? '';
    const line = `${String(digit).padStart(5)}  ${scoreText(score).padStart(5)}  ${wanted.padStart(6)}  ${term.padStart(7)}`;
    return digit === answer ? paint(verdictRoles[verdictOf(answer, label)], line) : line;
  });
  const title = missed?.by === 'cross-entropy' ? words.shares : words.scores;
  return [paint('title', title), ...rows, lossText(found)];
}

/** What to do for a weight's step to be shown, or why none is. */
const toStep = (state: State): string => (trainingOptions(state).optimizer === 'adam' ? words.toStep : words.noAdam);

/** The squares, or the shares, as they are written: they add up to what is written of their sum. */
const termsOf = ({by, terms, loss}: Missed): readonly number[] => roundedParts(terms, by === 'mse' ? 10 * loss : 1, 4);

function lossText({missed, label}: DigitNumbers): string {
  if (missed === undefined) return words.noLoss;
  const loss = missed.loss.toFixed(5);
  if (missed.by === 'mse') return fill(words.loss, {sum: (10 * missed.loss).toFixed(4), loss});
  return fill(words.entropy, {share: missed.terms[label ?? 0]?.toFixed(4) ?? '', loss});
}

/** The digit's loss and what the last step has done, for a screen reader. */
export function numberSentences(state: State): string[] {
  const found = digitNumbers(state);
  if (found === undefined) return [words.working];
  const trace = weightStep(state, found.unit);
  const {label, missed} = found;
  const loss =
    label === undefined || missed === undefined
      ? words.noLoss
      : fill(missed.by === 'mse' ? words.spoken : words.spokenEntropy, {
          label: labelName(state, label),
          loss: shortLoss(missed.loss),
        });
  return [loss, trace === undefined ? toStep(state) : briefAdamLine(trace, found)];
}
