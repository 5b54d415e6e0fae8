import {choiceActions} from './choice.js';
import {drawingActions, withChosenDrawn} from './drawing-actions.js';
import {formActions} from './form.js';
import {lessonActions} from './lesson.js';
import {lessonRunActions} from './lesson-run.js';
import {mapActions} from './map.js';
import {mistakeActions} from './mistake-actions.js';
import {momentActions} from './moment-actions.js';
import {nearestActions} from './nearest.js';
import {withoutNotice} from './notices.js';
import {numberActions} from './numbers.js';
import {promptActions} from './prompt.js';
import {quizActions} from './quiz-actions.js';
import {raceActions} from './race.js';
import {runActions} from './run-actions.js';
import {screenActions} from './screen.js';
import type {State} from './state.js';
import {surveyActions} from './survey-actions.js';
import {trainingActions} from './training-actions.js';
import {unitActions} from './units.js';
import {wallActions} from './wall.js';
import {whyActions} from './why.js';

const unchanged = (state: State): State => state;

/** What leaves the state as it is: it is done with the terminal, the process and files. */
const outsideActions = {
  suspend: unchanged,
  redraw: unchanged,
  quit: (state: State, _: {readonly exitCode: 0 | 130}): State => state,
  /** Keeps the drawing in a file. */
  keep: (state: State, _: {readonly label: number}): State => state,
  'open-picture': (state: State, _: {readonly file: string}): State => state,
};

const slices = {
  ...choiceActions,
  ...promptActions,
  ...screenActions,
  ...trainingActions,
  ...runActions,
  ...momentActions,
  ...mistakeActions,
  ...unitActions,
  ...wallActions,
  ...whyActions,
  ...numberActions,
  ...surveyActions,
  ...mapActions,
  ...drawingActions,
  ...nearestActions,
  ...formActions,
  ...raceActions,
  ...quizActions,
  ...lessonActions,
  ...lessonRunActions,
  ...outsideActions,
};

type Changes = typeof slices;

/** Each action by its type: what its change takes besides the state. */
type Actions = {
  [Type in keyof Changes]: Changes[Type] extends (state: State, action: infer Told) => State
    ? {readonly type: Type} & (unknown extends Told ? unknown : Told)
    : never;
};

/** All that the user's keys and terminal do: to the state, or with the process. */
export type Action = Actions[keyof Actions];

/** What is done with the terminal, the process and files. */
export type OutsideAction = Actions[keyof typeof outsideActions];

const changes: {readonly [Type in keyof Actions]: (state: State, action: Actions[Type]) => State} = slices;

/** What happens without a key, and what only says something: it leaves standing what is said. */
const apart: ReadonlySet<keyof Actions> = new Set([
  ...(['resize', 'surveyed', 'found-nearest', 'kept-read', 'lesson-read', 'task-done', 'notice-ended', 'say'] as const),
]);

/**
 * The state after an action of the user. A key that does something ends what was said before it, unless that is why the
 * program cannot go on. Pure.
 */
export function afterAction<Type extends keyof Actions>(state: State, action: Actions[Type]): State {
  const type: Type = action.type;
  const after = withChosenDrawn(state, changes[type](state, action));
  const isOld = after.screen.notices === state.screen.notices && after.screen.notice !== undefined;
  if (after === state || !isOld || apart.has(type) || state.session.failed) return after;
  return {...after, screen: withoutNotice(after.screen)};
}

/** Whether an action is one for the terminal, the process or files. */
export function isOutside(action: Action): action is OutsideAction {
  return Object.hasOwn(outsideActions, action.type);
}
