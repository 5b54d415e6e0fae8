import {usual} from '../../training/run-options.js';
import {adviser, adviserCases} from '../../words/adviser.js';
import {countsOf} from './facts.js';
import {lowerRate, withWay} from './not-finite.js';
import {type Rule, rate, said, share} from './rule.js';

/** The share of answers that are the same, and how much of it at most are right. */
const [leastShare, mostRight] = [0.9, 0.8];
/** Steps before which that means nothing; of a network that is known to be broken. */
const leastStep = {usual: 468, broken: 100};
/** Fewer hidden units cannot tell ten digits apart. */
const leastUnits = 4;

/** Nearly all answers are the same. */
export const oneAnswer: Rule = {
  says(facts, speaks) {
    const {confusionStep: step, hidden, names} = facts;
    const counts = countsOf(facts);
    const isBroken = speaks('exploded') || speaks('most-units-dead');
    if (counts === undefined || step < leastStep[isBroken ? 'broken' : 'usual']) return undefined;
    const {labels, answers, all} = counts;
    const count = Math.max(...answers);
    const digit = answers.indexOf(count);
    if (count < leastShare * all || (labels[digit] ?? 0) > mostRight * count) return undefined;
    const words = withWay(adviser['one-answer'], facts);
    return said(hidden < leastUnits ? {...words, ...adviserCases.moreUnits} : words, {
      answer: names[digit] ?? String(digit),
      count,
      all,
      share: share(count / all),
      rate: rate(lowerRate(facts)),
      hidden: usual.hidden,
    });
  },
};
