import type {RunOptions} from '../training/protocol.js';
import {lesson as words} from '../words/lesson.js';
import {runs as runWords} from '../words/runs.js';
import {isUnsaved} from './form.js';
import {said} from './notices.js';
import {withRace} from './race.js';
import {openRun} from './runs.js';
import type {State} from './state.js';
import {withAllOn} from './units.js';

/** What the user does to see what a page of the lesson is about. */
export const lessonRunActions = {
  /** Trains a run of the lesson's own, which is not saved; asks first when trained weights would be lost. */
  'lesson-run'(state: State, {settings}: {readonly settings: Partial<RunOptions> | undefined}): State {
    const {session, lesson, runs} = state;
    if (settings === undefined) return said(state, words.noRun);
    // A run of the lesson's own, or of a race, is not kept anyway.
    const isOwn = openRun(runs).own !== undefined;
    if (session.stretch !== undefined && !isOwn) return said(state, runWords.busy);
    if (isUnsaved(state) && !lesson.isWarned) {
      return said({...state, lesson: {...lesson, isWarned: true}}, words.unsaved);
    }
    const {seed, hidden, activation} = openRun(runs);
    const stretches = session.stretches + 1;
    const asked = {stretch: stretches, stretches, steps: 0, paused: false, oneMore: false, learningRate: undefined};
    return {
      ...state,
      runs: withRace(runs, [{...session.options, ...settings, seed, hidden, activation}]),
      units: withAllOn(state.units),
      session: {...session, ...asked},
      lesson: {...lesson, isWarned: false},
    };
  },
};
