import {adviser, adviserCases} from '../../words/adviser.js';
import type {Facts} from './facts.js';
import {type Rule, rate, said} from './rule.js';

/** By how much too high a learning rate is that breaks a network though it is no higher than usual. */
const tooHigh = 10;

/** The learning rate to try after one that has broken a network. */
export const lowerRate = ({highestRate, usualRate}: Pick<Facts, 'highestRate' | 'usualRate'>): number =>
  highestRate > usualRate ? usualRate : highestRate / tooHigh;

/** From so many times the rate to try on, the key that lowers the rate would have to be pressed too often. */
const afar = 100;

/** The words of a rule, with another way to that rate where it is far away. */
export const withWay = <Words extends object>(
  words: Words,
  facts: Pick<Facts, 'rate' | 'highestRate' | 'usualRate'>,
): Words | (Omit<Words, 'fix' | 'plainFix'> & typeof adviserCases.afar) =>
  facts.rate > afar * lowerRate(facts) ? {...words, ...adviserCases.afar} : words;

/** A batch's loss is no finite number. */
export const notFinite: Rule = {
  says: facts =>
    facts.notFinite === undefined
      ? undefined
      : said(withWay(adviser['not-finite'], facts), {
          step: facts.notFinite,
          rate: rate(lowerRate(facts)),
        }),
};
