import {adviser, adviserCases} from '../../words/en/adviser.js';
import {type Rule, said} from './rule.js';

/** Fewer steps an epoch are few; a batch of so many images is small. */
const [enough, smallBatch] = [30, 32];

/** An epoch has few steps. */
export const fewSteps: Rule = {
  says({epochs, epochSteps: steps, images, batchSize}) {
    if (epochs.length === 0 || steps >= enough) return undefined;
    const {'few-steps': words} = adviser;
    const left = images - steps * batchSize;
    const isSmall = batchSize <= smallBatch;
    return said(isSmall ? {...words, fix: adviserCases.smallBatch} : words, {
      ...{steps, left, images},
      batch: smallBatch,
    });
  },
};
