import {adviser, adviserCases} from '../../words/adviser.js';
import {epochBefore} from './facts.js';
import {loss, type Rule, said} from './rule.js';

/** How many times its least the test loss has to be, how many epochs later, and by what share train fell since. */
const [leastRise, leastEpochs, leastFall] = [1.05, 3, 0.05];

/** The loss rises on new images and falls on its own. */
export const overfits: Rule = {
  says(facts) {
    const now = epochBefore(facts);
    if (now === undefined) return undefined;
    const best = facts.epochs.reduce((one, other) => (other.meanTestLoss < one.meanTestLoss ? other : one));
    const fall = 1 - now.meanTrainLoss / best.meanTrainLoss;
    const isLong = now.epoch - best.epoch >= leastEpochs;
    if (!isLong || now.meanTestLoss <= leastRise * best.meanTestLoss || fall < leastFall) return undefined;
    const {overfits: words} = adviser;
    return said(now.accuracy < best.accuracy ? words : {...words, message: adviserCases.surer}, {
      epoch: best.epoch,
      least: loss(best.meanTestLoss),
      test: loss(now.meanTestLoss),
      train: loss(now.meanTrainLoss),
    });
  },
};
