import {adviser} from '../../words/en/adviser.js';
import {type Rule, rate, said} from './rule.js';

/** The usual learning rate, and by how much too high one is that breaks a network though it is lower. */
const [usual, tooHigh] = [0.001, 10];

/** The learning rate to try after one that has broken a network. */
export const lowerRate = (highest: number): number => (highest > usual ? usual : highest / tooHigh);

/** A batch's loss is no finite number. */
export const notFinite: Rule = {
  says: ({notFinite: step, highestRate}) =>
    step === undefined ? undefined : said(adviser['not-finite'], {step, rate: rate(lowerRate(highestRate))}),
};
