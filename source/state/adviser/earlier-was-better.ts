import {adviser} from '../../words/adviser.js';
import {epochBefore} from './facts.js';
import {type Rule, said, share} from './rule.js';

/** By how many points the best epoch has to be better, and how many epochs there have to be. */
const [leastLead, leastEpochs] = [0.5, 3];

/** A run ends with fewer right answers than it had. */
export const earlierWasBetter: Rule = {
  says(facts) {
    const now = epochBefore(facts);
    if (!facts.isOver || now === undefined || now.epoch < leastEpochs) return undefined;
    const best = facts.epochs.reduce((one, other) => (other.accuracy > one.accuracy ? other : one));
    if (100 * (best.accuracy - now.accuracy) <= leastLead) return undefined;
    const values = {epoch: best.epoch, best: share(best.accuracy), now: share(now.accuracy)};
    return said(adviser['earlier-was-better'], values);
  },
};
