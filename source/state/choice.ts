import type {Split} from '../dataset/dataset.js';
import type {Session} from './session.js';
import type {State} from './state.js';

/**
 * The axes of the chart, in the order of their key: steps by their ratios, as the pace `watch` goes; steps evenly; then
 * losses by their ratios, too.
 */
const axes = ['watch', 'linear', 'logarithmic'] as const;

/** Which axes the chart has. */
export type Axes = (typeof axes)[number];

/** What is looked at, and how. */
export type Choice = {
  readonly split: Split;
  readonly index: number;
  /** Whether the network's answer is shown. */
  readonly predicting: boolean;
  readonly art: 'blocks' | 'ascii';
  /** Whether mistakes have been asked for: then those of the train split are looked for, too. */
  readonly seeksMistakes: boolean;
  readonly axes: Axes;
};

/** What the command line chooses. */
export function startChoice({split, index, art}: Pick<Choice, 'split' | 'index' | 'art'>): Choice {
  return {split, index, art, predicting: true, seeksMistakes: false, axes: axes[0]};
}

/** The last index of the chosen split, which has no end while it is loading. */
export function lastIndex({split}: Choice, {data}: Session): number {
  return (data[split]?.count ?? Number.POSITIVE_INFINITY) - 1;
}

/** Chooses a digit, as near to the index asked for as the split has one. */
export function withIndex(choice: Choice, session: Session, index: number): Choice {
  return {...choice, index: Math.max(0, Math.min(index, lastIndex(choice, session)))};
}

const chosen = (state: State, index: number): State => ({
  ...state,
  choice: withIndex(state.choice, state.session, index),
});

/** What the user does to the choice. */
export const choiceActions = {
  move: (state: State, {by}: {readonly by: number}): State => chosen(state, state.choice.index + by),
  'move-to': (state: State, {index}: {readonly index: number}): State => chosen(state, index),
  /** The same index of the other split, or its last. */
  'switch-split'(state: State): State {
    const split = state.choice.split === 'test' ? 'train' : 'test';
    return chosen({...state, choice: {...state.choice, split}}, state.choice.index);
  },
  /** Hides the network's answer, or shows it. */
  predict: (state: State): State => ({...state, choice: {...state.choice, predicting: !state.choice.predicting}}),
  'toggle-art'(state: State): State {
    const art = state.choice.art === 'blocks' ? 'ascii' : 'blocks';
    return {...state, choice: {...state.choice, art}};
  },
  /** Gives the chart its next axes. */
  'next-axes'(state: State): State {
    const next = axes[axes.indexOf(state.choice.axes) + 1] ?? axes[0];
    return {...state, choice: {...state.choice, axes: next}};
  },
};
