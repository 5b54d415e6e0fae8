import {faster, type Pace, slower} from '../training/pace.js';
import {endOf} from '../training/run-end.js';
import {fill} from '../words/fill.js';
import {notices} from '../words/notices.js';
import {said} from './notices.js';
import {isRacing} from './race.js';
import {openRun} from './runs.js';
import {nextEngine, type Session, tooFew, trainingOptions, withoutTraining, withStretch} from './session.js';
import type {State} from './state.js';

/** The newest weights are looked at again. */
const live = (state: State): State => ({...state, runs: {...state.runs, looking: undefined}});

const withSession = (state: State, change: Partial<Session>): State => ({
  ...state,
  session: {...state.session, ...change},
});

/** Another stretch of training is asked for; where it would have no batch, that is said. */
function begun(state: State, paused: boolean): State {
  const few = tooFew(state, trainingOptions(state));
  if (few !== undefined) return said(state, few);
  const past = isPastEnd(state);
  const asked = {...state, session: {...withStretch(state.session), paused, oneMore: past !== 'no'}};
  if (past !== 'now') return asked;
  const {ended, opened} = openRun(state.runs);
  return said(asked, fill(notices.oneMore, {epoch: (ended?.epochs ?? opened?.resumed?.epochs ?? 0) + 1}));
}

/** Whether training a run on is one epoch more: `now` it has come to its end, or that was `before`, and the epoch goes on. */
export function isPastEnd(state: State): 'now' | 'before' | 'no' {
  const {runs, session} = state;
  const {started, ended, opened} = openRun(runs);
  if (started === undefined) {
    const {resumed} = opened ?? {};
    if (resumed === undefined || endOf(resumed, trainingOptions(state)) === undefined) return 'no';
    return resumed.stepInEpoch === 0 ? 'now' : 'before';
  }
  const isOver = ended !== undefined && (ended.reason === 'early-stop' || ended.epochs >= started.lastEpoch);
  if (isOver) return 'now';
  return session.oneMore ? 'before' : 'no';
}

/** Steps since training was continued, from which the pace counts. */
function stepsOfStretch({runs}: State): number {
  const {started, progress} = openRun(runs);
  if (started === undefined || progress === undefined) return 0;
  return Math.max(0, progress.total - (started.firstEpoch - 1) * started.steps);
}

/** The learning rates that keys choose. */
const rateDigits = [1, 2, 5];

/** The next learning rate of 1, 2, 5 times a power of ten above or below one. */
function nextRate(rate: number, by: 1 | -1): number {
  const rates = Array.from({length: 40}, (_, index) => {
    const digit = rateDigits[index % 3] ?? 1;
    return Number(`${digit}e${Math.floor(index / 3) - 9}`);
  });
  const next = by > 0 ? rates.find(each => each > rate * 1.0001) : rates.findLast(each => each < rate * 0.9999);
  return next ?? rate;
}

/** What the user asks the worker for. */
export const trainingActions = {
  /** Trains, or stops training; what stands still goes on. */
  train(state: State): State {
    const {stretch, paused} = state.session;
    if (stretch === undefined) return live(begun(state, false));
    if (paused) return live(withSession(state, {paused: false}));
    return live({...state, session: withoutTraining(state.session)});
  },
  /** Stands still in the midst of a stretch, or goes on. */
  pause(state: State): State {
    const {stretch, paused} = state.session;
    if (stretch === undefined) return said(state, notices.nothingToPause);
    return live(withSession(state, {paused: !paused}));
  },
  /** Takes one step, and stands still. */
  step(state: State): State {
    const begin = state.session.stretch === undefined ? begun(state, true) : state;
    if (begin.session.stretch === undefined) return begin;
    return live(withSession(begin, {paused: true, steps: begin.session.steps + 1}));
  },
  /** Trains slower, faster, or as fast as it goes and back. */
  pace(state: State, {to}: {readonly to: 'slower' | 'faster' | 'full'}): State {
    const {pace} = state.session;
    const k = stepsOfStretch(state);
    const paces: Readonly<Record<typeof to, Pace>> = {
      slower: slower(pace, k),
      faster: faster(pace, k),
      full: pace === 'full' ? 'watch' : 'full',
    };
    const changed = withSession(state, {pace: paces[to]});
    return paces[to] === pace ? said(changed, to === 'slower' ? notices.slowest : notices.fastest) : changed;
  },
  /** Raises or lowers the learning rate. */
  rate(state: State, {by}: {readonly by: 1 | -1}): State {
    if (isRacing(state.runs)) return said(state, notices.raceRates);
    const before = trainingOptions(state).learningRate;
    const learningRate = nextRate(before, by);
    if (learningRate === before)
      return said(state, fill(by > 0 ? notices.mostRate : notices.leastRate, {rate: before}));
    return said(withSession(state, {learningRate}), fill(notices.rate, {rate: learningRate}));
  },
  'change-engine'(state: State): State {
    const engine = nextEngine(state);
    const changed = withSession(state, {engine});
    if (engine !== state.session.status.engine?.name) return changed;
    return said(changed, fill(notices.engineInUse, {engine}));
  },
};
