import {worded} from '../../dataset/dataset.js';
import {ranked} from '../../network/explain.js';
import {figuresOf} from '../../state/figures.js';
import {walkOf} from '../../state/mistakes.js';
import {chosenDigit, labelName, lookedAt, prediction} from '../../state/selectors.js';
import type {State} from '../../state/state.js';
import {fit, fitFilled} from '../../text/fit.js';
import {count as written} from '../../text/format.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import {wrap} from '../../text/wrap.js';
import {prediction as predictionWords, verdict as words} from '../../words/digits.js';
import {fill} from '../../words/fill.js';
import {training as trainingWords} from '../../words/training.js';
import type {Panel, Size} from '../panel.js';

/** What is right and wrong about the answer to the chosen digit, in words, and where it stands among the mistakes. */
export const verdictPanel: Panel = {
  name: 'verdict',
  column: 'left',
  rank: 2,
  rooms: [
    {column: 'left', columns: 24, least: 6, most: 6},
    {column: 'right', columns: 24, least: 4, most: 4, leaves: 5},
    {column: 'right', columns: 24, least: 3, most: 3},
  ],
  draw(state, size, theme) {
    if (!state.choice.predicting) {
      return [titleLine(words.title, '', size.columns, theme), theme.paint('dim', predictionWords.toPredict)];
    }
    const [title, ...said] = answerLines(state, size, theme);
    const lines = [...said, ...placeLines(state), ...momentLines(state, size.columns)];
    return [title ?? '', ...lines.flatMap(line => wrap(line, size.columns))].slice(0, size.lines);
  },
};

/** The title with the answer, and by how much it leads. */
function answerLines(state: State, {columns}: Size, theme: Theme): string[] {
  const chosen = chosenDigit(state);
  const shown = prediction(state);
  const title = (detail: string): string => titleLine(words.title, detail, columns, theme);
  if (chosen === undefined || shown === undefined) return [title(predictionWords.working)];
  const {answer, scores} = shown;
  // Only digits of the dataset stand here, which have labels.
  const label = chosen.label ?? answer;
  const isRight = answer === label;
  const names = {answer: labelName(state, answer), label: labelName(state, label)};
  const brief = fill(isRight ? words.right : words.wrong, names);
  const whole = isRight ? brief : fill(words.wrongLabel, names);
  const detail = fit([whole, brief, names.answer], columns - words.title.length - 4);
  const [, second] = ranked(scores);
  const by = (digit: number): string => ((scores[answer] ?? 0) - (scores[digit] ?? 0)).toFixed(2);
  const lead = fill(words.lead, {...names, second: labelName(state, second), lead: by(second)});
  const isThird = !isRight && second !== label;
  return [
    title(theme.paint(isRight ? 'good' : 'bad', detail)),
    ...(detail === whole ? [] : [fill(words.label, names)]),
    isThird ? `${lead}${fill(words.leadOverLabel, {...names, lead: by(label)})}` : lead,
  ];
}

/** Which of the mistakes the digit is, or of the digits of the open cell; else how many there are. */
function placeLines(state: State): string[] {
  const walk = walkOf(state);
  const data = state.session.data[state.choice.split];
  if (walk === undefined) return [worded(words.looking, data)];
  const {indices, cell, done, count} = walk;
  const place = indices.indexOf(state.choice.index) + 1;
  const values = {place: written(place), count: written(indices.length)};
  const texts = words[cell === undefined ? 'mistakes' : 'cell'];
  const text = indices.length === 0 ? texts.none : place === 0 ? texts.elsewhere : texts.place;
  const soFar = done < count ? [fill(words.soFar, {done: written(done), count: written(count)})] : [];
  return [worded(fill(text, values), data), ...soFar];
}

/** Which network it is about, where it is not the newest; and which the mistakes are of, where that is another. */
function momentLines(state: State, columns: number): string[] {
  const looked = lookedAt(state);
  if (looked === undefined) return [];
  if (!looked.isLive) {
    return [fitFilled(trainingWords.back, {step: written(looked.step)}, columns)];
  }
  const step = state.choice.split === 'test' ? figuresOf(state)?.step : undefined;
  return step === undefined || step === looked.step ? [] : [fill(words.asOf, {step: written(step)})];
}
