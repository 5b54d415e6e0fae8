import {classNamesOf, type Dataset} from '../../dataset/dataset.js';
import type {RunInfo} from '../../training/formats/run-info.js';
import {type Advice, adviceOf} from './advice.js';
import {noBatches} from './batch-losses.js';
import {settingFacts} from './setting-facts.js';

/** What is known of a saved run's network besides its file. */
export type SavedFacts = {
  /** Steps since the initial weights. */
  readonly step: number;
  /** Hidden units that are at 0 for every train digit that was looked at; undefined where that is no fault. */
  readonly dead: number | undefined;
  /** As of an Evaluation, on the test split. */
  readonly confusion: readonly number[];
};

/**
 * What there is to notice in a run that was saved, the most severe first. Its file has no losses of single batches, so
 * that the rules that ask for these are silent.
 */
export function savedAdvice({settings, history}: RunInfo, dataset: Dataset, facts: SavedFacts): Advice[] {
  const {step, dead, confusion} = facts;
  const known = settingFacts(settings, dataset.train.count);
  return adviceOf({
    ...known,
    rate: settings.learningRate,
    highestRate: settings.learningRate,
    epochSteps: Math.floor(known.images / settings.batchSize),
    step,
    batches: noBatches,
    notFinite: undefined,
    epochs: history,
    dead,
    confusion,
    confusionStep: step,
    names: classNamesOf(dataset.test),
    isOver: true,
  });
}
