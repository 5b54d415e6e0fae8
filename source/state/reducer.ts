import type {TrainingEvent} from '../training/protocol.js';
import {afterPersonAction, type PersonAction} from './person-actions.js';
import type {RunState} from './run-state.js';
import {afterTrainingEvent} from './training-events.js';

/** All that changes the state. */
export type Action = TrainingEvent | PersonAction;

/** Every type of event: the compiler asks for one that is missing here. */
const eventTypes: Readonly<Record<TrainingEvent['type'], true>> = {
  'split-loaded': true,
  preparing: true,
  'engine-changed': true,
  ready: true,
  start: true,
  progress: true,
  epoch: true,
  end: true,
  'reset-done': true,
  scores: true,
  warning: true,
  failed: true,
};

/** Whether an action comes from the training, not from the person. */
export function isTrainingEvent(action: Action): action is TrainingEvent {
  return Object.hasOwn(eventTypes, action.type);
}

/** The state after an event of the training or an action of the person. Pure. */
export function reduce(state: RunState, action: Action): RunState {
  return isTrainingEvent(action) ? afterTrainingEvent(state, action) : afterPersonAction(state, action);
}
