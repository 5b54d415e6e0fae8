import {adviser} from '../../words/adviser.js';
import {pointsOf} from './facts.js';
import {points, type Rule, rate, said} from './rule.js';

/** When it may speak: epochs and steps at least. */
const least = {epochs: 4, steps: 1000};
/** How many points each change has to be more than. */
const leastChange = 0.4;
/** By how much too high such a learning rate is. */
const tooHigh = 2;

/** The accuracy goes up and down in turn. */
export const upAndDown: Rule = {
  says(facts) {
    const [first, second, third] = [pointsOf(facts, 2), pointsOf(facts, 1), pointsOf(facts)];
    if (first === undefined || second === undefined || third === undefined) return undefined;
    if (facts.epochs.length < least.epochs || facts.step < least.steps) return undefined;
    const isInTurn = first * second < 0 && second * third < 0;
    if (!isInTurn || [first, second, third].some(change => Math.abs(change) <= leastChange)) return undefined;
    return said(adviser['up-and-down'], {
      first: points(first),
      second: points(second),
      third: points(third),
      better: rate(facts.rate / tooHigh),
      batch: String(2 * facts.batchSize),
    });
  },
};
