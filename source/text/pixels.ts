import {side} from '../network/architecture.js';
import {meansOf} from './means.js';
import type {Background} from './paint.js';

const ramps = {unicode: ' ░▒▓█', ascii: ' .:-=+*#%@'};

/** How many greys the terminal shows: none, the four of 16 colours, or the 26 of 256. */
export type Greys = 0 | 4 | 26;

/**
 * A digit in half blocks, 28 columns × 14 lines: each character shows two pixels, one above the other.
 * @param pixels 784 values of 0 to 255
 * @param scale pixels of the digit for each pixel shown: 1, or 2 for 14 columns × 7 lines
 */
export function halfBlocks(pixels: Uint8Array, greys: 4 | 26, scale: 1 | 2, background: Background = 'dark'): string[] {
  const size = side / scale;
  const shown = meansOf(pixels, size, size);
  const level = (row: number, column: number): number => levelOf(shown[row * size + column], greys, background);
  const [ink, paper] = greys === 26 ? [foreground256, background256] : [foreground16, background16];
  return Array.from({length: size / 2}, (_, line) => {
    let text = '';
    let last = '';
    for (let column = 0; column < size; column++) {
      const code = `\u001B[${ink(level(2 * line, column))};${paper(level(2 * line + 1, column))}m`;
      text += code === last ? '▀' : `${code}▀`;
      last = code;
    }
    return `${text}\u001B[39;49m`;
  });
}

/** One character of two pixels of 0 to 255, one above the other; colours stay switched on behind it. */
export function blockOf(upper: number, lower: number, greys: 4 | 26, background: Background): string {
  const [ink, paper] = greys === 26 ? [foreground256, background256] : [foreground16, background16];
  return `\u001B[${ink(levelOf(upper, greys, background))};${paper(levelOf(lower, greys, background))}m▀`;
}

/** A digit in whole blocks, 56 columns × 28 lines: each pixel is two spaces on its grey. */
export function wholeBlocks(pixels: Uint8Array, greys: 4 | 26, background: Background = 'dark'): string[] {
  const paper = greys === 26 ? background256 : background16;
  return Array.from({length: side}, (_, row) => {
    let text = '';
    let last = '';
    for (let column = 0; column < side; column++) {
      const code = `\u001B[${paper(levelOf(pixels[row * side + column], greys, background))}m`;
      text += code === last ? '  ' : `${code}  `;
      last = code;
    }
    return `${text}\u001B[49m`;
  });
}

/**
 * A digit as characters of growing darkness.
 * @param columns width in characters, lines the height; each character is the mean of the pixels that it covers
 */
export function characterArt(pixels: Uint8Array, columns: number, lines: number, unicode: boolean): string[] {
  const shown = meansOf(pixels, lines, columns);
  return Array.from({length: lines}, (_, line) =>
    Array.from({length: columns}, (_, column) => characterOf(shown[line * columns + column], unicode)).join(''),
  );
}

/** One character as dark as a value of 0 to 255. Faint ink must not vanish: only 0 is blank. */
export function characterOf(value: number, unicode: boolean): string {
  const ramp = unicode ? ramps.unicode : ramps.ascii;
  return value === 0 ? ' ' : (ramp[Math.max(1, Math.round((value * (ramp.length - 1)) / 255))] ?? ' ');
}

/** A pixel's grey, from black to white: light ink on a dark background, dark ink on a light one. */
function levelOf(value: number, greys: 4 | 26, background: Background): number {
  const level = Math.round((value * (greys - 1)) / 255);
  return background === 'dark' ? level : greys - 1 - level;
}

// 256 colours: black, 24 greys, white. 16 colours: black, bright black, white, bright white.
const grey256 = (level: number): number => (level === 0 ? 16 : level === 25 ? 231 : 231 + level);
const foreground256 = (level: number): string => `38;5;${grey256(level)}`;
const background256 = (level: number): string => `48;5;${grey256(level)}`;
const foreground16 = (level: number): string => String([30, 90, 37, 97][level]);
const background16 = (level: number): string => String([40, 100, 47, 107][level]);
