import {adviser} from '../../words/adviser.js';
import {epochBefore} from './facts.js';
import {loss, type Rule, said, tenths} from './rule.js';

/** When it may speak: epochs and steps at least. */
const least = {epochs: 3, steps: 500};
/** How many times test's loss train's has to be, and the share of the loss of guessing that test's has to be below. */
const [leastTimes, mostTest] = [1.5, 0.5];

/** It does better on new images than on its own, which it has seen: their labels may be false. */
export const doubtfulLabels: Rule = {
  says(facts) {
    const now = epochBefore(facts);
    if (facts.augment || now === undefined || now.epoch < least.epochs || facts.step < least.steps) return undefined;
    const {meanTrainLoss: train, meanTestLoss: test} = now;
    if (train <= leastTimes * test || test >= mostTest * facts.guessing) return undefined;
    return said(adviser['doubtful-labels'], {train: loss(train), times: tenths(train / test)});
  },
};
