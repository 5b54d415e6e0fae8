import type {SplitData} from '../dataset/dataset.js';
import type {Evaluation} from '../training/evaluation.js';
import {notices} from '../words/en/notices.js';
import {splitEvaluation} from './evaluations.js';
import {withNotice} from './notices.js';
import type {State} from './state.js';

/** The digits of the chosen split that the network that is looked at gets wrong. */
export type Mistakes = {
  /** Their indices, the widest lead of the wrong answer first. */
  readonly indices: Uint32Array;
  readonly found: Evaluation;
  /** How many digits have been looked through, and how many there are. */
  readonly done: number;
  readonly count: number;
};

/** What is known of the mistakes; undefined before the first evaluation, or while one is being made. */
export function mistakesOf(state: State): Mistakes | undefined {
  const {split} = state.choice;
  const data = state.session.data[split];
  const evaluation = splitEvaluation(state, split);
  if (data === undefined || evaluation === undefined) return undefined;
  return {...evaluation, indices: wrongOf(evaluation.found, data)};
}

const known = new WeakMap<Evaluation, Uint32Array>();

/** Indices have so many values at most: there are no more digits in any dataset. */
const mostIndices = 2 ** 21;

/** The wrong answers' indices by their leads, the widest first. */
function wrongOf(found: Evaluation, {labels}: SplitData): Uint32Array {
  const before = known.get(found);
  if (before !== undefined) return before;
  const {answers, margins} = found;
  // A float32 that is not negative is in the order of its bits, and both it and an index fit into a float64.
  const bits = new Uint32Array(Float32Array.from(margins).buffer);
  const keys = new Float64Array(answers.length);
  let count = 0;
  for (let index = 0; index < answers.length; index++) {
    if (answers[index] !== labels[index]) keys[count++] = (bits[index] ?? 0) * mostIndices + (mostIndices - 1 - index);
  }
  const sorted = keys.subarray(0, count).sort();
  const indices = Uint32Array.from(sorted, key => mostIndices - 1 - (key % mostIndices)).reverse();
  known.set(found, indices);
  return indices;
}

/** What the user does among the mistakes. */
export const mistakeActions = {
  /** Chooses the next mistake, or the one before; from another digit the first. */
  mistake(state: State, {by}: {readonly by: 1 | -1}): State {
    const mistakes = mistakesOf(state);
    const walking = {...state, choice: {...state.choice, seeksMistakes: true}};
    if (mistakes === undefined) return said(walking, notices.noEvaluation);
    const {indices} = mistakes;
    if (indices.length === 0) return said(walking, notices.noMistakes);
    const place = indices.indexOf(state.choice.index);
    const next = place < 0 ? 0 : (place + by + indices.length) % indices.length;
    return {...walking, choice: {...walking.choice, index: indices[next] ?? state.choice.index}};
  },
};

const said = (state: State, notice: string): State => ({...state, screen: withNotice(state.screen, notice)});
