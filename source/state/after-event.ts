import {printable} from '../errors.js';
import type {TrainingEvent} from '../training/protocol.js';
import {fill} from '../words/fill.js';
import {notices} from '../words/notices.js';
import {withAdvice} from './advice.js';
import {withIndex} from './choice.js';
import {withNotice, withSaveFault} from './notices.js';
import {
  openRun,
  withEnded,
  withEpochOf,
  withMomentOf,
  withNetwork,
  withNoticed,
  withOpened,
  withProgress,
  withSettings,
  withStarted,
} from './runs.js';
import {withLabelsOf, withSplit, withStatus, withStretchEnded} from './session.js';
import type {State} from './state.js';

type EventOf<Type extends TrainingEvent['type']> = Extract<TrainingEvent, {type: Type}>;

/** What each event does to the slices. */
const changes: {readonly [Type in TrainingEvent['type']]: (state: State, event: EventOf<Type>) => State} = {
  'split-loaded'(state, {split, data}) {
    const session = withSplit(state.session, split, data);
    return {...state, session, choice: withIndex(state.choice, session, state.choice.index)};
  },
  status: (state, event) => ({
    ...state,
    session: withStatus(state.session, event),
    runs: withSettings(state.runs, event),
  }),
  opened(state, event) {
    const [fault] = event.passedOver ?? [];
    const screen = fault === undefined ? state.screen : withNotice(state.screen, printable(fault));
    return {...state, runs: withOpened(state.runs, event), screen};
  },
  network: (state, event) => ({...state, runs: withNetwork(state.runs, event)}),
  moment: (state, {type: _, run, ...moment}) => ({...state, runs: withMomentOf(state.runs, run, moment)}),
  start(state, event) {
    const runs = withStarted(state.runs, event);
    const isShown = event.run === runs.open;
    return {
      ...state,
      runs,
      session: isShown ? withLabelsOf(state.session, {...event, seed: openRun(runs).seed}) : state.session,
    };
  },
  progress: (state, event) => ({...state, runs: withProgress(state.runs, event)}),
  epoch: (state, event) => withAdvice({...state, runs: withEpochOf(state.runs, event)}),
  'not-finite': (state, {run, step}) => withAdvice({...state, runs: withNoticed(state.runs, run, {notFinite: step})}),
  end(state, event) {
    const isShown = event.run === state.runs.open;
    const screen = isShown && event.reason === 'diverged' ? withNotice(state.screen, notices.diverged) : state.screen;
    const runs = withEnded(state.runs, event);
    return withAdvice({
      ...state,
      session: withStretchEnded(state.session, event.stretch, runs),
      runs,
      screen: event.model === undefined ? screen : withSaveFault(screen, undefined),
    });
  },
  saved: state => ({...state, screen: withSaveFault(state.screen, undefined)}),
  warning: (state, event) => ({...state, screen: warned(state.screen, event)}),
  failed: (state, {message}) => ({
    ...state,
    session: {...state.session, failed: true},
    screen: withNotice(state.screen, message),
  }),
};

function warned(screen: State['screen'], event: EventOf<'warning'>): State['screen'] {
  switch (event.what) {
    case 'save':
      return withSaveFault(screen, event.message);
    case 'fault': {
      const message = printable(event.message);
      return withNotice(screen, event.expected ? message : fill(notices.ownFault, {message}));
    }
    case 'dataset':
    case 'engine':
    case 'settings':
      return withNotice(screen, event.message);
  }
}

/** The state after an event of the worker. Pure. */
export function afterEvent<Type extends TrainingEvent['type']>(state: State, event: EventOf<Type>): State {
  const type: Type = event.type;
  return changes[type](state, event);
}
