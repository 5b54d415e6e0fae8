import type {TrainingEvent} from '../training/protocol.js';
import {type Action, afterAction} from './actions.js';
import {afterEvent} from './after-event.js';
import {createAlarm} from './alarm.js';
import type {State} from './state.js';

/** The state of the dashboard. What comes in by either door is folded at once; what is shown follows on a clock. */
export type Store = {
  /** The state now. */
  readonly current: () => State;
  /** The state to draw: as `current`, at most a frame older. */
  readonly shown: () => State;
  /** What the user does. */
  readonly act: (action: Action) => void;
  /** What has been found out beside: it is drawn as the worker's news are, and delays no answer to a key. */
  readonly find: (found: Found) => void;
  /** What the worker tells. */
  readonly receive: (event: TrainingEvent) => void;
  /** Calls back when `shown` changes; returns what ends that. */
  readonly subscribe: (listener: () => void) => () => void;
};

/** What the screen's thread finds out when nothing else is to be done. */
export type Found = Extract<Action, {type: 'surveyed' | 'found-nearest'}>;

/** Shortest time in milliseconds from a frame to one with news of the training, and between two answers to keys. */
export type Frame = {readonly training: number; readonly user: number};

/** For a screen; and for speech, which cannot be taken in as fast. */
export const frames = {screen: {training: 80, user: 30}, lines: {training: 500, user: 250}} as const;

/** How long a frame waits for the answer to a key, in milliseconds, so that both make one frame. */
const gather = 4;

/** Creates a store. `changed` is called after every change, at once, with the state before it. */
export function createStore(
  initial: State,
  changed: (before: State, after: State) => void,
  frame: Frame = frames.screen,
): Store {
  let current = initial;
  let shown = initial;
  const last = {frame: Number.NEGATIVE_INFINITY, answer: Number.NEGATIVE_INFINITY};
  let answers = false;
  const listeners = new Set<() => void>();
  const alarm = createAlarm(() => {
    if (shown === current) return;
    shown = current;
    last.frame = performance.now();
    if (answers) last.answer = last.frame;
    answers = false;
    for (const listener of listeners) listener();
  });
  const change = (state: State): void => {
    const before = current;
    current = state;
    changed(before, state);
  };
  const tell = (state: State): void => {
    change(state);
    alarm.by(Math.max(performance.now() + gather, last.frame + frame.training));
  };

  return {
    current: () => current,
    shown: () => shown,
    act(action) {
      change(afterAction(current, action));
      answers = true;
      // A key need not wait because news of the training has just been drawn.
      alarm.by(Math.max(performance.now() + gather, last.answer + frame.user));
    },
    find: found => tell(afterAction(current, found)),
    receive: event => tell(afterEvent(current, event)),
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) alarm.cancel();
      };
    },
  };
}
