import {withIndex} from './choice.js';
import {firstCount} from './first-digits.js';
import type {State} from './state.js';

/** What is chosen of the first digits of the split. */
export type Wall = {
  /** The index that the arrows have chosen; undefined: that of the chosen digit, or the first. */
  readonly cursor: number | undefined;
};

/** Nothing is chosen. */
export const startWall: Wall = {cursor: undefined};

/** The index that is marked; beyond the first digits where the arrows have chosen none and the digit is none of them. */
export const markedIndex = ({wall, choice}: Pick<State, 'wall' | 'choice'>): number => wall.cursor ?? choice.index;

/** What the user does among the first digits. */
export const wallActions = {
  /** Moves the mark by so many digits, as far as there are any. */
  'move-on-wall'(state: State, {by}: {readonly by: number}): State {
    const last = Math.min(firstCount, state.session.data[state.choice.split]?.count ?? 1) - 1;
    const from = markedIndex(state);
    const cursor = from > last ? 0 : from + by;
    return cursor < 0 || cursor > last ? state : {...state, wall: {cursor}};
  },
  /** Chooses the digit that is marked. */
  'choose-on-wall': (state: State): State => ({
    ...state,
    choice: withIndex(state.choice, state.session, markedIndex(state)),
  }),
};
