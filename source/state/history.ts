import type {EpochRecord} from '../training/protocol.js';

/** What is remembered of a training: every epoch, and the latest batches. */
export type History = {
  readonly epochs: readonly EpochRecord[];
  /** Losses of the latest batches, at most `recentBatches` of them. */
  readonly batchLosses: readonly number[];
};

/** How many batch losses are kept. */
export const recentBatches = 936;

/** Before the first step. */
export const emptyHistory: History = {epochs: [], batchLosses: []};

/** The history with some more batches. */
export function withBatches(history: History, losses: Float32Array): History {
  return {...history, batchLosses: [...history.batchLosses, ...losses].slice(-recentBatches)};
}

/** The history with one more epoch. */
export function withEpoch(history: History, epoch: EpochRecord): History {
  return {...history, epochs: [...history.epochs, epoch]};
}
