import type {Split} from '../dataset/dataset.js';
import {inputSize} from '../network/architecture.js';
import type {Weights} from '../network/network-state.js';
import type {Kept, Surveyed} from '../network/survey.js';
import type {RunOptions} from '../training/protocol.js';
import {openRun} from './runs.js';
import {type Looked, lookedAt, networkAt, phaseOf} from './selectors.js';
import type {State} from './state.js';

/** What is found out about many digits, by the screen's thread. The first of these is the most urgent. */
export const surveyKinds = {
  /** The whole test split: the evaluation that the moment that is looked at lacks. */
  moment: {split: 'test', most: Number.POSITIVE_INFINITY, keeps: 'scores'},
  /** The first digits of the chosen split: where they are on the map. */
  map: {split: 'chosen', most: 2000, keeps: 'plane'},
  /** The whole test split: what switched-off units cost. */
  test: {split: 'test', most: Number.POSITIVE_INFINITY, keeps: 'hidden'},
  /** The first train digits: which hidden units answer how many. */
  units: {split: 'train', most: 2000, keeps: 'hidden'},
  /** The whole train split: which of its digits the network gets wrong. */
  train: {split: 'train', most: Number.POSITIVE_INFINITY, keeps: 'scores'},
  /** The whole test split, when there is nothing else to do: the evaluations that other moments lack. */
  rest: {split: 'test', most: Number.POSITIVE_INFINITY, keeps: 'scores'},
} as const satisfies Record<string, {split: Split | 'chosen'; most: number; keeps: Kept}>;

/** See surveyKinds. */
export type SurveyKind = keyof typeof surveyKinds;

/** A survey that is wanted: of which network and digits. */
export type Wanted = {
  readonly kind: SurveyKind;
  readonly run: number;
  /** The moment that is looked at; `live`: newer weights follow these. */
  readonly at: number | 'live';
  readonly weights: Weights;
  /** count × 784 pixels */
  readonly images: Uint8Array;
};

/** A survey, as far as it has come. */
export type Survey = Wanted & Surveyed;

/** The latest survey of each kind. */
export type Surveys = Readonly<Partial<Record<SurveyKind, Survey>>>;

/** How many digits a survey is of. */
export const countOf = ({images}: Pick<Wanted, 'images'>): number => images.length / inputSize;

/** The surveys that the screen shows something of, the most urgent first. */
export function wantedSurveys(state: State): Wanted[] {
  const {session, runs} = state;
  return (Object.keys(surveyKinds) as SurveyKind[]).flatMap(kind => {
    const {split, most} = surveyKinds[kind];
    const [subject, data] = [subjects[kind](state), session.data[split === 'chosen' ? state.choice.split : split]];
    if (subject === undefined || data === undefined) return [];
    const images = data.images.subarray(0, Math.min(most, data.count) * inputSize);
    return [{...subject, kind, run: runs.open, images}];
  });
}

type Subject = Pick<Wanted, 'at' | 'weights'>;

/** What each kind of survey is wanted of; undefined: it is not wanted. */
const subjects: Readonly<Record<SurveyKind, (state: State) => Subject | undefined>> = {
  moment(state) {
    const looked = networkAt(state);
    return looked === undefined || looked.isLive || looked.found !== undefined ? undefined : subjectOf(looked);
  },
  map: state => (state.screen.view === 'map' ? subjectOf(lookedAt(state)) : undefined),
  // Of all units: what those that are switched off cost is found from their values without looking again.
  test: state => (state.units.off.length === 0 ? undefined : subjectOf(networkAt(state))),
  units: state => subjectOf(networkAt(state)),
  train(state) {
    const {choice, screen} = state;
    const isShown = choice.split === 'train' && (choice.seeksMistakes || screen.view === 'mistakes');
    return isShown ? subjectOf(lookedAt(state)) : undefined;
  },
  rest(state) {
    const moment = openRun(state.runs).timeline.find(({found}) => found === undefined);
    return moment === undefined || phaseOf(state) !== 'ready' ? undefined : {at: moment.step, weights: moment.weights};
  },
};

const subjectOf = (looked: Looked | undefined): Subject | undefined =>
  looked && {at: looked.isLive ? 'live' : looked.step, weights: looked.weights};

/** Whether a survey is what is wanted, to its end. */
export function isDone(survey: Survey | undefined, wanted: Wanted): boolean {
  return survey?.weights === wanted.weights && survey.images.buffer === wanted.images.buffer && isWhole(survey);
}

/** Whether it has come to its end. */
export const isWhole = (survey: Survey): boolean => survey.done === countOf(survey);

/** The survey of a kind of the network that is looked at; of the newest weights, the latest that there is. */
export function surveyOf(state: State, kind: SurveyKind): Survey | undefined {
  const looked = networkAt(state);
  const survey = state.surveys[kind];
  if (looked === undefined || survey === undefined || survey.run !== state.runs.open) return undefined;
  return survey.at === (looked.isLive ? 'live' : looked.step) ? survey : undefined;
}

/**
 * What is shown of a survey that goes on: while the network is trained, the one before until this one has come as far, so
 * that what is known of all digits does not shrink to a few twice a second.
 */
export function furthest(state: State, survey: Survey): Survey {
  const before = surveyOf(state, survey.kind);
  const goesOn = survey.at === 'live' && before?.at === 'live' && phaseOf(state) === 'training';
  return goesOn && before.done > survey.done ? before : survey;
}

/** How the network that is looked at is evaluated: by which loss, and with how many digits in the last test batch. */
export function evaluatedBy({session: {status, options}}: State): Pick<RunOptions, 'batchSize' | 'loss'> {
  const {batchSize, loss} = {...options, ...status.settings};
  return {batchSize, loss};
}
