import {adviser} from '../../words/adviser.js';
import {loss, type Rule, said} from './rule.js';

/** How many times the loss of guessing the first batch's loss has to be. */
const times = 20;

/** The first batch's loss is far above guessing: the weights that it began with are too large for its pixels. */
export const farOff: Rule = {
  says({batches: {first}, guessing}) {
    if (first === undefined || first <= times * guessing) return undefined;
    return said(adviser['far-off'], {loss: loss(first), guessing: loss(guessing)});
  },
};
