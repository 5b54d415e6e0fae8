import {notices} from '../words/en/notices.js';
import {fill} from '../words/fill.js';
import type {Action} from './actions.js';
import {lastIndex, withAnswer, withIndex, withOtherArt, withOtherSplit} from './choice.js';
import {silenced, withNotice, withNoticeOnce, withoutNotice} from './notices.js';
import {openRun, withNewRun} from './runs.js';
import {
  uncovered,
  withErased,
  withOverlay,
  withOverlayTop,
  withoutPrompt,
  withPrompt,
  withQuestion,
  withRefused,
  withSize,
  withTyped,
} from './screen.js';
import {isTrained, nextEngine, trainingOptions} from './selectors.js';
import {withEngine, withoutTraining, withTraining} from './session.js';
import type {State} from './state.js';

type ActionOf<Type extends Action['type']> = Extract<Action, {type: Type}>;

const unchanged = (state: State): State => state;

/** What each action does to the slices. */
const changes: {readonly [Type in Action['type']]: (state: State, action: ActionOf<Type>) => State} = {
  move: (state, {by}) => chosen(state, state.choice.index + by),
  'move-to': (state, {index}) => chosen(state, index),
  'switch-split': state => ({...state, choice: withOtherSplit(state.choice, state.session)}),
  predict: state => ({...state, choice: withAnswer(state.choice, true), screen: uncovered(state.screen)}),
  close,
  'toggle-art': state => ({...state, choice: withOtherArt(state.choice)}),
  'toggle-overlay': (state, {overlay}) => ({...state, screen: withOverlay(state.screen, overlay)}),
  'scroll-overlay': (state, {top}) => ({...state, screen: withOverlayTop(state.screen, top)}),
  'ask-index': state => ({...state, screen: withPrompt(state.screen)}),
  'type-index': (state, {typed}) => ({...state, screen: withTyped(state.screen, typed)}),
  'refuse-index': (state, {why}) => ({...state, screen: withRefused(state.screen, why)}),
  'erase-index': state => ({...state, screen: withErased(state.screen)}),
  'accept-index': acceptIndex,
  train,
  reset,
  'change-engine': changeEngine,
  say: (state, {once, notice}) => ({...state, screen: (once ? withNoticeOnce : withNotice)(state.screen, notice)}),
  'notice-ended': state => ({...state, screen: withoutNotice(state.screen)}),
  resize: (state, {columns, rows}) => ({...state, screen: withSize(state.screen, columns, rows)}),
  suspend: unchanged,
  redraw: unchanged,
  quit: unchanged,
};

/** The state after an action of the user. Pure. */
export function afterAction<Type extends Action['type']>(state: State, action: ActionOf<Type>): State {
  const type: Type = action.type;
  return changes[type](state, action);
}

const chosen = (state: State, index: number): State => ({
  ...state,
  choice: withIndex(state.choice, state.session, index),
});

function close(state: State): State {
  const {screen} = state;
  if (screen.prompt !== undefined) return {...state, screen: withoutPrompt(screen)};
  if (screen.asksAfresh) return {...state, screen: withQuestion(screen, false)};
  if (screen.overlay !== 'none') return {...state, screen: uncovered(screen)};
  const quiet = silenced(screen);
  return quiet === undefined ? {...state, choice: withAnswer(state.choice, false)} : {...state, screen: quiet};
}

function acceptIndex(state: State): State {
  const typed = state.screen.prompt?.typed ?? '';
  const screen = withoutPrompt(state.screen);
  if (typed === '') return {...state, screen};
  const index = Number(typed);
  const last = lastIndex(state.choice, state.session);
  if (index <= last) return chosen({...state, screen}, index);
  return {...state, screen: withNotice(screen, fill(notices.noSuchIndex, {split: state.choice.split, last, index}))};
}

function train(state: State): State {
  const {session, screen} = state;
  if (session.stretch !== undefined) return {...state, session: withoutTraining(session)};
  const {batchSize} = trainingOptions(state);
  const images = session.data.train?.count;
  if (images === undefined || images >= batchSize) return {...state, session: withTraining(session)};
  return {...state, screen: withNotice(screen, fill(notices.tooFew, {images, batchSize}))};
}

function reset(state: State): State {
  const {session, runs, screen} = state;
  if (isTrained(state) && !screen.asksAfresh) return {...state, screen: withQuestion(screen, true)};
  const seed = (openRun(runs).seed + 1) % 2 ** 32;
  return {
    ...state,
    session: withoutTraining(session),
    runs: withNewRun(runs, seed),
    screen: withQuestion(screen, false),
  };
}

function changeEngine(state: State): State {
  const engine = nextEngine(state);
  const session = withEngine(state.session, engine);
  if (engine !== state.session.status.engine?.name) return {...state, session};
  return {...state, session, screen: withNotice(state.screen, fill(notices.engineInUse, {engine}))};
}
