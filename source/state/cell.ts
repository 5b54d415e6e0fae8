import {splitEvaluation} from './evaluations.js';
import type {State} from './state.js';

/** A cell of the confusion matrix: the digits with a label that get an answer. */
export type Cell = {readonly label: number; readonly answer: number};

/** What is chosen of the confusion matrix. */
export type Matrix = {
  /** The cell that the arrows have chosen; undefined: that of the chosen digit. */
  readonly cell: Cell | undefined;
  /** Whether its digits alone are walked and shown. */
  readonly isOpen: boolean;
};

/** Nothing is chosen. */
export const startMatrix: Matrix = {cell: undefined, isOpen: false};

/** The cell that is marked: the chosen one, else that of the chosen digit, once the digit has been looked at. */
export function markedCell(state: State): Cell | undefined {
  const {matrix, choice, session} = state;
  if (matrix.cell !== undefined) return matrix.cell;
  const label = session.data[choice.split]?.labels[choice.index];
  const evaluation = splitEvaluation(state, choice.split);
  const answer = evaluation?.found.answers[choice.index];
  return label === undefined || answer === undefined ? undefined : {label, answer};
}

/** The cell whose digits alone are walked. */
export const openCell = ({matrix}: Pick<State, 'matrix'>): Cell | undefined =>
  matrix.isOpen ? matrix.cell : undefined;

/** The matrix without the arrows; an open cell stays open. */
export const withoutCursor = (matrix: Matrix): Matrix => (matrix.isOpen ? matrix : startMatrix);
