import {adviser, adviserCases} from '../../words/adviser.js';
import {lowerRate, withWay} from './not-finite.js';
import {loss, type Rule, rate, said} from './rule.js';

/** How many times the first loss, or that of guessing, a loss has to be; and images in a batch, since few go up and down. */
const [times, leastBatch] = [3, 16];

/** Whether a batch's loss is far above the first and above guessing. */
export const isHigh = (loss: number, first: number, guessing: number): boolean =>
  loss > times * Math.max(first, guessing);

/** A batch's loss is far above what it was before training. */
export const exploded: Rule = {
  notWith: ['far-off'],
  says(facts) {
    const {
      batches: {rise},
      batchSize,
    } = facts;
    if (rise === undefined || batchSize < leastBatch) return undefined;
    const words = withWay(adviser.exploded, facts);
    const [from, to] = [rise.from.batch, rise.to.batch - 1];
    return said(from === to ? {...words, message: adviserCases.oneStep} : words, {
      from,
      to,
      before: loss(rise.from.loss),
      loss: loss(rise.to.loss),
      rate: rate(lowerRate(facts)),
    });
  },
};
