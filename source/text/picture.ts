import {type Grey, resize} from '../dataset/pictures/grey.js';
import {blockOf, characterOf} from './pixels.js';
import type {Theme} from './theme.js';

/** Columns of the widest picture, and twice the lines of the highest. */
const longest = 56;

/**
 * A picture of any size in at most 56 columns × 28 lines: in half blocks where there are greys, else in characters.
 * @param picture values of 0 to 255
 * @param bright whether large values are light, as in a photo; else they are ink
 */
export function drawPicture(
  picture: Grey,
  bright: boolean,
  {greys, background}: Pick<Theme, 'greys' | 'background'>,
): string[] {
  const most = Math.max(picture.width, picture.height, 1);
  const columns = Math.max(1, Math.round((longest * picture.width) / most));
  const lines = Math.max(1, Math.round((longest * picture.height) / most / 2));
  if (greys === 0) {
    const {values} = resize(picture, columns, lines);
    return rows(lines, columns, (line, column) => {
      const value = Math.round(Math.min(255, Math.max(0, values[line * columns + column])));
      return characterOf(bright ? 255 - value : value, false);
    });
  }
  const {values} = resize(picture, columns, 2 * lines);
  const at = (row: number, column: number): number => Math.min(255, Math.max(0, values[row * columns + column]));
  const drawn = rows(lines, columns, (line, column) =>
    blockOf(at(2 * line, column), at(2 * line + 1, column), greys, bright ? 'dark' : background),
  );
  return drawn.map(line => `${line}\u001B[39;49m`);
}

const rows = (lines: number, columns: number, draw: (line: number, column: number) => string): string[] =>
  Array.from({length: lines}, (_, line) => Array.from({length: columns}, (_, column) => draw(line, column)).join(''));
