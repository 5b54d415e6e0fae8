import {printable} from '../errors.js';
import {emptyHistory, withBatches, withEpoch} from '../training/history.js';
import type {TrainingEvent} from '../training/protocol.js';
import {withNotice, withSaveFault} from './notices.js';
import {withIndex} from './person-actions.js';
import type {RunState} from './run-state.js';

type EventOf<Type extends TrainingEvent['type']> = Extract<TrainingEvent, {type: Type}>;

/** What to do about a loss that ran away. */
export const divergedNotice = 'the loss ran away: weights from before this epoch are kept; lower --learning-rate';

/** The state after an event of the training. Pure. */
export function afterTrainingEvent(state: RunState, event: TrainingEvent): RunState {
  switch (event.type) {
    case 'split-loaded':
      return withIndex({...state, data: {...state.data, [event.split]: event.data}}, state.index);
    case 'ready':
      return afterReady(state, event);
    case 'preparing':
      return {...state, preparing: event.what};
    case 'engine-changed': {
      const {engine, device, threads} = event;
      return {...state, preparing: undefined, about: state.about && {...state.about, engine, device, threads}};
    }
    case 'start':
      return afterStart(state, event);
    case 'progress':
      return afterProgress(state, event);
    case 'epoch': {
      const {type: _, confusion, ...record} = event;
      return {...state, history: withEpoch(state.history, record), confusion};
    }
    case 'end': {
      const idle = {...state, phase: idlePhase(state), end: event, imagesPerSecond: 0};
      const told = event.reason === 'diverged' ? withNotice(idle, divergedNotice) : idle;
      return event.model === undefined ? told : withSaveFault(told, undefined);
    }
    case 'reset-done':
      return afterReset(state, event);
    case 'scores':
      return {...state, scores: event};
    case 'warning':
      return afterWarning(state, event);
    case 'failed':
      return withNotice({...state, phase: 'failed'}, event.message);
  }
}

function afterWarning(state: RunState, event: EventOf<'warning'>): RunState {
  switch (event.what) {
    case 'save':
      return withSaveFault(state, event.message);
    case 'fault': {
      const notice = `${printable(event.message)}${event.expected ? '' : ' (a fault of the program)'}`;
      // A reset that failed is not asked for any more.
      return withNotice({...state, preparing: undefined, askedSeed: state.seed}, notice);
    }
    case 'dataset':
    case 'engine':
      return withNotice(state, event.message);
  }
}

function afterReady(state: RunState, event: EventOf<'ready'>): RunState {
  return {
    ...state,
    phase: state.phase === 'loading' ? 'ready' : state.phase,
    about: event,
    preparing: undefined,
    seed: event.seed,
    askedSeed: state.askedSeed === state.seed ? event.seed : state.askedSeed,
    hidden: event.hidden,
    history: {...state.history, epochs: event.resumed?.history ?? []},
  };
}

function afterStart(state: RunState, event: EventOf<'start'>): RunState {
  const runsAhead = Math.max(0, state.runsAhead - 1);
  const goesOn = runsAhead > 0 || state.phase === 'stopping';
  return {...state, phase: goesOn ? state.phase : 'training', runsAhead, run: event, end: undefined};
}

/** The phase after a run or a reset: that of the run asked for next, if there is one. */
function idlePhase({phase, runsAhead}: RunState): RunState['phase'] {
  return runsAhead > 0 ? phase : 'ready';
}

function afterProgress(state: RunState, {epoch, step, steps, losses, imagesPerSecond}: EventOf<'progress'>): RunState {
  const rate = state.imagesPerSecond === 0 ? imagesPerSecond : state.imagesPerSecond;
  return {
    ...state,
    progress: {epoch, step, steps},
    imagesPerSecond: 0.8 * rate + 0.2 * imagesPerSecond,
    history: withBatches(state.history, losses),
  };
}

function afterReset(state: RunState, {seed}: EventOf<'reset-done'>): RunState {
  return {
    ...state,
    phase: idlePhase(state),
    about: state.about && {...state.about, trained: false, resumed: undefined},
    seed,
    run: undefined,
    progress: undefined,
    history: emptyHistory,
    confusion: undefined,
    end: undefined,
    scores: undefined,
  };
}
