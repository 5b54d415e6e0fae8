import {adviser} from '../../words/adviser.js';
import {epochBefore, pointsOf} from './facts.js';
import {points, type Rule, rate, said, share} from './rule.js';

/** When it may speak: epochs, steps, hidden units at least. */
const least = {epochs: 3, steps: 500, units: 32};
/** The accuracy that a good rate is above by then, the points that it still gains, and the train loss against test's. */
const [mostAccuracy, leastGain, mostTrain] = [0.92, 0.3, 1.5];
/** By how much too low such a learning rate is. */
const tooLow = 10;

/** It learns steadily, and is behind. */
export const slow: Rule = {
  notWith: ['hardly-learns'],
  says(facts) {
    const {epochs, step, hidden} = facts;
    const [now, change] = [epochBefore(facts), pointsOf(facts)];
    if (now === undefined || change === undefined) return undefined;
    if (facts.rate >= facts.usualRate || now.epoch < least.epochs || step < least.steps || hidden < least.units)
      return undefined;
    const isBest = epochs.every(({meanTestLoss}) => meanTestLoss >= now.meanTestLoss);
    const isFit = now.meanTrainLoss <= mostTrain * now.meanTestLoss;
    if (now.accuracy >= mostAccuracy || change <= leastGain || !isBest || !isFit) return undefined;
    const values = {accuracy: share(now.accuracy), change: points(change), rate: rate(facts.rate)};
    return said(adviser.slow, {...values, better: rate(Math.min(facts.rate * tooLow, facts.usualRate))});
  },
};
