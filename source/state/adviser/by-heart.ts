import {adviser} from '../../words/adviser.js';
import {epochBefore} from './facts.js';
import {loss, type Rule, said} from './rule.js';

/** When it may speak, and what share of test's loss train's has to be below. */
const [leastEpochs, mostShare] = [3, 0.25];

/** It has a far smaller loss on its own images than on new ones. */
export const byHeart: Rule = {
  says(facts) {
    const now = epochBefore(facts);
    if (now === undefined || now.epoch < leastEpochs) return undefined;
    const {meanTrainLoss: train, meanTestLoss: test} = now;
    if (train >= mostShare * test) return undefined;
    return said(adviser['by-heart'], {train: loss(train), test: loss(test), images: facts.images});
  },
};
