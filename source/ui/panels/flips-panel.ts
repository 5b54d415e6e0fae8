import {stripVTControlCharacters} from 'node:util';
import {mostFlips} from '../../network/flips.js';
import {flipsOf} from '../../state/flips.js';
import {isBlank} from '../../state/selectors.js';
import type {State} from '../../state/state.js';
import {fit, fitFilled} from '../../text/fit.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import {prediction as predictionWords} from '../../words/digits.js';
import {drawing as words} from '../../words/drawing.js';
import {counted, fill} from '../../words/fill.js';
import type {Panel} from '../panel.js';
import {flipSigns} from './flip-marks.js';

const {flips: texts} = words;

/** How many changed pixels flip the answer, and to which. */
export const flipsPanel: Panel = {
  name: 'flips',
  column: 'right',
  rank: 3,
  rooms: [{columns: 24, least: 2, most: 2}],
  draw: (state, {columns}, theme) => [titleLine(texts.title, '', columns, theme), lineOf(state, columns, theme)],
};

function lineOf(state: State, columns: number, theme: Theme): string {
  const {paint} = theme;
  if (isBlank(state)) return paint('dim', words.nothing);
  if (!state.choice.predicting) return paint('dim', predictionWords.toPredict);
  const found = flipsOf(state);
  if (found === undefined) return paint('dim', predictionWords.working);
  if (found === 'many') return fitFilled(texts.many, {most: mostFlips}, columns);
  const values = {count: found.pixels.length, answer: answerText(state, found.answer)};
  const [long, brief] = [counted(texts.make, values), counted(texts.briefly, values)];
  const {showsFlips} = state.drawing;
  const after = showsFlips ? fill(texts.legend, flipSigns(state, theme)) : state.screen.holds ? texts.show : '';
  const room = columns - stripVTControlCharacters(after).length;
  return long.length <= room ? `${long}${after}` : fit([long, brief], columns);
}

function answerText({session: {data}, choice: {split}}: State, answer: number): string {
  return data[split]?.classNames?.[answer] ?? texts.answers[answer] ?? String(answer);
}
