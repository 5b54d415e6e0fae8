import {adviser} from '../../words/en/adviser.js';
import {type Rule, rate, said} from './rule.js';

/** By how much too high a learning rate is that breaks a network, as a guess; and one that does not. */
const [tooHigh, usual] = [10, 0.001];

/** The learning rate to try after one that has broken a network. */
export const lowerRate = (highest: number): number => Math.min(highest / tooHigh, usual);

/** A batch's loss is no finite number. */
export const notFinite: Rule = {
  says: ({notFinite: step, highestRate}) =>
    step === undefined ? undefined : said(adviser['not-finite'], {step, rate: rate(lowerRate(highestRate))}),
};
