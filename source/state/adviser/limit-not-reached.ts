import {losses} from '../../network/losses.js';
import {earliestStop} from '../../training/run-end.js';
import {adviser} from '../../words/adviser.js';
import {epochBefore} from './facts.js';
import {loss, type Rule, said} from './rule.js';

/** The early stop could have come, and the last test batch's loss is not below its limit. */
export const limitNotReached: Rule = {
  says(facts) {
    const now = epochBefore(facts);
    if (!facts.earlyStop || now === undefined || now.epoch < earliestStop) return undefined;
    const limit = losses.mse.earlyStop;
    if (now.testLoss < limit) return undefined;
    return said(adviser['limit-not-reached'], {loss: loss(now.testLoss), limit: String(limit)});
  },
};
