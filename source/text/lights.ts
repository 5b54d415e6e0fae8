import {blockOf} from './pixels.js';
import type {Theme} from './theme.js';

/** Characters that grow brighter, the first for what never shines. */
const ramps = {unicode: ' ░▒▓█', ascii: ' .:+#'};

/** Whether the upper, the lower or both of two lights shine, where there is no room to say how brightly. */
const pairs = {unicode: ' ▀▄█', ascii: " '.:"};

/** The share from which on a light is as bright as can be. */
const brightest = 0.5;

/** How bright a share is, 0 to 1: what shines at all is well above 0. */
const brightness = (share: number): number =>
  share <= 0 ? 0 : 0.25 + 0.75 * Math.sqrt(Math.min(1, share / brightest));

/**
 * Lights, each as bright as its share of 0 to 1, and dark at 0: two to a character, one above the other, where that is
 * needed or the terminal shows greys.
 * @returns at most `lines` lines of at most `width` columns; lights beyond them are left out
 */
export function lights(shares: ArrayLike<number>, width: number, lines: number, theme: Theme): string[] {
  const {unicode, greys, background} = theme;
  const isPaired = (unicode && greys > 0) || shares.length > width * lines;
  const rows = Math.max(1, isPaired ? 2 * lines : lines);
  const perRow = Math.min(width, Math.ceil(shares.length / Math.min(rows, shares.length)));
  const at = (row: number, column: number): number => shares[row * perRow + column] ?? 0;
  const shownRows = Math.ceil(Math.min(shares.length, rows * perRow) / perRow);
  return Array.from({length: Math.ceil(shownRows / (isPaired ? 2 : 1))}, (_, line) => {
    const columns = Array.from({length: perRow}, (_, column) => column);
    if (!isPaired) return columns.map(column => rampSign(at(line, column), unicode)).join('');
    const pair = (column: number): [number, number] => [at(2 * line, column), at(2 * line + 1, column)];
    if (!unicode || greys === 0) return columns.map(column => pairSign(...pair(column), unicode)).join('');
    const signs = columns.map(column => {
      const [upper = 0, lower = 0] = pair(column).map(share => Math.round(255 * brightness(share)));
      return blockOf(upper, lower, greys, background);
    });
    return `${signs.join('')}\u001B[39;49m`;
  });
}

function rampSign(share: number, unicode: boolean): string {
  const ramp = unicode ? ramps.unicode : ramps.ascii;
  return ramp[Math.round(brightness(share) * (ramp.length - 1))] ?? ' ';
}

const pairSign = (upper: number, lower: number, unicode: boolean): string =>
  (unicode ? pairs.unicode : pairs.ascii)[(upper > 0 ? 1 : 0) + (lower > 0 ? 2 : 0)] ?? ' ';
