import {openCell, startMatrix, withoutCursor} from './cell.js';
import {withoutTool} from './drawing.js';
import {isLessonOpen, withLessonOpen} from './lesson.js';
import {silenced, withNotice, withNoticeOnce, withoutNotice} from './notices.js';
import type {Prompt} from './prompt.js';
import type {State} from './state.js';
import {startWall} from './wall.js';

/** The views, by their keys from 1 on. */
export const viewNames = ['learn', 'mistakes', 'network', 'map', 'draw', 'runs', 'lesson'] as const;

/** See viewNames. */
export type ViewName = (typeof viewNames)[number];

/** What can cover the panels. */
export type OverlayName =
  | 'summary'
  | 'keys'
  | 'changes'
  | 'advice'
  | 'nearest'
  | 'why'
  | 'numbers'
  | 'explain'
  | 'quiz';

/** Which run is opened in the place of the one that is shown: one of the same seed, one of the next, or the saved one. */
export type OtherRun = 'same' | 'next' | 'saved';

/** What the user can be asked: if trained weights may go for another run, if the drawing may go, which label it has. */
export type Asked = OtherRun | 'clear' | 'label';

/** What stands on the screen besides what is looked at. */
export type ScreenState = {
  readonly columns: number;
  readonly rows: number;
  readonly view: ViewName;
  /** Whether the view's panel has the arrows; else they walk the digits. */
  readonly holds: boolean;
  /** What covers the panels. */
  readonly overlay: OverlayName | 'none';
  /** Whether that has the arrows. */
  readonly overlayHolds: boolean;
  /** The first line of the overlay that is shown. */
  readonly overlayTop: number;
  /** What is asked for and being typed. */
  readonly prompt: Prompt | undefined;
  /** The user is asked something; `missed`: a key was no answer. */
  readonly question: {readonly to: Asked; readonly missed: boolean} | undefined;
  /** What there is to say for a while, with the reason first. */
  readonly notice: string | undefined;
  /** How many notices there have been. */
  readonly notices: number;
  /** Notices that are said once, each with what it was said of. */
  readonly said: readonly string[];
  /** Why the weights as they are now are not saved, until they are. */
  readonly saveFault: string | undefined;
  /** Whether that has been put away: it is still true. */
  readonly hidesSaveFault: boolean;
};

/** The panels, and nothing else. */
export function startScreen({columns, rows}: Pick<ScreenState, 'columns' | 'rows'>): ScreenState {
  return {
    columns,
    rows,
    view: 'learn',
    holds: false,
    overlay: 'none',
    overlayHolds: false,
    overlayTop: 0,
    prompt: undefined,
    question: undefined,
    notice: undefined,
    notices: 0,
    said: [],
    saveFault: undefined,
    hidesSaveFault: false,
  };
}

/** Asks something, or asks no more. */
export const withQuestion = (screen: ScreenState, to: Asked | undefined): ScreenState => ({
  ...screen,
  question: to && {to, missed: false},
});

/** The panels without what covered them. */
const uncovered = (screen: ScreenState): ScreenState => ({...screen, overlay: 'none', overlayHolds: false});

/** The view's panel without the arrows, and what they had chosen forgotten. */
const withoutArrows = (state: State): State => ({
  ...state,
  screen: {...state.screen, holds: false},
  matrix: withoutCursor(state.matrix),
  wall: startWall,
  drawing: withoutTool(state.drawing),
});

/** Whether what is shown has the arrows: what covers the panels, else the view's panel. */
export const hasArrows = ({overlay, overlayHolds, holds}: ScreenState): boolean =>
  overlay === 'none' ? holds : overlayHolds;

/** What the user and the terminal do to the screen. */
export const screenActions = {
  resize: (state: State, {columns, rows}: Pick<ScreenState, 'columns' | 'rows'>): State => ({
    ...state,
    screen: {...state.screen, columns, rows},
  }),
  /**
   * Shows a view; an open cell of the confusion matrix is closed with the view that shows it. The lesson is opened by its
   * view, and stays open in the others; its pages have the arrows from the start.
   */
  view: (state: State, {view}: {readonly view: ViewName}): State => {
    const free = withoutArrows(state);
    if (view === 'lesson' && !isLessonOpen(state)) return withLessonOpen(free);
    const matrix = view === 'mistakes' ? free.matrix : startMatrix;
    return {...free, matrix, screen: {...uncovered(free.screen), view, holds: view === 'lesson'}};
  },
  /** Gives the arrows to the view's panel, or to what covers it. */
  hold({screen, ...state}: State): State {
    return {...state, screen: {...screen, ...(screen.overlay === 'none' ? {holds: true} : {overlayHolds: true})}};
  },
  /** Covers the panels, or lays them open when they are covered so already. */
  'toggle-overlay'(state: State, {overlay}: {readonly overlay: OverlayName}): State {
    const {screen} = state;
    if (screen.overlay === overlay) return {...state, screen: uncovered(screen)};
    return {...state, screen: {...screen, overlay, overlayTop: 0, overlayHolds: false}};
  },
  'scroll-overlay': (state: State, {top}: {readonly top: number}): State =>
    top === state.screen.overlayTop ? state : {...state, screen: {...state.screen, overlayTop: top}},
  /** Says why a key did nothing; what is said `once` of something, such as a key, is not said again of that. */
  say: (state: State, {notice, once}: {readonly notice: string; readonly once: false | string}): State => ({
    ...state,
    screen: once === false ? withNotice(state.screen, notice) : withNoticeOnce(state.screen, notice, once),
  }),
  /** A key was no answer to the question. */
  'miss-question'({screen, ...state}: State): State {
    const {question} = screen;
    return {...state, screen: {...screen, question: question && {...question, missed: true}}};
  },
  /** The notice has been there long enough. */
  'notice-ended': (state: State): State => ({...state, screen: withoutNotice(state.screen)}),
  /**
   * Closes one thing: what is typed or asked, else takes the arrows back from what covers, else closes that, else an open
   * cell of the confusion matrix, else takes the arrows back, else what is said.
   */
  close(state: State): State {
    const {screen} = state;
    if (screen.prompt !== undefined) return {...state, screen: {...screen, prompt: undefined}};
    if (screen.question !== undefined) return {...state, screen: withQuestion(screen, undefined)};
    if (screen.overlay !== 'none') {
      return {...state, screen: screen.overlayHolds ? {...screen, overlayHolds: false} : uncovered(screen)};
    }
    if (openCell(state) !== undefined) {
      return {...state, matrix: screen.holds ? {...state.matrix, isOpen: false} : startMatrix};
    }
    if (screen.holds) return withoutArrows(state);
    const quiet = silenced(screen);
    return quiet === undefined ? state : {...state, screen: quiet};
  },
};
