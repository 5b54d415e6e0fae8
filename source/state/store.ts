import {type Action, isTrainingEvent, reduce} from './reducer.js';
import type {RunState} from './run-state.js';

/** The state of the dashboard. Every event is folded at once; what is shown follows on a clock. */
export type Store = {
  /** The state now. */
  readonly current: () => RunState;
  /** The state to draw: as `current`, at most a frame older. */
  readonly shown: () => RunState;
  readonly dispatch: (action: Action) => void;
  /** Calls back when `shown` changes; returns what ends that. */
  readonly subscribe: (listener: () => void) => () => void;
};

/** Shortest time in milliseconds from a frame to one with news of the training, and between two answers to keys. */
export type Frame = {readonly training: number; readonly person: number};

/** For a screen; and for speech, which cannot be taken in as fast. */
export const frames = {screen: {training: 80, person: 30}, lines: {training: 500, person: 250}} as const;
/** How long a frame waits for the answer to a key, in milliseconds, so that both make one frame. */
const gather = 8;

/** Creates a store. `changed` is called after every action, at once. */
export function createStore(
  initial: RunState,
  changed: (state: RunState) => void,
  frame: Frame = frames.screen,
): Store {
  let current = initial;
  let shown = initial;
  const last = {frame: Number.NEGATIVE_INFINITY, answer: Number.NEGATIVE_INFINITY};
  let answers = false;
  let timer: NodeJS.Timeout | undefined;
  let due = Number.POSITIVE_INFINITY;
  const listeners = new Set<() => void>();

  const cancel = (): void => {
    clearTimeout(timer);
    due = Number.POSITIVE_INFINITY;
  };
  const show = (): void => {
    cancel();
    if (shown === current) return;
    shown = current;
    last.frame = performance.now();
    if (answers) last.answer = last.frame;
    answers = false;
    for (const listener of listeners) listener();
  };

  return {
    current: () => current,
    shown: () => shown,
    dispatch(action) {
      current = reduce(current, action);
      changed(current);
      const now = performance.now();
      const asked = isAskedFor(action, shown);
      answers ||= asked;
      // A key need not wait because news of the training has just been drawn.
      const time = Math.max(now + gather, asked ? last.answer + frame.person : last.frame + frame.training);
      if (time >= due) return;
      due = time;
      clearTimeout(timer);
      timer = setTimeout(show, time - now);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) cancel();
      };
    },
  };
}

/** Whether a person waits for this: their own action, or the first scores of the digit they have chosen. */
function isAskedFor(action: Action, shown: RunState): boolean {
  if (action.type !== 'scores') return !isTrainingEvent(action);
  return action.split !== shown.scores?.split || action.index !== shown.scores.index;
}
