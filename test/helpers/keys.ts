import {type Action, afterAction, isOutside} from '../../source/state/actions.js';
import type {State} from '../../source/state/state.js';
import {commandsBetween} from '../../source/state/wish.js';
import type {Command, TrainingEvent} from '../../source/training/protocol.js';
import {actionOf} from '../../source/ui/keys.js';
import {idle, told} from './state.js';
import {csi, eventsOf} from './terminal-input.js';

/** A dashboard without a screen and without a worker. */
export function openKeys(initial: State = idle): {
  /** Sends bytes as a terminal does, in one chunk. */
  send: (bytes: string) => State;
  tell: (...events: readonly TrainingEvent[]) => State;
  /** What the worker is told. */
  commands: Command[];
  exits: number[];
} {
  let state = initial;
  const commands: Command[] = [];
  const exits: number[] = [];
  const act = (action: Action): void => {
    const before = state;
    state = afterAction(state, action);
    commands.push(...commandsBetween(before, state));
    if (isOutside(action) && action.type === 'quit') exits.push(action.exitCode);
  };
  return {
    send(bytes) {
      for (const event of eventsOf(bytes)) {
        const action = actionOf(state, event);
        if (action !== undefined) act(action);
      }
      return state;
    },
    tell(...events) {
      for (const event of events) {
        const before = state;
        state = told(state, event);
        commands.push(...commandsBetween(before, state));
      }
      return state;
    },
    commands,
    exits,
  };
}

/** Text as a terminal sends it when it is pasted. */
export const paste = (text: string): string => `${csi}200~${text}${csi}201~`;
