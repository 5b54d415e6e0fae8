import type {EpochRecord} from '../training/protocol.js';
import {curveUpTo, curveWith, emptyCurve, type TrainCurve} from '../training/train-curve.js';

/** What is remembered of a training: every epoch, and the train loss as it went. */
export type History = TrainCurve & {readonly epochs: readonly EpochRecord[]};

/** Before the first step. */
export const emptyHistory: History = {epochs: [], ...emptyCurve};

/**
 * The history with some more batches. A batch's loss is that of the network before its step.
 * @param total steps since the initial weights, with these
 */
export const withBatches = (history: History, losses: Float32Array, total: number): History => ({
  ...history,
  ...curveWith(history, losses, total),
});

/** The history with one more epoch. */
export function withEpoch(history: History, epoch: EpochRecord): History {
  return {...history, epochs: [...history.epochs, epoch]};
}

/** The history as it was after so many steps: of a run that has gone back. */
export const historyUpTo = (history: History, last: number): History => ({...history, ...curveUpTo(history, last)});
