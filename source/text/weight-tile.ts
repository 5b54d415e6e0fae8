import {meansOf} from './means.js';
import {blockLines, signLines} from './signed-cells.js';
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

/** The shares from which on a value has the next of 256 colours, of 16, and the next sign. */
const steps = {tones256: [0.1, 0.3, 0.5, 0.7, 0.9], tones16: [0.25, 0.75], signs: [0.15, 0.5]} as const;

/**
 * A picture of 784 values, each character or half of one the mean of the lit pixels that it covers.
 * @param columns 28 divided by a whole number, or less
 * @returns exactly `lines` lines of `columns` columns
 */
export function weightTile(
  {values, strongest, lit}: TileValues,
  columns: number,
  lines: number,
  theme: Theme,
): string[] {
  const isColoured = theme.unicode && theme.greys > 0;
  const means = meansOf(values, isColoured ? 2 * lines : lines, columns, lit);
  const cells = {shares: means.map(mean => mean / strongest), columns};
  if (isColoured) return blockLines(cells, theme.greys === 26 ? steps.tones256 : steps.tones16, theme);
  const nothing = {sign: theme.unicode ? '·' : '.', role: 'dim'} as const;
  return signLines(cells, steps.signs, {nothing, grey: {sign: ' ', role: undefined}}, theme);
}
