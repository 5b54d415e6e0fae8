import {usual} from '../../training/run-options.js';
import {adviser, adviserCases} from '../../words/adviser.js';
import {type Rule, said} from './rule.js';

/** Fewer steps an epoch are few; and a batch that is too small for its gradient to mean much. */
const [enough, tinyBatch] = [30, 4];

/** An epoch has few steps. */
export const fewSteps: Rule = {
  says({epochs, epochSteps: steps, images, batchSize}) {
    if (epochs.length === 0 || steps >= enough) return undefined;
    const {'few-steps': words} = adviser;
    const left = images - steps * batchSize;
    const batch = Math.min(usual.batchSize, Math.floor(images / enough));
    const message = steps === 1 ? adviserCases.oneStepEpoch : words.message;
    const way = batch < tinyBatch ? adviserCases.moreImages : words;
    return said({...words, ...way, message}, {steps, left, images, batch: String(batch)});
  },
};
