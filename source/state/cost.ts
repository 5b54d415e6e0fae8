import {outputSize} from '../network/architecture.js';
import {digitFigures, type Evaluation, evaluate} from '../training/evaluation.js';
import {evaluationOf} from './evaluations.js';
import type {State} from './state.js';
import {evaluatedBy, type Survey, surveyOf} from './surveys.js';

/** What switched-off units cost: shares of right answers with all units and without those. */
export type Cost = {
  readonly accuracy: readonly [before: number, after: number];
  /** The digit of whose images the largest share more is wrong now; undefined: none loses. */
  readonly worst: {readonly digit: number; readonly share: readonly [before: number, after: number]} | undefined;
};

/** Compares an evaluation with all units and one without some, over the same digits. Pure. */
export function costOf(all: Pick<Evaluation, 'accuracy' | 'confusion'>, without: typeof all): Cost {
  const [before, after] = [digitFigures(all.confusion), digitFigures(without.confusion)];
  const shares = Array.from({length: outputSize}, (_, digit) => ({
    digit,
    share: [before[digit]?.recall ?? 0, after[digit]?.recall ?? 0] as const,
  }));
  const loss = ({share: [before, after]}: (typeof shares)[number]): number => before - after;
  const worst = shares.reduce((most, each) => (loss(each) > loss(most) ? each : most));
  return {accuracy: [all.accuracy, without.accuracy], worst: loss(worst) > 0 ? worst : undefined};
}

/** What each survey comes to with all units. */
const known = new WeakMap<Survey, Evaluation>();

/** What the switched-off units cost on the test digits that have been looked through; undefined when none is off, or yet. */
export function costOfOff(state: State): (Cost & {readonly done: number; readonly count: number}) | undefined {
  const survey = surveyOf(state, 'test');
  const {test} = state.session.data;
  if (state.units.off.length === 0 || survey === undefined || test === undefined || survey.done === 0) return undefined;
  const without = evaluationOf(state);
  if (without === undefined) return undefined;
  const {done, scores} = survey;
  const all =
    known.get(survey) ?? evaluate(scores.subarray(0, done * outputSize), {...test, count: done}, evaluatedBy(state));
  known.set(survey, all);
  return {...costOf(all, without), done, count: test.count};
}
