import {losses} from '../network/losses.js';
import type {EndReason, EpochRecord, RunOptions} from './protocol.js';

/** First epoch (counted from 1) after which the tutorial may stop early. */
export const earliestStop = 7;

/** Whether the early stop ends a run after an epoch. */
export const stopsEarly = (
  {epoch, testLoss}: Pick<EpochRecord, 'epoch' | 'testLoss'>,
  {earlyStop, loss}: Pick<RunOptions, 'earlyStop' | 'loss'>,
): boolean => earlyStop && epoch >= earliestStop && testLoss < (losses[loss].earlyStop ?? 0);

/**
 * Why a run has come to its end by what is known of its epochs, whether or not it was there to say so; undefined where it
 * has not. One that is trained on after that stays ended.
 */
export function endOf(
  {epochs, history}: {readonly epochs: number; readonly history: readonly EpochRecord[]},
  options: RunOptions,
): Extract<EndReason, 'early-stop' | 'epochs'> | undefined {
  const last = history.at(-1);
  if (last !== undefined && stopsEarly(last, options)) return 'early-stop';
  return epochs >= options.epochs ? 'epochs' : undefined;
}
