import {adviser, adviserCases} from '../../words/en/adviser.js';
import type {Facts} from './facts.js';
import {type Rule, rate, said} from './rule.js';

/** The usual learning rate, and by how much too high one is that breaks a network though it is lower. */
const [usual, tooHigh] = [0.001, 10];

/** The learning rate to try after one that has broken a network. */
export const lowerRate = (highest: number): number => (highest > usual ? usual : highest / tooHigh);

/** From so many times the rate to try on, the key that lowers the rate would have to be pressed too often. */
const afar = 100;

/** The words of a rule, with another way to that rate where it is far away. */
export const withWay = <Words extends object>(
  words: Words,
  {rate, highestRate}: Pick<Facts, 'rate' | 'highestRate'>,
): Words | (Omit<Words, 'fix' | 'plainFix'> & typeof adviserCases.afar) =>
  rate > afar * lowerRate(highestRate) ? {...words, ...adviserCases.afar} : words;

/** A batch's loss is no finite number. */
export const notFinite: Rule = {
  says: facts =>
    facts.notFinite === undefined
      ? undefined
      : said(withWay(adviser['not-finite'], facts), {
          step: facts.notFinite,
          rate: rate(lowerRate(facts.highestRate)),
        }),
};
