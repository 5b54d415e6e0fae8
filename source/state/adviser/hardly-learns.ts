import {usual} from '../../training/run-options.js';
import {adviser, adviserCases} from '../../words/adviser.js';
import {epochBefore} from './facts.js';
import {loss, type Rule, rate, said} from './rule.js';

/** The share of the loss of guessing, the steps, and by what share the loss falls in an epoch, at least. */
const [leastLoss, leastStep, leastFall] = [0.9, 400, 0.02];
/** By how much too low such a learning rate is; fewer hidden units than so many are few. */
const [tooLow, fewUnits] = [100, 32];

/** The test loss is hardly below guessing and falls, or still above it and does not rise. */
export const hardlyLearns: Rule = {
  says(facts) {
    const {guessing, usualRate} = facts;
    const [now, before] = [epochBefore(facts), epochBefore(facts, 1)];
    if (now === undefined || before === undefined || facts.step < leastStep) return undefined;
    const [test, fall] = [now.meanTestLoss, 1 - now.meanTestLoss / before.meanTestLoss];
    const isLow = test > leastLoss * guessing && (fall >= leastFall || (test > guessing && fall >= 0));
    if (!isLow) return undefined;
    const {'hardly-learns': words} = adviser;
    const isRate = facts.rate < usualRate;
    const other = facts.hidden < fewUnits ? adviserCases.moreUnits : adviserCases.labels;
    return said(isRate ? words : {...words, ...other}, {
      step: facts.step,
      test: loss(test),
      guessing: loss(guessing),
      rate: rate(facts.rate),
      better: rate(Math.min(facts.rate * tooLow, usualRate)),
      hidden: usual.hidden,
    });
  },
};
