import type {Advice} from './adviser/advice.js';
import {type BatchLosses, lossesUpTo, noBatches} from './adviser/batch-losses.js';

/** What is remembered of a run for the adviser alone. */
export type Noticed = {
  readonly batches: BatchLosses;
  /** The step whose batch had a loss that is no finite number, in the newest stretch. */
  readonly notFinite: number | undefined;
  /** How many hidden units of the newest weights are at 0 for every train digit that was looked at. */
  readonly dead: number | undefined;
  /** What the adviser has said, each rule once and as it said it first. */
  readonly advised: readonly Advice[];
};

/** Before the first step. */
export const nothingNoticed: Noticed = {batches: noBatches, notFinite: undefined, dead: undefined, advised: []};

/** The same of a run of which another stretch begins after so many steps: what came after them is forgotten. */
export const noticedAnew = (noticed: Noticed, steps: number): Noticed => ({
  ...noticed,
  batches: lossesUpTo(noticed.batches, steps),
  notFinite: undefined,
});
