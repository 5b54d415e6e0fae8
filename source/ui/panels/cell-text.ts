import type {Cell} from '../../state/cell.js';
import {labelName} from '../../state/selectors.js';
import type {State} from '../../state/state.js';
import {greatestConfusions} from '../../text/confusion.js';
import {count as written} from '../../text/format.js';
import {cells, confusion as words} from '../../words/digits.js';
import {fill} from '../../words/fill.js';

/** A cell of the confusion matrix in words: `25 fours read as nines`. */
export function cellText(state: State, {label, answer}: Cell, count: number): string {
  const kind = label === answer ? 'right' : 'wrong';
  if (state.session.data[state.choice.split]?.classNames !== undefined) {
    const names = {label: labelName(state, label), answer: labelName(state, answer), count: written(count)};
    return fill(cells.named[kind], names);
  }
  const {labels, answers} = count === 1 ? cells.one : cells.other;
  return fill(cells[kind], {label: labels[label] ?? '', answer: answers[answer] ?? '', count: written(count)});
}

/** The same briefly: `4 as 9: 25`. */
export const briefCellText = (state: State, {label, answer}: Cell, count: number): string =>
  fill(words.as, {label: labelName(state, label), answer: labelName(state, answer), count: written(count)});

/** The greatest confusions in a line, as many of three as fit. */
export function greatestLine(state: State, counts: readonly number[], columns: number): string {
  const texts = greatestConfusions(counts, 3).map(each => briefCellText(state, each, each.count));
  if (texts.length === 0) return words.noMistake;
  const line = (): string => fill(words.most, {confusions: texts.join(', ')});
  while (texts.length > 1 && line().length > columns) texts.pop();
  return line();
}
