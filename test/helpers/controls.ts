import type {Action} from '../../source/state/reducer.js';
import type {RunState} from '../../source/state/run-state.js';
import {createStore} from '../../source/state/store.js';
import type {Command} from '../../source/training/protocol.js';
import {createControls, createInputHandler} from '../../source/ui/controls.js';
import {idle, runOptions} from './state.js';
import {csi, eventsOf} from './terminal-input.js';

/** A dashboard without a screen and without a worker. */
export function openControls(initial: RunState = idle): {
  /** Sends bytes as a terminal does, in one chunk. */
  send: (bytes: string) => RunState;
  tell: (...actions: readonly Action[]) => RunState;
  commands: Command[];
  exits: number[];
} {
  const commands: Command[] = [];
  const exits: number[] = [];
  const store = createStore(initial, () => {});
  const client = {send: (command: Command) => commands.push(command), close: async () => {}};
  const controls = createControls(store, client, () => runOptions, {
    suspend() {},
    redraw() {},
    quit: exitCode => exits.push(exitCode),
  });
  const handle = createInputHandler(store, controls);
  return {
    send(bytes) {
      for (const event of eventsOf(bytes)) handle(event);
      return store.current();
    },
    tell(...actions) {
      for (const action of actions) store.dispatch(action);
      return store.current();
    },
    commands,
    exits,
  };
}

/** Text as a terminal sends it when it is pasted. */
export const paste = (text: string): string => `${csi}200~${text}${csi}201~`;
