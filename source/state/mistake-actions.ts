import {notices} from '../words/notices.js';
import {type Cell, markedCell} from './cell.js';
import {walkOf} from './mistakes.js';
import {said} from './notices.js';
import type {State} from './state.js';

/** The last row and column of the confusion matrix. */
const last = 9;

/** What the user does among the mistakes and in the confusion matrix. */
export const mistakeActions = {
  /** Chooses the next digit of the walk, or the one before; from another digit the first. */
  mistake(state: State, {by}: {readonly by: 1 | -1}): State {
    const walking = seeking(state);
    const walk = walkOf(state);
    if (walk === undefined) return said(walking, notices.noEvaluation);
    const {indices, cell} = walk;
    const none = cell === undefined ? notices.noMistakes : notices.noDigitInCell;
    if (indices.length === 0) return said(walking, none);
    const place = indices.indexOf(state.choice.index);
    const next = place < 0 ? 0 : (place + by + indices.length) % indices.length;
    return {...walking, choice: {...walking.choice, index: indices[next] ?? state.choice.index}};
  },
  /** Chooses a cell beside the one that is marked, as far as there are any; if digits are open, then those of the new one. */
  'move-cell'(state: State, {down, right}: {readonly down: number; readonly right: number}): State {
    const {label, answer} = markedCell(state) ?? {label: 0, answer: 0};
    const within = (place: number): number => Math.max(0, Math.min(last, place));
    const cell = {label: within(label + down), answer: within(answer + right)};
    return state.matrix.isOpen ? opened(state, cell) : {...state, matrix: {cell, isOpen: false}};
  },
  /** Opens the digits of a cell, else of the one that is marked. */
  'open-cell'(state: State, {cell = markedCell(state)}: {readonly cell?: Cell}): State {
    return cell === undefined ? said(seeking(state), notices.noEvaluation) : opened(state, cell);
  },
};

/** A cell's digits opened, and the first of them chosen if there is one. */
function opened(state: State, cell: Cell): State {
  const open = {...seeking(state), matrix: {cell, isOpen: true}};
  const index = walkOf(open)?.indices[0];
  return index === undefined ? open : {...open, choice: {...open.choice, index}};
}

/** The mistakes of the train split are looked for from now on, too. */
const seeking = (state: State): State => ({...state, choice: {...state.choice, seeksMistakes: true}});
