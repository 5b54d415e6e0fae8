import type {EngineName} from '../engines/catalogue.js';
import {emptyHistory, withBatches, withEpoch} from '../training/history.js';
import type {TrainingEvent} from '../training/protocol.js';
import type {Overlay, RunState} from './run-state.js';

/** All that a person's key or terminal does to the state. */
export type PersonAction =
  | {readonly type: 'move'; readonly by: number}
  | {readonly type: 'move-to'; readonly index: number}
  | {readonly type: 'switch-split'}
  | {readonly type: 'predict'}
  | {readonly type: 'close-panel'}
  | {readonly type: 'toggle-art'}
  | {readonly type: 'toggle-overlay'; readonly overlay: Overlay}
  | {readonly type: 'ask-index'}
  | {readonly type: 'type-index'; readonly typed: string}
  | {readonly type: 'erase-index'}
  | {readonly type: 'accept-index'}
  | {readonly type: 'ask-training'}
  | {readonly type: 'ask-stop'}
  | {readonly type: 'ask-engine'; readonly engine: EngineName}
  | {readonly type: 'resize'; readonly columns: number; readonly rows: number};

/** What to do about a loss that is not finite. */
export const divergedNotice = 'loss not finite: weights from before this epoch are kept; lower --learning-rate';

/** The state after an event of the training or an action of the person. Pure. */
export function reduce(state: RunState, action: TrainingEvent | PersonAction): RunState {
  switch (action.type) {
    case 'split-loaded':
      return withIndex({...state, data: {...state.data, [action.split]: action.data}}, state.index);
    case 'ready':
      return {
        ...state,
        phase: state.phase === 'loading' ? 'ready' : state.phase,
        about: action,
        preparing: undefined,
        seed: action.seed,
        hidden: action.hidden,
      };
    case 'preparing':
      return {...state, preparing: action.what};
    case 'engine-changed': {
      const {engine, device, threads} = action;
      return {...state, preparing: undefined, about: state.about && {...state.about, engine, device, threads}};
    }
    case 'start':
      return {...state, phase: state.phase === 'stopping' ? 'stopping' : 'training', run: action, end: undefined};
    case 'progress': {
      const rate = state.imagesPerSecond === 0 ? action.imagesPerSecond : state.imagesPerSecond;
      return {
        ...state,
        progress: {epoch: action.epoch, step: action.step, steps: action.steps},
        imagesPerSecond: 0.8 * rate + 0.2 * action.imagesPerSecond,
        history: withBatches(state.history, action.losses),
      };
    }
    case 'epoch': {
      const {type: _, confusion, ...record} = action;
      return {...state, history: withEpoch(state.history, record), confusion};
    }
    case 'end':
      return {
        ...state,
        phase: 'ready',
        end: action,
        imagesPerSecond: 0,
        notice: action.reason === 'diverged' ? divergedNotice : state.notice,
      };
    case 'reset-done':
      return {
        ...state,
        phase: state.phase === 'asked' ? 'asked' : 'ready',
        about: state.about && {...state.about, trained: false},
        seed: action.seed,
        run: undefined,
        progress: undefined,
        history: emptyHistory,
        confusion: undefined,
        end: undefined,
        scores: undefined,
      };
    case 'scores':
      return {...state, scores: action};
    case 'warning':
      return {...state, notice: action.message};
    case 'failed':
      return {...state, phase: 'failed', notice: action.message};
    case 'move':
      return withIndex(state, state.index + action.by);
    case 'move-to':
      return withIndex(state, action.index);
    case 'switch-split':
      return withIndex({...state, split: state.split === 'test' ? 'train' : 'test'}, state.index);
    case 'predict':
      return {...state, predicting: true, overlay: 'none', notice: undefined};
    case 'close-panel':
      if (state.typedIndex !== undefined) return {...state, typedIndex: undefined};
      if (state.overlay !== 'none') return {...state, overlay: 'none'};
      return {...state, predicting: false, notice: undefined};
    case 'toggle-art':
      return {...state, art: state.art === 'blocks' ? 'ascii' : 'blocks'};
    case 'toggle-overlay':
      return {...state, overlay: state.overlay === action.overlay ? 'none' : action.overlay};
    case 'ask-index':
      return {...state, typedIndex: '', overlay: 'none', notice: undefined};
    case 'type-index':
      return {...state, typedIndex: `${state.typedIndex ?? ''}${action.typed}`.slice(0, 9)};
    case 'erase-index':
      return {...state, typedIndex: state.typedIndex?.slice(0, -1)};
    case 'accept-index':
      return acceptIndex(state);
    case 'ask-training':
      return {...state, phase: 'asked', notice: undefined};
    case 'ask-stop':
      return {...state, phase: 'stopping'};
    case 'ask-engine':
      return {...state, askedEngine: action.engine, notice: undefined};
    case 'resize':
      return {...state, columns: action.columns, rows: action.rows};
  }
}

/** Chooses a digit, as near to the index asked for as the split has one. */
function withIndex(state: RunState, index: number): RunState {
  const last = (state.data[state.split]?.count ?? Number.POSITIVE_INFINITY) - 1;
  return {...state, index: Math.max(0, Math.min(index, last)), notice: undefined};
}

function acceptIndex(state: RunState): RunState {
  const typed = state.typedIndex;
  const closed = {...state, typedIndex: undefined};
  if (typed === undefined || typed === '') return closed;
  const index = Number(typed);
  const last = (state.data[state.split]?.count ?? Number.POSITIVE_INFINITY) - 1;
  if (index > last) return {...closed, notice: `${state.split} has indices 0 to ${last}, not ${index}`};
  return withIndex(closed, index);
}
