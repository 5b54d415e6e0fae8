import {runOptions} from '../training/run-options.js';
import type {Side} from './aside.js';
import {type Matrix, startMatrix} from './cell.js';
import {type Choice, startChoice} from './choice.js';
import {type Drawing, startDrawing} from './drawing.js';
import {type Form, startForm} from './form.js';
import {type Lesson, startLesson} from './lesson.js';
import {type MapState, startMap} from './map.js';
import type {FoundNearest} from './nearest.js';
import {type Numbers, startNumbers} from './numbers.js';
import type {Quiz} from './quiz.js';
import {type Runs, startRuns} from './runs.js';
import {type ScreenState, startScreen} from './screen.js';
import {type Session, startSession} from './session.js';
import type {Surveys} from './surveys.js';
import {startUnits, type Units} from './units.js';
import {startWall, type Wall} from './wall.js';
import {startWhy, type Why} from './why.js';

/** Everything that the dashboard shows, in slices: each has a file with its type, its start and its changes. */
export type State = {
  readonly session: Session;
  readonly runs: Runs;
  readonly choice: Choice;
  readonly units: Units;
  readonly matrix: Matrix;
  readonly wall: Wall;
  readonly why: Why;
  readonly numbers: Numbers;
  readonly surveys: Surveys;
  readonly map: MapState;
  readonly drawing: Drawing;
  /** The train digits that were found last to be nearest to a digit by their pixels. */
  readonly nearest: FoundNearest | undefined;
  readonly form: Form;
  /** The quiz that was begun last. */
  readonly quiz: Quiz | undefined;
  readonly lesson: Lesson;
  /** While the lesson is open the user's side, else the lesson's; undefined: it has not been opened yet. */
  readonly aside: Side | undefined;
  readonly screen: ScreenState;
};

/** What the state starts from: options, and the terminal. */
export type Start = Parameters<typeof startSession>[0] &
  Parameters<typeof startRuns>[0] &
  Parameters<typeof startChoice>[0] &
  Parameters<typeof startScreen>[0] & {readonly page?: number | undefined};

/** The state before anything has happened. */
export function startState(start: Start): State {
  return {
    session: startSession(start),
    runs: startRuns(start),
    choice: startChoice(start),
    units: startUnits,
    matrix: startMatrix,
    wall: startWall,
    why: startWhy,
    numbers: startNumbers,
    surveys: {},
    map: startMap,
    drawing: startDrawing,
    nearest: undefined,
    form: startForm(start, runOptions(start)),
    quiz: undefined,
    lesson: startLesson(start.page),
    aside: undefined,
    screen: startScreen(start),
  };
}
