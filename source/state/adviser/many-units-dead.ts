import {adviser} from '../../words/adviser.js';
import {deadShare} from './most-units-dead.js';
import {lowerRate, withWay} from './not-finite.js';
import {type Rule, rate, said} from './rule.js';

/** The share of dead units; and what is usual: 5 to 15 of 128 in 18 runs. */
const [leastShare, few, usual] = [0.25, 5 / 128, 15 / 128];

/** More hidden units are at 0 for every digit than usual. */
export const manyUnitsDead: Rule = {
  notWith: ['most-units-dead'],
  says(facts) {
    const {dead = 0, hidden: units} = facts;
    if ((deadShare(facts) ?? 0) < leastShare) return undefined;
    return said(withWay(adviser['many-units-dead'], facts), {
      ...{dead, units},
      few: Math.floor(few * units),
      usual: Math.ceil(usual * units),
      rate: rate(lowerRate(facts)),
    });
  },
};
