import type {SplitData} from '../dataset/dataset.js';
import {inputSize} from '../network/architecture.js';
import {initialState} from '../network/initial-state.js';
import {changeOf, litPixels} from '../network/look-inside.js';
import type {Weights} from '../network/network-state.js';
import {sharesAbove, surveyAtOnce} from '../network/survey.js';
import type {ReportedUnits} from '../report/html/reported-run.js';
import {surveyKinds} from '../state/surveys.js';
import {strongestOf} from '../state/unit-tiles.js';
import type {RunInfo} from '../training/formats/run-info.js';
import type {KeptMoment} from '../training/kept-moments.js';
import type {SavedRun} from '../training/runs/run-files.js';

/** The hidden units of a saved run as a report shows them: their change since the start, where that is known. */
export function reportedUnits(saved: SavedRun, train: SplitData): ReportedUnits {
  const {state, info} = saved;
  const {weights} = state;
  const lit = litPixels(train.images);
  const start = info && startOf(weights, info, lit);
  const values = start === undefined ? weights.hiddenWeight : changeOf(weights.hiddenWeight, start.hiddenWeight);
  const count = Math.min(train.count, surveyKinds.units.most);
  const surveyed = surveyAtOnce(weights, train.images.subarray(0, count * inputSize), 'hidden');
  return {
    shows: start === undefined ? 'weights' : 'change',
    ...{values, lit},
    strongest: strongestOf(values, lit),
    shares: sharesAbove(surveyed, weights.hiddenBias.length),
    of: count,
    moments: momentsOf(saved).map(({weights: {hiddenWeight}, ...moment}) => ({
      ...moment,
      values: start === undefined ? hiddenWeight : changeOf(hiddenWeight, start.hiddenWeight),
    })),
  };
}

/** The moments after the first step that the run's file has, and the network as it is now. */
function momentsOf({state: {step, weights}, info, moments}: SavedRun): readonly KeptMoment[] {
  const kept = moments().filter(moment => moment.step > 0);
  if (kept.length === 0 || kept.at(-1)?.step === step) return kept;
  return [...kept, {step, epoch: info?.epoch ?? 0, endsEpoch: false, weights}];
}

/**
 * The network before the run's first step, by its seed; undefined where the weights did not begin so, such as those of
 * another program. Weights of pixels that no image has ink on have no gradient, and tell: they are what they were.
 */
function startOf(weights: Weights, {settings}: RunInfo, lit: Uint8Array): Weights | undefined {
  const {hidden, seed, activation, augment} = settings;
  const start = initialState(hidden, seed, activation).weights;
  // Images that are changed have ink elsewhere, too.
  const isSame = changeOf(weights.hiddenWeight, start.hiddenWeight).every(
    (change, place) => augment || lit[place % inputSize] === 1 || Math.abs(change) < 1e-6,
  );
  return isSame ? start : undefined;
}
