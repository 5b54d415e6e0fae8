import type {RunOptions} from '../training/protocol.js';
import {lesson as words} from '../words/lesson.js';
import {said} from './notices.js';
import {withRace} from './race.js';
import {openRun} from './runs.js';
import {withFirstStretch} from './session.js';
import type {State} from './state.js';
import {withAllOn} from './units.js';

/** What the user does to see what a page of the lesson is about. */
export const lessonRunActions = {
  /** Trains a run with settings of its own, in the place of the lesson's. */
  'lesson-run'(state: State, {settings}: {readonly settings: Partial<RunOptions> | undefined}): State {
    const {session, runs} = state;
    if (settings === undefined) return said(state, words.noRun);
    const {seed, hidden, activation} = openRun(runs);
    // What it shows happens within a few steps.
    const pace = 'watch';
    return {
      ...state,
      runs: withRace(runs, [{...session.options, ...settings, seed, hidden, activation}]),
      units: withAllOn(state.units),
      session: {...withFirstStretch(session), pace},
    };
  },
};
