import type {Evaluation} from '../training/evaluation.js';
import {openRun} from './runs.js';
import type {State} from './state.js';

/** What the newest evaluation gets right and wrong of the test digits, against that of a moment. */
export type Changes = {
  /** The steps of the two. */
  readonly from: number;
  readonly to: number;
  readonly found: Evaluation;
  /** Indices of digits that were wrong then and are right now. */
  readonly learned: readonly number[];
  /** Indices of digits that were right then and are wrong now. */
  readonly forgotten: readonly number[];
};

/**
 * What has changed since the moment that is looked at; where the newest weights are, since the evaluation before their
 * last. Undefined while there are no two evaluations.
 */
export function changesOf({runs, session}: State): Changes | undefined {
  const evaluated = openRun(runs).timeline.filter(({found}) => found !== undefined);
  const last = evaluated.at(-1);
  const looked = runs.looking === undefined ? evaluated.at(-2) : evaluated.find(({step}) => step === runs.looking);
  const {test} = session.data;
  if (last?.found === undefined || looked?.found === undefined || test === undefined) return undefined;
  return {from: looked.step, to: last.step, found: last.found, ...compared(looked.found, last.found, test.labels)};
}

const known = new WeakMap<Evaluation, {then: Evaluation; changes: Pick<Changes, 'learned' | 'forgotten'>}>();

function compared(then: Evaluation, now: Evaluation, labels: Uint8Array): Pick<Changes, 'learned' | 'forgotten'> {
  const before = known.get(now);
  if (before?.then === then) return before.changes;
  const [learned, forgotten]: [number[], number[]] = [[], []];
  for (const [index, label] of labels.entries()) {
    const [was, is] = [then.answers[index] === label, now.answers[index] === label];
    if (is && !was) learned.push(index);
    if (was && !is) forgotten.push(index);
  }
  const changes = {learned, forgotten};
  known.set(now, {then, changes});
  return changes;
}
