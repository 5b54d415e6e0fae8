import type {SplitData} from '../../dataset/dataset.js';
import {softmax} from '../../network/losses.js';
import {isTrained, openRun} from '../../state/runs.js';
import {chosenDigit, isBlank, labelName, type Prediction, prediction, scoreHistory} from '../../state/selectors.js';
import type {State} from '../../state/state.js';
import {evaluatedBy} from '../../state/surveys.js';
import {scoreBar} from '../../text/bars.js';
import {fit} from '../../text/fit.js';
import {score} from '../../text/format.js';
import {pointerTo} from '../../text/marks.js';
import {sparkline} from '../../text/sparkline.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import {prediction as words} from '../../words/digits.js';
import {fill} from '../../words/fill.js';
import type {Panel, Size} from '../panel.js';
import {verdictOf, verdictRoles} from '../verdict.js';

/** Lines with all ten scores, and with the answer's alone. */
const [full, least] = [11, 3];
/** Columns of a score's line besides its bar and the mark of the label: mark, digit, score. */
const besideBar = 11;
/** Columns of a score, at least. */
const numberWidth = 5;
const widestBar = 60;
/** Columns of the way that each score has come, with a blank before it, and the columns from which on there is room. */
const way = {width: 9, from: 34};
/** The columns from which on the label's line says so in a word. */
const withWord = 44;
/** Columns that a bar keeps when names stand beside it. */
const leastBar = 8;

/** The network's answer for the chosen digit: right or wrong, and the ten scores. */
export const predictionPanel: Panel = {
  name: 'prediction',
  column: 'left',
  rank: 2,
  rooms: [
    {column: 'left', columns: 28, least: full, most: full},
    {column: 'right', columns: 24, least: full, most: full, leaves: 6},
    {column: 'right', least, most: least},
  ],
  draw(state, size, theme) {
    const {session, choice, runs} = state;
    const title = (detail: string): string => titleLine(words.title, detail, size.columns, theme);
    const weights = isTrained(openRun(runs)) ? 'trained' : 'random';
    const data = session.data[choice.split];
    if (!choice.predicting) return [title(''), theme.paint('dim', words.toPredict)];
    const chosen = chosenDigit(state);
    const isShares = evaluatedBy(state).loss === 'cross-entropy';
    const raw = prediction(state);
    const shown = raw && isShares ? {...raw, scores: softmax(raw.scores)} : raw;
    if (chosen === undefined || shown === undefined) return [title(isBlank(state) ? words.blank : words.working)];
    const verdict = verdictOf(shown.answer, chosen.label);
    const answer = labelName(state, shown.answer);
    const text = `${fill(words.verdicts[weights][verdict], {answer})}${isShares ? words.shares : ''}`;
    const plain = fill(words.verdicts.trained[verdict], {answer});
    const briefest = fill(words.briefVerdicts[verdict], {answer});
    if (size.lines >= full) {
      const detail = fit([text, plain, briefest], size.columns - words.title.length - 4);
      return [title(detail), ...scoreLines(shown, chosen.label, ways(state, size, theme), data, size, theme)];
    }
    const best = theme.paint(verdictRoles[verdict], fit([text, plain, briefest], size.columns));
    return [title(''), best, fill(words.score, {score: score(Math.max(...shown.scores)).padStart(numberWidth)})];
  },
};

/** A line for each digit: its score as a bar and as a number; the answer is marked, and so is the label. */
function scoreLines(
  {answer, scores}: Prediction,
  label: number | undefined,
  ways: readonly string[],
  data: SplitData | undefined,
  {columns}: Size,
  theme: Theme,
): string[] {
  const {unicode, paint} = theme;
  const names = scores.map((_, digit) => nameBeside(data, digit, columns));
  const labelMark = columns < withWord ? (unicode ? ' ◂' : ' <') : ` ${words.label}`;
  const numbers = padded(scores);
  const wider = (numbers[0]?.length ?? 0) - numberWidth;
  const beside = besideBar + wider + labelMark.length + (ways[0]?.length ?? 0) + (names[0]?.length ?? 0);
  const barWidth = Math.max(1, Math.min(widestBar, columns - beside));
  return scores.map((value, digit) => {
    const mark = pointerTo(digit === answer, theme);
    const line = `${mark} ${digit} ${names[digit] ?? ''}${scoreBar(value, barWidth, unicode)} ${numbers[digit] ?? ''}${ways[digit] ?? ''}`;
    if (digit === answer) return paint(verdictRoles[verdictOf(answer, label)], line);
    return digit === label ? `${line}${labelMark}` : line;
  });
}

/** How each score has come about over the moments, from 0 to 1; none where there is no room, or one moment alone. */
function ways(state: State, {columns}: Size, {unicode}: Theme): string[] {
  const count = way.width - 1;
  const moments = columns < way.from ? [] : scoreHistory(state, count);
  const isShares = evaluatedBy(state).loss === 'cross-entropy';
  const [first] = moments;
  if (first === undefined || moments.length < 2) return [];
  return first.scores.map((_, digit) => {
    const values = moments.map(({scores}) => (isShares ? softmax(scores) : scores)[digit] ?? Number.NaN);
    return ` ${sparkline(values, count, unicode, [0, 1]).padStart(count)}`;
  });
}

/** A class's name beside its bar, all of one width, where the bar keeps room; nothing for digits. */
function nameBeside(data: SplitData | undefined, label: number, width: number): string {
  const names = data?.classNames ?? [];
  const widest = Math.max(0, ...names.map(({length}) => length)) + 1;
  const name = names[label];
  return name === undefined || width - besideBar - words.label.length - 1 - widest < leastBar
    ? ''
    : name.padEnd(widest);
}

/** Scores as numbers of one width. */
function padded(scores: ArrayLike<number>): string[] {
  const texts = Array.from(scores, score);
  const width = Math.max(numberWidth, ...texts.map(({length}) => length));
  return texts.map(text => text.padStart(width));
}
