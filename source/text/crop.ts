import {plainColumns} from './columns.js';

/** A colour sequence, or one character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a colour sequence begins with one
const piece = /\u001B\[[\d;]*m|[\s\S]/gu;

/**
 * A line cut to a width. Every character counts as one column, as all that the panels draw do; colour sequences count
 * as none and are all kept, so that what was switched on is switched off.
 */
export function crop(line: string, width: number): string {
  if (line.length <= width || (plainColumns(line) ?? width + 1) <= width) return line;
  let columns = 0;
  let result = '';
  for (const [text] of line.matchAll(piece)) {
    if (text.startsWith('\u001B')) result += text;
    else if (columns < width) {
      result += text;
      columns++;
    }
  }
  return result;
}
