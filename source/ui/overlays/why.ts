import {side} from '../../network/architecture.js';
import type {Explanation} from '../../network/explain.js';
import {chosenSubject, isBlank, labelName, lookedAt} from '../../state/selectors.js';
import type {State} from '../../state/state.js';
import {type Reasons, reasons} from '../../state/why.js';
import {fitFilled} from '../../text/fit.js';
import {leadNumbers, partNumber} from '../../text/lead.js';
import {isInSigns, signedPicture, signs} from '../../text/signed.js';
import {plainTheme, type Theme} from '../../text/theme.js';
import {wrap} from '../../text/wrap.js';
import {prediction} from '../../words/digits.js';
import {counted, fill} from '../../words/fill.js';
import {why as words} from '../../words/why.js';
import type {Overlay} from '../overlay.js';
import type {Size} from '../panel.js';
import {verdictOf, verdictRoles} from '../verdict.js';

/** Columns between the picture and the words, and how many the words want at least and can use at most. */
const [gap, leastWords, mostWords] = [2, 40, 64];

/** Why the chosen digit has its answer: what each pixel adds to the answer's lead, as a picture and as a sum. */
export const whyOverlay: Overlay = {
  title: words.title,
  isRead: false,
  draw(state, size, theme) {
    if (!state.choice.predicting) return [theme.paint('dim', prediction.toPredict)];
    const found = reasons(state);
    if (found === undefined) return [isBlank(state) ? prediction.blank : words.working];
    const {explanation, layer, pixels} = found;
    const {art} = state.choice;
    const width = pictureWidth(size);
    const picture = signedPicture(valuesOf(explanation, layer, pixels), pixels, width, art, theme);
    const legend = legendText(state, found, isInSigns(width, art, theme));
    const text = textOf(
      state,
      found,
      legend,
      {columns: Math.min(mostWords, size.columns - width - gap), lines: size.lines},
      theme,
    );
    return Array.from({length: Math.max(picture.length, text.length)}, (_, line) => {
      return `${picture[line] ?? ' '.repeat(width)}${' '.repeat(gap)}${text[line] ?? ''}`;
    });
  },
};

/** The width of the picture: as large as there is room for beside the words. */
function pictureWidth({columns, lines}: Size): 14 | 28 | 56 {
  const fits = (width: number): boolean => lines >= width / 2 && columns >= width + gap + leastWords;
  return fits(56) ? 56 : fits(28) ? 28 : 14;
}

/** What each pixel adds; or where ink is asked for, what each black pixel would add if it were inked. */
const valuesOf = ({contributions, slopes}: Explanation, layer: Reasons['layer'], pixels: Uint8Array): Float64Array =>
  layer === 'ink' ? slopes.map((slope, pixel) => (pixels[pixel] === 0 ? slope : 0)) : contributions;

/** The words beside the picture; without blank lines where there is no room for those. */
function textOf(state: State, found: Reasons, legend: Legend, {columns, lines}: Size, theme: Theme): string[] {
  const blocks = [
    headLines(state, found, columns, theme),
    found.layer === 'ink' ? inkLines(state, found, columns, theme) : sumLines(state, found, columns, theme),
    [
      ...legendLines(legend, columns, theme),
      ...wrap(bookkeeping(state, found), columns),
      theme.paint('accent', nextText(found)),
    ],
  ];
  const spaced = blocks.flatMap((block, place) => (place === 0 ? block : ['', ...block]));
  return spaced.length <= lines ? spaced : spaced.filter(line => line !== '');
}

/** What the two digits are called. */
const namesOf = (state: State, {answer, against}: Explanation): {answer: string; against: string} => ({
  answer: labelName(state, answer),
  against: labelName(state, against),
});

/** The digit, its answer, and the lead in a sentence. */
function headLines(state: State, found: Reasons, width: number, {paint}: Theme): string[] {
  const {explanation, label, rival} = found;
  const names = namesOf(state, explanation);
  const verdict = verdictOf(explanation.answer, label);
  const values = {subject: chosenSubject(state), answer: names.answer};
  const digit = wrap(fill(words.digit[verdict], values), width);
  const {decimals} = leadNumbers(explanation);
  const lead = explanation.difference.toFixed(decimals);
  return [
    ...digit.map(line => paint(verdictRoles[verdict], line)),
    ...wrap(fill(words.lead, {...names, rival: words.rivals[rival], lead}), width),
  ];
}

