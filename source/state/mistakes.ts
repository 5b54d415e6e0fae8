import type {Evaluation} from '../training/evaluation.js';
import {byLead, wrongDigits} from '../training/leads.js';
import {type Cell, openCell} from './cell.js';
import {type SplitEvaluation, splitEvaluation} from './evaluations.js';
import type {State} from './state.js';

/** Digits of the chosen split in the order of their answers' leads, of those that have been looked through. */
export type Walk = SplitEvaluation & {
  readonly indices: Uint32Array;
  /** The cell of the confusion matrix whose digits they are; undefined: they are all mistakes. */
  readonly cell: Cell | undefined;
};

/**
 * The digits that are walked: those of the cell that is open, else all mistakes, the widest lead of the wrong answer
 * first. Where the answer is right, the least lead comes first. Undefined before the first evaluation, or while one is
 * being made.
 */
export function walkOf(state: State): Walk | undefined {
  const {split} = state.choice;
  const cell = openCell(state);
  const labels = state.session.data[split]?.labels;
  const evaluation = splitEvaluation(state, split);
  if (labels === undefined || evaluation === undefined) return undefined;
  return {...evaluation, cell, indices: sorted(evaluation.found, labels, cell)};
}

/** What was sorted last of each evaluation: all mistakes, and the digits of a cell. */
const known = new WeakMap<Evaluation, Map<'all' | 'cell', {readonly cell: Cell | undefined; indices: Uint32Array}>>();

function sorted(found: Evaluation, labels: Uint8Array, cell: Cell | undefined): Uint32Array {
  const before = known.get(found) ?? new Map();
  known.set(found, before);
  const key = cell === undefined ? 'all' : 'cell';
  const last = before.get(key);
  if (last?.cell === cell && last !== undefined) return last.indices;
  const indices = cell === undefined ? wrongDigits(found, labels) : digitsIn(cell, found, labels);
  before.set(key, {cell, indices});
  return indices;
}

function digitsIn({label, answer}: Cell, found: Evaluation, labels: Uint8Array): Uint32Array {
  const first = label === answer ? 'least' : 'widest';
  return byLead(found, first, (given, index) => given === answer && labels[index] === label);
}
