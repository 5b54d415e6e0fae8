import type {EngineName} from '../engines/catalogue.js';
import {overlayHint, silenced, withNotice, withNoticeOnce, withoutNotice} from './notices.js';
import type {Overlay, RunState} from './run-state.js';
import {isTraining} from './selectors.js';

/** What is done to the index that is asked for. */
type IndexAction =
  | {readonly type: 'ask-index'}
  | {readonly type: 'type-index'; readonly typed: string}
  | {readonly type: 'refuse-index'; readonly why: string}
  | {readonly type: 'erase-index'}
  | {readonly type: 'accept-index'};

/** All that a person's key or terminal does to the state. */
export type PersonAction =
  | {readonly type: 'move'; readonly by: number}
  | {readonly type: 'move-to'; readonly index: number}
  | {readonly type: 'switch-split'}
  | {readonly type: 'predict'}
  | {readonly type: 'close-panel'}
  | {readonly type: 'toggle-art'}
  | {readonly type: 'toggle-overlay'; readonly overlay: Overlay}
  | IndexAction
  | {readonly type: 'ask-training'}
  | {readonly type: 'ask-stop'}
  | {readonly type: 'doubt-reset'}
  | {readonly type: 'ask-reset'; readonly seed: number}
  | {readonly type: 'ask-engine'; readonly engine: EngineName}
  /** Says why a key did nothing; what is said `once` is not said again. */
  | {readonly type: 'say'; readonly notice: string; readonly once: boolean}
  /** The notice has been there long enough. */
  | {readonly type: 'notice-ended'}
  | {readonly type: 'scroll-overlay'; readonly top: number}
  | {readonly type: 'resize'; readonly columns: number; readonly rows: number};

/** The state after an action of the person. Pure. */
export function afterPersonAction(state: RunState, action: PersonAction): RunState {
  switch (action.type) {
    case 'move':
      return withIndex(state, state.index + action.by);
    case 'move-to':
      return withIndex(state, action.index);
    case 'switch-split':
      return withIndex({...state, split: state.split === 'test' ? 'train' : 'test'}, state.index);
    case 'predict':
      return {...state, predicting: true, overlay: 'none'};
    case 'close-panel':
      return closePanel(state);
    case 'toggle-art':
      return {...state, art: state.art === 'blocks' ? 'ascii' : 'blocks'};
    case 'toggle-overlay':
      return toggleOverlay(state, action.overlay);
    case 'ask-index':
    case 'type-index':
    case 'refuse-index':
    case 'erase-index':
    case 'accept-index':
      return afterIndexAction(state, action);
    case 'ask-training':
      return {...state, phase: 'asked', runsAhead: state.runsAhead + 1};
    case 'ask-stop':
      return stopping(state);
    case 'doubt-reset':
      return {...state, asksAfresh: true};
    case 'ask-reset':
      return {...stopping(state), askedSeed: action.seed, asksAfresh: false};
    case 'ask-engine':
      return {...state, askedEngine: action.engine};
    case 'say':
      return (action.once ? withNoticeOnce : withNotice)(state, action.notice);
    case 'notice-ended':
      return withoutNotice(state);
    case 'scroll-overlay':
      return {...state, overlayTop: action.top};
    case 'resize':
      return {...state, columns: action.columns, rows: action.rows};
  }
}

function afterIndexAction(state: RunState, action: IndexAction): RunState {
  switch (action.type) {
    case 'ask-index':
      return {...state, typedIndex: '', indexFault: undefined, overlay: 'none'};
    case 'type-index':
      return typeIndex(state, action.typed);
    case 'refuse-index':
      return {...state, indexFault: action.why};
    case 'erase-index':
      return {...state, typedIndex: state.typedIndex?.slice(0, -1), indexFault: undefined};
    case 'accept-index':
      return acceptIndex(state);
  }
}

/** Chooses a digit, as near to the index asked for as the split has one. */
export function withIndex(state: RunState, index: number): RunState {
  return {...state, index: Math.max(0, Math.min(index, lastIndex(state)))};
}

/** The last index of the chosen split, which has no end while it is loading. */
function lastIndex({data, split}: RunState): number {
  return (data[split]?.count ?? Number.POSITIVE_INFINITY) - 1;
}

/** The run that is on or asked for is to end, if there is one. */
function stopping(state: RunState): RunState {
  return isTraining(state) ? {...state, phase: 'stopping'} : state;
}

/** As many digits as the largest index could have. */
const mostDigits = 9;

function typeIndex(state: RunState, typed: string): RunState {
  const digits = `${state.typedIndex ?? ''}${typed}`;
  const indexFault = digits.length > mostDigits ? `no index has more than ${mostDigits} digits` : undefined;
  return {...state, typedIndex: digits.slice(0, mostDigits), indexFault};
}

function acceptIndex(state: RunState): RunState {
  const typed = state.typedIndex;
  const closed = {...state, typedIndex: undefined};
  if (typed === undefined || typed === '') return closed;
  const index = Number(typed);
  const last = lastIndex(state);
  if (index > last) return withNotice(closed, `${state.split} has indices 0 to ${last}, not ${index}`);
  return withIndex(closed, index);
}

function toggleOverlay(state: RunState, overlay: Overlay): RunState {
  return state.overlay === overlay ? closeOverlay(state) : {...state, overlay, overlayTop: 0};
}

/** Closes one thing: what is typed or asked, else what covers, else what is said, else the prediction. */
function closePanel(state: RunState): RunState {
  if (state.typedIndex !== undefined) return {...state, typedIndex: undefined};
  if (state.asksAfresh) return {...state, asksAfresh: false};
  if (state.overlay !== 'none') return closeOverlay(state);
  return silenced(state) ?? {...state, predicting: false};
}

/** What was said of the overlay goes with it. */
function closeOverlay(state: RunState): RunState {
  const closed: RunState = {...state, overlay: 'none'};
  return state.notice === overlayHint ? withoutNotice(closed) : closed;
}
