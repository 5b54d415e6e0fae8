import {side} from '../network/architecture.js';
import type {Theme} from './theme.js';

/** Columns of a pixel's number with the blank before it, and one more behind the last. */
const cell = 4;

/** A part of a digit's pixels. */
export type PixelWindow = {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
};

/** The columns that some columns of pixels take. */
export const widthOf = (columns: number): number => columns * cell + 1;

/** As many pixels around one as there is room for, at the edge no further than to it. */
export function windowAround(pixel: number, size: {readonly columns: number; readonly lines: number}): PixelWindow {
  const rows = Math.max(1, Math.min(side, size.lines));
  const columns = Math.max(1, Math.min(side, Math.floor((size.columns - 1) / cell)));
  const start = (at: number, count: number): number =>
    Math.max(0, Math.min(side - count, at - Math.floor((count - 1) / 2)));
  return {top: start(Math.floor(pixel / side), rows), left: start(pixel % side, columns), rows, columns};
}

/**
 * The raw numbers of some pixels, a line a row; that under the cursor stands in brackets.
 * @param pixels 784 pixels of 0 to 255
 * @param cursor one of them, 0 to 783
 */
export function pixelNumbers(
  pixels: Uint8Array,
  cursor: number,
  {top, left, rows, columns}: PixelWindow,
  {paint}: Theme,
): string[] {
  return Array.from({length: rows}, (_, row) => {
    const start = (top + row) * side + left;
    const numbers = Array.from(pixels.subarray(start, start + columns), value => String(value).padStart(cell));
    const at = cursor - start;
    const line = `${numbers.join('')} `;
    if (at < 0 || at >= columns) return line;
    const marked = `[${String(pixels[cursor] ?? 0).padStart(cell - 1)}]`;
    return `${line.slice(0, at * cell)}${paint('accent', marked)}${line.slice((at + 1) * cell + 1)}`;
  });
}
