import {usual} from '../../training/run-options.js';
import {adviser, adviserCases} from '../../words/adviser.js';
import {countsOf} from './facts.js';
import {lowerRate, withWay} from './not-finite.js';
import {type Rule, rate, said} from './rule.js';

/** Steps before which it means nothing, and how many of such digits there have to be in the test split. */
const [leastStep, leastDigits] = [468, 10];

/** Some digits are never answered. */
export const neverAnswers: Rule = {
  notWith: ['one-answer'],
  says(facts, speaks) {
    const counts = countsOf(facts);
    if (counts === undefined || facts.confusionStep < leastStep) return undefined;
    const missing = counts.answers.flatMap((count, digit) =>
      count === 0 && (counts.labels[digit] ?? 0) >= leastDigits ? [facts.names[digit] ?? String(digit)] : [],
    );
    if (missing.length === 0) return undefined;
    const {'never-answers': words} = adviser;
    const isBroken = speaks('exploded') || speaks('most-units-dead');
    return said(isBroken ? withWay({...words, ...adviserCases.afresh}, facts) : words, {
      answers: missing.join(', '),
      hidden: Math.max(usual.hidden, 2 * facts.hidden),
      rate: rate(lowerRate(facts)),
    });
  },
};