/** The sums of the pixels for and against, the biases, and the lead that they make; then the two strongest pixels. */
function sumLines(state: State, {explanation}: Reasons, width: number, {paint}: Theme): string[] {
  const names = namesOf(state, explanation);
  const {more, less, biases, lead, decimals} = leadNumbers(explanation);
  const partText = (texts: typeof words.parts.for | typeof words.parts.against, number: string): string =>
    fitFilled(texts, names, width - number.length - 2);
  return [
    paint('more', `${more}  ${partText(words.parts.for, more)}`),
    paint('less', `${less}  ${partText(words.parts.against, less)}`),
    `${biases}  ${isRelu(state) ? words.parts.biases : words.parts.blank}`,
    `${lead}  ${words.parts.lead}`,
    '',
    ...strongestLines(explanation.contributions, decimals, width, paint),
  ];
}

/** Why the chosen digit has its answer, without a picture: the lead, and its parts one a line. */
export function whySentences(state: State): string[] {
  const found = reasons(state);
  if (found === undefined) return [words.working];
  const width = Number.POSITIVE_INFINITY;
  const lines = [...headLines(state, found, width, plainTheme), ...sumLines(state, found, width, plainTheme)];
  return [...lines.filter(line => line !== '').map(line => line.trim()), bookkeeping(state, found)];
}

/** The largest and the smallest of 784 numbers, with their places. */
function strongestLines(values: Float64Array, decimals: number, width: number, paint: Theme['paint']): string[] {
  const [most, least] = [Math.max(...values), Math.min(...values)];
  const line = (value: number, texts: typeof words.most | typeof words.least): string => {
    const pixel = values.indexOf(value);
    const place = {row: Math.floor(pixel / side), column: pixel % side};
    const number = partNumber(value, decimals);
    const text = fitFilled(texts, place, width - number.length - 2);
    return paint(value < 0 ? 'less' : 'more', `${number}  ${text}`);
  };
  return [line(most, words.most), line(least, words.least)];
}

/** What ink on a black pixel would add at most and at least, and how much ink makes another answer. */
function inkLines(state: State, {explanation, inked, pixels}: Reasons, width: number, {paint}: Theme): string[] {
  const values = valuesOf(explanation, 'ink', pixels);
  const changes = inked !== undefined && inked.answer !== explanation.answer;
  const {count = 0, answer = 0} = inked ?? {};
  const text = changes
    ? counted(words.ink.changes, {count, other: labelName(state, answer)})
    : counted(words.ink.keeps, {count});
  return [
    ...wrap(words.ink.title, width),
    ...strongestLines(values, leadNumbers(explanation).decimals, width, paint),
    '',
    ...wrap(text, width),
  ];
}

/** What the picture shows, and the words of it that have a colour. */
type Legend = {readonly text: string; readonly more: string; readonly less: string};

function legendText(state: State, {explanation, layer}: Reasons, inSigns: boolean): Legend {
  const {more, less} = inSigns ? signs : {more: words.orange, less: words.blue};
  const texts = layer === 'ink' ? words.ink : words;
  const text = fill(texts[inSigns ? 'signs' : 'colours'], {...namesOf(state, explanation), more, less});
  return {text, more, less};
}

const legendLines = ({text, more, less}: Legend, width: number, {paint}: Theme): string[] =>
  wrap(text, width).map(line => line.replace(more, paint('more', more)).replace(less, paint('less', less)));

function bookkeeping(state: State, {explanation, layer}: Reasons): string {
  if (layer === 'ink') return words.ink.slopes;
  return isRelu(state) ? counted(words.bookkeeping, {count: explanation.unitsOn}) : words.integrated;
}

/** Whether hidden units are on or off; else they bend, and the parts are those on the way from a blank picture. */
const isRelu = (state: State): boolean => (lookedAt(state)?.weights.activation ?? 'relu') === 'relu';

/** What the key asks next. */
function nextText({layer, explanation, label, rival}: Reasons): string {
  switch (layer) {
    case 'runner-up':
      return label === undefined || label === explanation.answer || rival === 'runnerUpAndLabel'
        ? words.next.third
        : words.next.label;
    case 'other':
      return words.next.typed;
    case 'typed':
      return words.next.ink;
    case 'ink':
      return words.next.close;
  }
}
