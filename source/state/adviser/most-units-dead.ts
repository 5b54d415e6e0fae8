import {adviser} from '../../words/adviser.js';
import type {Facts} from './facts.js';
import {lowerRate, withWay} from './not-finite.js';
import {type Rule, rate, said} from './rule.js';

/** The share of dead units; and how many units and steps there have to be for it to mean something. */
const [leastShare, leastUnits, leastStep] = [0.5, 16, 20];

/** The share of hidden units that are dead; undefined while it is not known or means nothing. */
export function deadShare({dead, hidden, step}: Facts): number | undefined {
  return dead === undefined || hidden < leastUnits || step < leastStep ? undefined : dead / hidden;
}

/** Most hidden units are at 0 for every digit. */
export const mostUnitsDead: Rule = {
  says(facts) {
    const {dead = 0, hidden: units} = facts;
    if ((deadShare(facts) ?? 0) < leastShare) return undefined;
    return said(withWay(adviser['most-units-dead'], facts), {dead, units, rate: rate(lowerRate(facts))});
  },
};
