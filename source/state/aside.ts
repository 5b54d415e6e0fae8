import {dependableEngine} from '../engines/catalogue.js';
import {usual} from '../training/run-options.js';
import {startMatrix} from './cell.js';
import {startChoice, withIndex} from './choice.js';
import {startDrawing} from './drawing.js';
import {startForm} from './form.js';
import {startMap} from './map.js';
import {startNumbers} from './numbers.js';
import {newRun, openRun, type Runs} from './runs.js';
import type {ScreenState} from './screen.js';
import {type Session, withLabelsOf, withoutTraining} from './session.js';
import type {State} from './state.js';
import {startUnits} from './units.js';
import {startWall} from './wall.js';
import {startWhy} from './why.js';

/** The user's runs and what is looked at in them, or the lesson's: the two take turns on the screen, each as it was left. */
export type Side = Pick<
  State,
  'choice' | 'units' | 'matrix' | 'wall' | 'why' | 'numbers' | 'map' | 'drawing' | 'form'
> & {
  readonly runs: Pick<Runs, 'open' | 'race' | 'looking'>;
  readonly session: Pick<
    Session,
    'stretch' | 'oneMore' | 'paused' | 'pace' | 'steps' | 'learningRate' | 'engine' | 'options' | 'given'
  >;
  readonly view: ScreenState['view'];
};

/** The side that is shown. A stretch that goes on in it stands still from now on. */
function sideOf(state: State): Side {
  const {choice, units, matrix, wall, why, numbers, map, drawing, form, screen} = state;
  const {open, race, looking} = state.runs;
  const {stretch, oneMore, pace, steps, learningRate, engine, options, given} = state.session;
  const course = {stretch, oneMore, paused: stretch !== undefined, pace, steps, learningRate, engine, options, given};
  const runs = {open, race, looking};
  return {choice, units, matrix, wall, why, numbers, map, drawing, form, runs, session: course, view: screen.view};
}

/** The lesson's side before anything has happened: a run as the tutorial's, with the seed of the first run. */
function firstSide({choice, runs, session}: State): Side {
  const {hidden, activation, ...options} = usual;
  const [{seed} = openRun(runs)] = runs.list;
  const isNamed = session.engine !== undefined || session.given.includes('engine');
  return {
    choice: startChoice({split: 'test', index: 0, art: choice.art}),
    ...{units: startUnits, matrix: startMatrix, wall: startWall, why: startWhy, numbers: startNumbers, map: startMap},
    ...{drawing: startDrawing, form: startForm({seed, hidden, activation}, options)},
    runs: {open: runs.list.length + 1, race: [], looking: undefined},
    session: {
      ...{stretch: undefined, oneMore: false, paused: false, pace: session.pace, steps: 0, learningRate: undefined},
      // It has the same numbers on every machine.
      ...{engine: isNamed ? session.engine : dependableEngine, options, given: []},
    },
    view: 'lesson',
  };
}

/** The state with the other side shown, and this one put aside. */
export function swapped(state: State): State {
  const {runs, session, view, ...parts} = state.aside ?? firstSide(state);
  const {list, aside} = state.runs;
  const {seed, hidden, activation} = parts.form.settings;
  const isNew = state.aside === undefined;
  return settled({
    ...state,
    ...parts,
    // There is one folder of drawings.
    drawing: {...parts.drawing, kept: state.drawing.kept},
    runs: {
      ...runs,
      list: isNew ? [...list, newRun(runs.open, {seed, hidden, activation})] : list,
      aside: list.flatMap(({number}) => (aside.includes(number) ? [] : [number])),
    },
    session: {...state.session, ...session},
    screen: {...state.screen, view, holds: view === 'lesson', overlay: 'none', overlayHolds: false, prompt: undefined},
    aside: sideOf(state),
  });
}

/** The state with what has become known meanwhile: its digits and labels, and that a stretch has ended or never began. */
function settled(state: State): State {
  const {runs, session, choice} = state;
  const {started, seed} = openRun(runs);
  const share = {trainImages: undefined, noiseLabels: 0, ...started, seed};
  const goesOn = runs.list.some(run => run.started?.stretch === session.stretch && run.ended === undefined);
  return {
    ...state,
    choice: withIndex(choice, session, choice.index),
    session: withLabelsOf(goesOn ? session : withoutTraining(session), share),
  };
}
