import {plainColumns} from '../text/columns.js';
import {crop} from '../text/crop.js';

/** What is cut to a part of the screen: columns and rows from the first number up to the second. */
type Clip = {readonly x1?: number; readonly x2?: number; readonly y1?: number; readonly y2?: number};

/** What Ink's `Output` is told. */
export type Operation =
  | {
      readonly type: 'write';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      /** What Ink's components do to each line. */
      readonly transformers: readonly ((line: string, index: number) => string)[];
    }
  | {readonly type: 'clip'; readonly clip: Clip}
  | {readonly type: 'unclip'};

/** A text and its place in a row. */
type Part = {readonly x: number; readonly end: number; readonly text: string};

/**
 * A frame as Ink has laid it out, row by row, for the build to put before Ink's own way, which takes every character of
 * every line apart: texts that lie beside each other need no more than blanks between them.
 * @returns undefined where something lies over another, has to be cut at its left, or has characters that may take none or
 *   two columns; that is left to Ink
 */
export function rowsOf(operations: readonly Operation[], height: number): string[] | undefined {
  const rows: Part[][] = Array.from({length: height}, () => []);
  const clips: Clip[] = [];
  for (const operation of operations) {
    if (operation.type === 'clip') clips.push(operation.clip);
    else if (operation.type === 'unclip') clips.pop();
    else if (!placed(operation, clips.at(-1), rows)) return undefined;
  }
  const texts = rows.map(joined);
  return texts.every(text => text !== undefined) ? texts : undefined;
}

/** Puts a text into its rows; false where that cannot be done by whole lines. */
function placed(
  {x, y, text, transformers}: Extract<Operation, {type: 'write'}>,
  {x1 = 0, x2 = Number.POSITIVE_INFINITY, y1 = 0, y2 = Number.POSITIVE_INFINITY}: Clip = {},
  rows: readonly Part[][],
): boolean {
  for (const [index, written] of text.split('\n').entries()) {
    const line = transformers.reduce((changed, transform) => transform(changed, index), written);
    const columns = plainColumns(line);
    if (columns === undefined || x < x1) return false;
    const row = y + index;
    if (row < y1 || row >= y2) continue;
    const room = x2 - x;
    rows[row]?.push({x, end: x + Math.min(columns, room), text: crop(line, room)});
  }
  return true;
}

/** A row's texts with blanks between them; undefined where two lie over each other. */
function joined(parts: Part[]): string | undefined {
  parts.sort((one, other) => one.x - other.x);
  let row = '';
  let column = 0;
  for (const {x, end, text} of parts) {
    if (x < column) return undefined;
    row += ' '.repeat(x - column) + text;
    column = end;
  }
  return row.trimEnd();
}
