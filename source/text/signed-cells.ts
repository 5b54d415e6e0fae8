import {painted, type Sign} from './canvas.js';
import type {Theme} from './theme.js';

/**
 * Signed numbers, row by row, as shares of the one that is drawn as strongly as can be: orange, or `+` and `#`, above 0,
 * blue, or `-` and `=`, below. What is not a number is grey.
 */
export type SignedCells = {readonly shares: Float64Array; readonly columns: number};

/** Colours from nothing to the strongest, and grey. */
type Ramp = {readonly more: readonly number[]; readonly less: readonly number[]; readonly grey: number};

const ramps256: Readonly<Record<Theme['background'], Ramp>> = {
  dark: {more: [16, 58, 94, 130, 172, 214], less: [16, 17, 19, 26, 33, 75], grey: 237},
  light: {more: [231, 230, 223, 215, 208, 166], less: [231, 195, 153, 111, 69, 26], grey: 252},
};

/** The same in codes of text; those of its ground are 10 more. */
const ramps16: Readonly<Record<Theme['background'], Ramp>> = {
  dark: {more: [30, 33, 93], less: [30, 34, 94], grey: 90},
  light: {more: [97, 93, 33], less: [97, 94, 34], grey: 37},
};

/** The signs of numbers, growing. */
const alphabets = {unicode: {more: '▒▓', less: '-='}, ascii: {more: '+#', less: '-='}} as const;

/** The signs of numbers above 0 and below. */
export const signsOf = ({unicode}: Pick<Theme, 'unicode'>): {readonly more: string; readonly less: string} =>
  unicode ? alphabets.unicode : alphabets.ascii;

/** How many of the steps a number reaches. */
const levelOf = (share: number, steps: readonly number[]): number =>
  steps.filter(step => Math.abs(share) >= step).length;

/**
 * The numbers in half blocks, two rows a line; with `isWide`, in two columns each and a row a line.
 * @param steps the shares from which on they have the next colour: five, or of 16 colours two
 */
export function blockLines(
  {shares, columns}: SignedCells,
  steps: readonly number[],
  {greys, background}: Theme,
  isWide = false,
): string[] {
  const is256 = greys === 26;
  const ramp = (is256 ? ramps256 : ramps16)[background];
  const toneOf = (share: number): number =>
    Number.isNaN(share) ? ramp.grey : (share > 0 ? ramp.more : ramp.less)[levelOf(share, steps)];
  const text = (tone: number): string => (is256 ? `38;5;${tone}` : String(tone));
  const ground = (tone: number): string => (is256 ? `48;5;${tone}` : String(tone + 10));
  const rows = isWide ? 1 : 2;
  return Array.from({length: shares.length / columns / rows}, (_, line) => {
    const [upper, lower] = [line * rows * columns, (line * rows + 1) * columns];
    let drawn = '';
    let last = '';
    for (let column = 0; column < columns; column++) {
      const own = toneOf(shares[upper + column]);
      const code = isWide ? ground(own) : `${text(own)};${ground(toneOf(shares[lower + column]))}`;
      drawn += `${code === last ? '' : `\u001B[${code}m`}${isWide ? '  ' : '▀'}`;
      last = code;
    }
    return `${drawn}\u001B[${isWide ? '49' : '39;49'}m`;
  });
}

/**
 * The numbers in signs.
 * @param steps the two shares from which on they have the first and the second sign
 * @param blanks what stands for next to nothing, and for grey
 * @param width columns of each
 */
export function signLines(
  {shares, columns}: SignedCells,
  steps: readonly number[],
  blanks: {readonly nothing: Sign; readonly grey: Sign},
  theme: Pick<Theme, 'unicode' | 'paint'>,
  width = 1,
): string[] {
  const signs = signsOf(theme);
  const signOf = (share: number): Sign => {
    if (Number.isNaN(share)) return blanks.grey;
    const level = levelOf(share, steps);
    const role = share > 0 ? 'more' : 'less';
    return level === 0 ? blanks.nothing : {sign: signs[role].charAt(level - 1), role};
  };
  return Array.from({length: shares.length / columns}, (_, line) =>
    painted(
      Array.from(shares.subarray(line * columns, (line + 1) * columns), share => {
        const {sign, role} = signOf(share);
        return {sign: sign.repeat(width), role};
      }),
      theme.paint,
    ),
  );
}
