import type {Role} from './paint.js';
import {smallDigit} from './small-digit.js';
import type {Theme} from './theme.js';

/** A small picture with a text below it. */
export type Picture = {readonly pixels: Uint8Array; readonly caption: string; readonly role: Role};

/** What stands below a picture in the place of its answer while that is hidden. */
export const hidden = '?';

/** The size of a picture without its caption, in characters. */
export type PictureSize = {readonly columns: number; readonly lines: number};

/** Columns between two pictures at least. */
export const pictureGap = 1;

/** How many pictures stand beside each other in a width. */
export const picturesPerRow = (width: number, {columns}: PictureSize): number =>
  Math.max(1, Math.floor((width + pictureGap) / (columns + pictureGap)));

/**
 * Pictures beside each other, and their captions below them.
 * @param pitch columns from one picture to the next
 * @returns one line more than a picture has
 */
export function pictureRow(
  row: readonly Picture[],
  pitch: number,
  size: PictureSize,
  {unicode, paint}: Theme,
): string[] {
  const drawn = row.map(({pixels}) => smallDigit(pixels, size.columns, size.lines, unicode));
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, index) => {
        const shown = index === texts.length - 1 ? text.trimEnd() : text.padEnd(pitch).slice(0, pitch);
        return paint(row[index]?.role ?? 'dim', shown);
      })
      .join('');
  return [
    ...Array.from({length: size.lines}, (_, index) => line(drawn.map(lines => lines[index] ?? ''))),
    line(row.map(({caption}) => caption)),
  ];
}

/** Pictures in rows, as many as there is room for. */
export function gallery(
  pictures: readonly Picture[],
  width: number,
  lines: number,
  size: PictureSize,
  theme: Theme,
): string[] {
  const perRow = picturesPerRow(width, size);
  const rows = Math.floor(lines / (size.lines + 1));
  return Array.from({length: Math.min(rows, Math.ceil(pictures.length / perRow))}, (_, row) =>
    pictureRow(pictures.slice(row * perRow, (row + 1) * perRow), size.columns + pictureGap, size, theme),
  ).flat();
}

/**
 * Which of some pictures in rows stands at a place, counted from 0; undefined to the right of them.
 * @param pitch columns from one picture to the next
 * @param lines lines of a picture without its caption
 */
export function pictureAt(
  {column, line}: {readonly column: number; readonly line: number},
  perRow: number,
  pitch: number,
  lines: number,
): number | undefined {
  const place = Math.floor(column / pitch);
  return place < perRow ? Math.floor(line / (lines + 1)) * perRow + place : undefined;
}
