import {byHeart} from './by-heart.js';
import {doubtfulLabels} from './doubtful-labels.js';
import {earlierWasBetter} from './earlier-was-better.js';
import {exploded} from './exploded.js';
import type {Facts} from './facts.js';
import {farOff} from './far-off.js';
import {fewSteps} from './few-steps.js';
import {hardlyLearns} from './hardly-learns.js';
import {limitNotReached} from './limit-not-reached.js';
import {manyUnitsDead} from './many-units-dead.js';
import {mostUnitsDead} from './most-units-dead.js';
import {neverAnswers} from './never-answers.js';
import {notFinite} from './not-finite.js';
import {oneAnswer} from './one-answer.js';
import {overfits} from './overfits.js';
import {plateau} from './plateau.js';
import type {Rule, RuleName, Said} from './rule.js';
import {slow} from './slow.js';
import {upAndDown} from './up-and-down.js';

/** Something that the adviser noticed. */
export type Advice = {readonly rule: RuleName} & Said;

/** All rules. Each comes after those that can keep it silent. */
const rules: Readonly<Record<RuleName, Rule>> = {
  'not-finite': notFinite,
  'far-off': farOff,
  exploded,
  'most-units-dead': mostUnitsDead,
  'one-answer': oneAnswer,
  overfits,
  'doubtful-labels': doubtfulLabels,
  'by-heart': byHeart,
  'hardly-learns': hardlyLearns,
  slow,
  plateau,
  'up-and-down': upAndDown,
  'never-answers': neverAnswers,
  'many-units-dead': manyUnitsDead,
  'few-steps': fewSteps,
  'earlier-was-better': earlierWasBetter,
  'limit-not-reached': limitNotReached,
};

/** The network is broken when one of these speaks. */
const breaking: readonly RuleName[] = ['not-finite', 'far-off', 'exploded', 'most-units-dead', 'one-answer'];

/** What means nothing of a broken network. */
const ofSound: ReadonlySet<RuleName> = new Set<RuleName>([
  'hardly-learns',
  'slow',
  'plateau',
  'up-and-down',
  'overfits',
  'by-heart',
  'doubtful-labels',
  'limit-not-reached',
  'earlier-was-better',
]);

/** The names of the rules, the most severe first. */
export const severity: readonly RuleName[] = [
  'not-finite',
  'exploded',
  'most-units-dead',
  'one-answer',
  'far-off',
  'overfits',
  'doubtful-labels',
  'by-heart',
  'slow',
  'hardly-learns',
  'plateau',
  'up-and-down',
  'never-answers',
  'many-units-dead',
  'few-steps',
  'earlier-was-better',
  'limit-not-reached',
];

/** Pairs of rules whose ways are contrary: two places to stop, more epochs and fewer, a higher learning rate and a lower. */
const contrary: readonly (readonly [RuleName, RuleName])[] = [
  ['overfits', 'earlier-was-better'],
  ['overfits', 'limit-not-reached'],
  ['by-heart', 'limit-not-reached'],
  ['earlier-was-better', 'limit-not-reached'],
  ['slow', 'up-and-down'],
  ['slow', 'many-units-dead'],
  ['hardly-learns', 'up-and-down'],
  ['hardly-learns', 'many-units-dead'],
];

/** What there is to notice in a run, the most severe first; of two whose ways are contrary only that. Pure. */
export function adviceOf(facts: Facts): Advice[] {
  const found = new Map<RuleName, Said>();
  const speaks = (name: RuleName): boolean => found.has(name);
  for (const name of Object.keys(rules) as RuleName[]) {
    const {notWith = [], says} = rules[name];
    if (notWith.some(speaks) || (ofSound.has(name) && breaking.some(speaks))) continue;
    const said = says(facts, speaks);
    if (said !== undefined) found.set(name, said);
  }
  for (const [severe, other] of contrary) if (found.has(severe)) found.delete(other);
  return severity.flatMap(rule => {
    const said = found.get(rule);
    return said === undefined ? [] : [{rule, ...said}];
  });
}
