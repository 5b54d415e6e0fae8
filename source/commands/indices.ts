import type {Split, SplitData} from '../dataset/dataset.js';
import {UserError} from '../errors.js';

/**
 * The indices on a command line.
 * @throws UserError (exit code 2) when there is none, or one is not a whole number
 */
export function readIndices(command: string, texts: readonly string[]): number[] {
  if (texts.length === 0) throw new UserError(`${command}: which digit? For example: mnist-tui ${command} 200`, 2);
  return texts.map(text => {
    if (!/^\d{1,9}$/.test(text)) throw new UserError(`${command}: index "${text}"; wanted a whole number from 0 on`, 2);
    return Number(text);
  });
}

/** @throws UserError (exit code 2) when a split has no such digit */
export function checkIndex(index: number, split: Split, {count}: SplitData): void {
  if (index >= count) throw new UserError(`index ${index}: the ${split} split has 0 to ${count - 1}`, 2);
}
