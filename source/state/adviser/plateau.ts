import {usual} from '../../training/run-options.js';
import {adviser, adviserCases} from '../../words/adviser.js';
import {epochBefore, pointsOf} from './facts.js';
import {type Rule, rate, said, share, tenths} from './rule.js';

/** When it may speak: epochs and steps at least. */
const least = {epochs: 4, steps: 1000};
/** The accuracy of a good network by then, the points that this gains at most, and by what share its loss moved. */
const [mostAccuracy, mostGain, mostMove] = [0.955, 0.3, 0.04];
/** The train loss against test's. */
const [leastTrain, mostTrain] = [0.6, 1.5];
/** Fewer hidden units get no further. */
const leastUnits = 32;

/** It stands still below what it could reach. */
export const plateau: Rule = {
  notWith: ['overfits', 'doubtful-labels'],
  says(facts) {
    const [now, before, change] = [epochBefore(facts), epochBefore(facts, 2), pointsOf(facts)];
    if (now === undefined || before === undefined || change === undefined) return undefined;
    if (now.epoch < least.epochs || facts.step < least.steps) return undefined;
    const move = Math.abs(now.meanTestLoss / before.meanTestLoss - 1);
    const ratio = now.meanTrainLoss / now.meanTestLoss;
    if (now.accuracy >= mostAccuracy || change >= mostGain || move >= mostMove) return undefined;
    if (ratio < leastTrain || ratio > mostTrain) return undefined;
    const {plateau: words} = adviser;
    return said(facts.hidden < leastUnits ? {...words, ...adviserCases.moreUnits} : words, {
      accuracy: share(now.accuracy),
      percent: tenths(100 * move),
      rate: rate(facts.rate),
      hidden: usual.hidden,
    });
  },
};
