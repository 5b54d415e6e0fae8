import type {Split, SplitData} from '../dataset/dataset.js';
import {UserError} from '../errors.js';
import {exitCodes} from '../exit-codes.js';
import {commandLine} from '../invocation.js';

/** Digits that follow one another in a split: from the first to the last, both included. */
export type IndexRange = {readonly first: number; readonly last: number};

const wrong = (command: string, message: string): UserError => new UserError(`${command}: ${message}`, exitCodes.usage);

/**
 * The indices on a command line: numbers (`200`) and ranges (`3-7`).
 * @throws UserError (exit code 2) when there is none, or one is neither
 */
export function readIndices(command: string, texts: readonly string[]): IndexRange[] {
  checkSome(command, texts);
  return texts.map(text => {
    const range = readRange(command, text);
    if (range !== undefined) return range;
    throw wrong(command, `index "${text}"; wanted a whole number from 0 on, or a range such as 3-7`);
  });
}

/**
 * Checks that something is named.
 * @throws UserError (exit code 2)
 */
export function checkSome(command: string, texts: readonly string[]): void {
  if (texts.length === 0) throw wrong(command, `which digit? For example: ${commandLine(`${command} 200`)}`);
}

/**
 * An index or a range; undefined for a text that is neither.
 * @throws UserError (exit code 2) for a range that runs backwards
 */
export function readRange(command: string, text: string): IndexRange | undefined {
  const [, from, to = from] = /^(\d{1,15})(?:-(\d{1,15}))?$/.exec(text) ?? [];
  if (from === undefined || to === undefined) return undefined;
  const range = {first: Number(from), last: Number(to)};
  if (range.last >= range.first) return range;
  throw wrong(command, `range "${text}" runs backwards; wanted ${range.last}-${range.first}`);
}

/**
 * Every index of some ranges, in their order.
 * @throws UserError (exit code 2) when the split has no such digit
 */
export function indicesOf(ranges: readonly IndexRange[], split: Split, {count}: SplitData): number[] {
  return ranges.flatMap(({first, last}) => {
    if (last >= count) {
      throw new UserError(`index ${Math.max(first, count)}: the ${split} split has 0 to ${count - 1}`, exitCodes.usage);
    }
    return Array.from({length: last - first + 1}, (_, place) => first + place);
  });
}
