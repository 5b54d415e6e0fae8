import {notices} from '../words/notices.js';
import {said} from './notices.js';
import {openRun} from './runs.js';
import type {State} from './state.js';

const lookingAt = (state: State, looking: number | undefined): State => ({...state, runs: {...state.runs, looking}});

/** What the user does in a run's timeline. */
export const momentActions = {
  /** Looks at the moment before the one that is looked at, or before the newest weights. */
  earlier(state: State): State {
    const {runs} = state;
    const {timeline, network} = openRun(runs);
    const now = runs.looking ?? network?.step ?? Number.POSITIVE_INFINITY;
    const moment = timeline.findLast(({step}) => step < now);
    return moment === undefined ? said(state, notices.nothingEarlier) : lookingAt(state, moment.step);
  },
  /** Looks at a moment; where the newest weights are those, at them. */
  'look-at'(state: State, {step}: {readonly step: number}): State {
    const {timeline, network} = openRun(state.runs);
    if (step === network?.step) return lookingAt(state, undefined);
    return timeline.some(moment => moment.step === step) ? lookingAt(state, step) : state;
  },
  /** Looks at the next moment; past the last at the newest weights. */
  later(state: State): State {
    const {runs} = state;
    const {looking} = runs;
    if (looking === undefined) return said(state, notices.newestAlready);
    const {timeline, network} = openRun(runs);
    const moment = timeline.find(({step}) => step > looking);
    return lookingAt(state, moment === undefined || moment.step === network?.step ? undefined : moment.step);
  },
};
