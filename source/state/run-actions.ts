import {printable} from '../errors.js';
import type {Fresh} from '../training/protocol.js';
import {fill} from '../words/fill.js';
import {lesson as lessonWords} from '../words/lesson.js';
import {notices} from '../words/notices.js';
import {isLessonOpen} from './lesson.js';
import {withNewRun} from './new-run.js';
import {said} from './notices.js';
import {isTrained, nextSeed, openRun, type Runs} from './runs.js';
import {type OtherRun, withQuestion} from './screen.js';
import {withoutTraining} from './session.js';
import type {State} from './state.js';
import {withAllOn} from './units.js';

/** The file that keeps a run as it is now, whatever is trained after it; undefined: its newest weights would be lost. */
function keptIn({session, runs}: State): string | undefined {
  const {started, opened, ended} = openRun(runs);
  if (session.stretch !== undefined) return undefined;
  if (started === undefined) return opened?.resumed?.file;
  // A file that all runs are saved in is written over by the next.
  return ended?.model === session.place ? undefined : ended?.model;
}

/** The newest saved run besides the one that is shown: its file. */
function savedBesides({runs: {list, open}, session: {place}}: State): string | undefined {
  const shown = openRun({list, open});
  const own = [shown.ended?.model, shown.opened?.resumed?.file, shown.started && place];
  const others = list.filter(run => run !== shown).toReversed();
  return [...others.map(run => run.ended?.model ?? run.opened?.resumed?.file), list[0]?.opened?.saved?.file].find(
    file => file !== undefined && !own.includes(file),
  );
}

const freshOf = ({seed, hidden, activation}: Fresh): Fresh => ({seed, hidden, activation});

/** The runs with another one open; or why there is none to open. */
function opening(state: State, to: OtherRun): Runs | string {
  const {runs, session} = state;
  const run = openRun(runs);
  switch (to) {
    case 'same':
      return isTrained(run) || run.started !== undefined || session.stretch !== undefined
        ? withNewRun(runs, freshOf(run))
        : notices.nothingTrained;
    case 'next':
      return withNewRun(runs, {...freshOf(run), seed: nextSeed(run.seed)});
    case 'saved': {
      const file = savedBesides(state);
      return file === undefined ? notices.nothingSaved : withNewRun(runs, freshOf(run), file);
    }
  }
}

/** What the user does with whole runs. */
export const runActions = {
  /** Opens another run in the place of the one that is shown; asks first when trained weights would be lost. */
  reset(state: State, {to}: {readonly to: OtherRun}): State {
    const {session, screen} = state;
    const isLesson = isLessonOpen(state);
    if (isLesson && to === 'saved') return said(state, lessonWords.notSaved);
    const runs = opening(state, to);
    if (typeof runs === 'string') return said(state, runs);
    const run = openRun(state.runs);
    const file = keptIn(state);
    if (isTrained(run) && file === undefined && !isLesson && screen.question?.to !== to) {
      return {...state, screen: withQuestion(screen, to)};
    }
    const opened = {
      ...state,
      units: withAllOn(state.units),
      runs,
      session: {...withoutTraining(session), steps: 0},
      screen: withQuestion(screen, undefined),
    };
    return file === undefined ? opened : said(opened, fill(notices.kept, {seed: run.seed, file: printable(file)}));
  },
};
