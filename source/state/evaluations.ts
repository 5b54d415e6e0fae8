import type {Split} from '../dataset/dataset.js';
import type {Weights} from '../network/network-state.js';
import {scoresWithout} from '../network/survey.js';
import {type Evaluation, evaluate} from '../training/evaluation.js';
import {networkAt} from './selectors.js';
import type {State} from './state.js';
import {evaluatedBy, type Survey, surveyOf} from './surveys.js';

/** What the network that is looked at comes to on the digits of a split, as far as they have been looked through. */
export type SplitEvaluation = {readonly found: Evaluation; readonly done: number; readonly count: number};

/**
 * The evaluation of the network that is looked at on the test split, without the units that are switched off; undefined
 * until it is there. Of the newest weights it is that of the newest moment.
 */
export function evaluationOf(state: State): Evaluation | undefined {
  const looked = networkAt(state);
  const {off} = state.units;
  if (looked === undefined || off.length === 0) return looked?.found;
  const survey = surveyOf(state, 'test');
  return survey === undefined || survey.hidden.length === 0 ? undefined : surveyed(state, 'test', survey, off);
}

/** The same of any split; of the train split while it is being looked through, too. */
export function splitEvaluation(state: State, split: Split): SplitEvaluation | undefined {
  const count = state.session.data[split]?.count;
  if (count === undefined) return undefined;
  if (split === 'test') {
    const found = evaluationOf(state);
    return found && {found, done: found.answers.length, count};
  }
  const survey = surveyOf(state, 'train');
  const found = survey === undefined ? undefined : surveyed(state, 'train', survey, none);
  return survey && found && {found, done: survey.done, count};
}

/** No units: the survey of the train split is of the network without those that are off. */
const none: readonly number[] = [];

/** What each network and survey has come to lately. */
const known = new WeakMap<Weights, {survey: Survey; off: readonly number[]; found: Evaluation}>();

function surveyed(state: State, split: Split, survey: Survey, off: readonly number[]): Evaluation | undefined {
  const data = state.session.data[split];
  if (data === undefined || survey.done === 0) return undefined;
  const before = known.get(survey.weights);
  if (before?.survey === survey && before.off === off) return before.found;
  const {done, weights} = survey;
  const part = {...survey, scores: survey.scores.subarray(0, done * 10)};
  const scores = off.length === 0 ? part.scores : scoresWithout(part, weights, off);
  const found = evaluate(scores, {...data, count: done}, evaluatedBy(state));
  known.set(weights, {survey, off, found});
  return found;
}
