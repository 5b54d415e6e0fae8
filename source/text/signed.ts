import {side} from '../network/architecture.js';
import {meansOf} from './means.js';
import {blockLines, signLines, signsOf} from './signed-cells.js';
import type {Theme} from './theme.js';

/** Signs that grow; and where there is ink, and next to no number. */
export const signs = {...signsOf({unicode: false}), ink: '.'} as const;

/**
 * The shares from which on a number has the next colour, and the next sign. Most numbers are small, and would not be seen:
 * so the faintest colour is left out.
 */
const steps = {tones: [0.04, 0.04, 0.15, 0.35, 0.65], signs: [0.08, 0.4]} as const;

/** The width at which each number has two columns and a line of its own. */
const wholeWidth = 2 * side;

/**
 * A picture of 784 signed numbers: orange, or `+` and `#`, for those above 0, blue, or `-` and `=`, for those below.
 * @param ink 784 pixels of 0 to 255, drawn faintly where there is next to no number
 * @param columns 14, 28 or 56; half as many lines
 * @param art letters, also where the terminal could show blocks
 */
export function signedPicture(
  values: ArrayLike<number>,
  ink: Uint8Array,
  columns: 14 | 28 | 56,
  art: 'blocks' | 'ascii',
  theme: Theme,
): string[] {
  const isWhole = columns === wholeWidth;
  const isSigns = isInSigns(columns, art, theme);
  const [rows, across] = [isSigns || isWhole ? columns / 2 : columns, Math.min(side, columns)];
  const least = isSigns ? steps.signs[0] : steps.tones[0];
  const shares = withInk(meansOf(values, rows, across), meansOf(ink, rows, across), least);
  const cells = {shares, columns: across};
  if (!isSigns) return blockLines(cells, steps.tones, theme, isWhole);
  const blanks = {nothing: {sign: ' ', role: undefined}, grey: {sign: signs.ink, role: undefined}};
  return signLines(cells, steps.signs, blanks, {...theme, unicode: false}, isWhole ? 2 : 1);
}

/** Numbers as shares of the largest; grey where there is ink and less than a share. */
function withInk(means: Float64Array, ink: Float64Array, least: number): Float64Array {
  const most = means.reduce((largest, mean) => Math.max(largest, Math.abs(mean)), 0) || 1;
  const shareOf = (share: number, place: number): number => {
    if (Math.abs(share) >= least) return share;
    return (ink[place] ?? 0) > 0 ? Number.NaN : 0;
  };
  return means.map((mean, place) => shareOf(mean / most, place));
}

/** Whether a picture is drawn in signs: where the terminal has too few colours for blocks, or no blocks. */
export const isInSigns = (columns: number, art: 'blocks' | 'ascii', {greys, unicode}: Theme): boolean =>
  greys < 26 || art === 'ascii' || (!unicode && columns !== wholeWidth);
