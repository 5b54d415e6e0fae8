import {isHigh} from './exploded.js';

/** The loss of a batch, counted from 1 since the initial weights: of the network before that step. */
export type BatchLoss = {readonly batch: number; readonly loss: number};

/** What the adviser has to know of the losses of all batches. */
export type BatchLosses = {
  /** The first that is known: of a run that goes on, its first here. */
  readonly first: number | undefined;
  /** The newest that is not far above it and above guessing. */
  readonly sound: BatchLoss | undefined;
  /** The greatest that is, and the last that was not before that. */
  readonly rise: {readonly from: BatchLoss; readonly to: BatchLoss} | undefined;
};

/** Before the first batch. */
export const noBatches: BatchLosses = {first: undefined, sound: undefined, rise: undefined};

/** What is known after some more batches. @param total steps since the initial weights, with these; guessing: the loss of it */
export function withLosses(before: BatchLosses, losses: Float32Array, total: number, guessing: number): BatchLosses {
  let {first, sound, rise} = before;
  for (const [index, loss] of losses.entries()) {
    const here = {batch: total - losses.length + index + 1, loss};
    first ??= loss;
    if (!isHigh(loss, first, guessing)) sound = here;
    else if (sound !== undefined && loss > (rise?.to.loss ?? 0)) rise = {from: sound, to: here};
  }
  return {first, sound, rise};
}

/** What is known of a run that has gone back to the network after so many steps. */
export function lossesUpTo({first, rise}: BatchLosses, last: number): BatchLosses {
  return {first, sound: undefined, rise: rise === undefined || rise.to.batch > last ? undefined : rise};
}
