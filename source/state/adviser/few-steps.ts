import {adviser, adviserCases} from '../../words/adviser.js';
import {type Rule, said} from './rule.js';

/** Fewer steps an epoch are few; the usual batch, and one that is too small for its gradient to mean much. */
const [enough, usualBatch, tinyBatch] = [30, 128, 4];

/** An epoch has few steps. */
export const fewSteps: Rule = {
  says({epochs, epochSteps: steps, images, batchSize}) {
    if (epochs.length === 0 || steps >= enough) return undefined;
    const {'few-steps': words} = adviser;
    const left = images - steps * batchSize;
    const batch = Math.min(usualBatch, Math.floor(images / enough));
    const message = steps === 1 ? adviserCases.oneStepEpoch : words.message;
    const way = batch < tinyBatch ? adviserCases.moreImages : words;
    return said({...words, ...way, message}, {steps, left, images, batch: String(batch)});
  },
};
