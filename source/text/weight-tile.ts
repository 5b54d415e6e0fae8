import {side} from '../network/architecture.js';
import type {Theme} from './theme.js';

/** Values of 784 pixels to be drawn: positive, orange and `+`, or negative, blue and `-`. */
export type TileValues = {
  /** 784 numbers */
  readonly values: ArrayLike<number>;
  /** The value that is drawn as strongly as can be; above 0. */
  readonly strongest: number;
  /** For each pixel 0 where no digit ever has ink: those are grey, or blank. */
  readonly lit: ArrayLike<number>;
};

/** Colours of 256 from nothing to the strongest, and of a pixel that is never lit. Of 16 colours a level has one. */
type Ramp = {readonly more: readonly number[]; readonly less: readonly number[]; readonly never: number};

const ramps256: Readonly<Record<Theme['background'], Ramp>> = {
  dark: {more: [16, 58, 94, 130, 172, 214], less: [16, 17, 19, 26, 33, 75], never: 236},
  light: {more: [231, 230, 223, 215, 208, 166], less: [231, 195, 153, 111, 69, 26], never: 252},
};

/** The same in codes of text; those of its ground are 10 more. */
const ramps16: Readonly<Record<Theme['background'], Ramp>> = {
  dark: {more: [30, 33, 93], less: [30, 34, 94], never: 90},
  light: {more: [97, 93, 33], less: [97, 94, 34], never: 37},
};

/** Characters for positive and negative values of growing strength, the first for almost nothing. */
const signs = {
  unicode: {more: ['·', '▒', '▓'], less: ['·', '-', '=']},
  ascii: {more: ['.', '+', '#'], less: ['.', '-', '=']},
};

/** The characters that say so of the strongest, where there are no colours. */
export const strongSigns = ({unicode}: Theme): {readonly more: string; readonly less: string} => {
  const {more, less} = unicode ? signs.unicode : signs.ascii;
  return {more: `${more[1]}${more[2]}`, less: `${less[1]}${less[2]}`};
};

/** From which share of the strongest on a value is drawn as the second and the third character. */
const [faint, strong] = [0.15, 0.5];

/**
 * A picture of 784 values, each character or half of one the mean of the lit pixels that it covers.
 * @param columns 28 divided by a whole number, or less
 * @returns exactly `lines` lines of `columns` columns
 */
export function weightTile(tile: TileValues, columns: number, lines: number, theme: Theme): string[] {
  const isColoured = theme.unicode && theme.greys > 0;
  const shown = means(tile, isColoured ? 2 * lines : lines, columns);
  const lineOf = (line: number): string =>
    isColoured ? colouredLine(shown, line, columns, theme) : plainLine(shown, line, columns, theme);
  return Array.from({length: lines}, (_, line) => lineOf(line));
}

/** The means as shares of the strongest, row by row; not a number where no pixel is ever lit. */
function means({values, strongest, lit}: TileValues, rows: number, columns: number): Float32Array {
  const shown = new Float32Array(rows * columns);
  const [tops, lefts] = [edges(rows), edges(columns)];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let [sum, count] = [0, 0];
      for (let y = tops[row]; y < tops[row + 1]; y++) {
        for (let x = lefts[column]; x < lefts[column + 1]; x++) {
          if (lit[y * side + x] === 0) continue;
          sum += values[y * side + x];
          count++;
        }
      }
      shown[row * columns + column] = sum / count / strongest;
    }
  }
  return shown;
}

/** Where each of so many parts of a side begins, and where the last ends. */
const edges = (parts: number): number[] =>
  Array.from({length: parts + 1}, (_, part) => Math.floor((part * side) / parts));

/** Two rows of values in half blocks. */
function colouredLine(shown: Float32Array, line: number, columns: number, {greys, background}: Theme): string {
  const ramp = (greys === 26 ? ramps256 : ramps16)[background];
  const colour = (row: number, column: number): number => colourOf(ramp, shown[row * columns + column]);
  let text = '';
  let last = '';
  for (let column = 0; column < columns; column++) {
    const [upper, lower] = [colour(2 * line, column), colour(2 * line + 1, column)];
    const code = greys === 26 ? `\u001B[38;5;${upper};48;5;${lower}m` : `\u001B[${upper};${lower + 10}m`;
    text += code === last ? '▀' : `${code}▀`;
    last = code;
  }
  return `${text}\u001B[39;49m`;
}

function colourOf({more, less, never}: Ramp, value: number): number {
  if (Number.isNaN(value)) return never;
  const ramp = value > 0 ? more : less;
  return ramp[Math.round(Math.min(1, Math.abs(value)) * (ramp.length - 1))];
}

function plainLine(shown: Float32Array, line: number, columns: number, {unicode, paint}: Theme): string {
  const {more, less} = unicode ? signs.unicode : signs.ascii;
  let text = '';
  for (let column = 0; column < columns; column++) {
    const value = shown[line * columns + column];
    const size = Math.abs(value);
    const level = size < faint ? 0 : size < strong ? 1 : 2;
    if (Number.isNaN(value)) text += ' ';
    else if (level === 0) text += paint('dim', more[0]);
    else text += value > 0 ? paint('more', more[level]) : paint('less', less[level]);
  }
  return text;
}
