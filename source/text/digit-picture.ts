import {side} from '../network/architecture.js';
import type {Role} from './paint.js';
import {blockOf, characterArt, halfBlocks, wholeBlocks} from './pixels.js';
import type {Theme} from './theme.js';

/** The sizes that an image is drawn at, in characters. */
export const pictureSizes = {
  double: {columns: 56, lines: 28},
  normal: {columns: 28, lines: 14},
  half: {columns: 14, lines: 7},
} as const;

/** See pictureSizes. */
export type DigitSize = (typeof pictureSizes)[keyof typeof pictureSizes];

/** How images are shown: in blocks where there are any, or in letters. */
type Art = 'blocks' | 'ascii';

/** How a pixel stands out. */
export type PixelMark = {
  readonly role: Role;
  /** What stands for it without colours where it is the upper and where it is the lower half of a character. */
  readonly text: readonly [upper: string, lower: string];
};

/** What stands out, by the pixel. */
export type PixelMarks = ReadonlyMap<number, PixelMark>;

const {double, half} = pictureSizes;

/** The largest of the sizes that there is room for below a title, else the smallest. */
export function sizeWithin({columns, lines}: {readonly columns: number; readonly lines: number}): DigitSize {
  const {normal} = pictureSizes;
  return [double, normal].find(size => size.columns <= columns && size.lines < lines) ?? half;
}

/** A digit as a picture. */
export function digitPicture(pixels: Uint8Array, art: Art, size: DigitSize, theme: Theme): readonly string[] {
  const {greys, background} = theme;
  if (isInLetters(art, size, theme)) return letters(pixels, art, size, theme);
  // Without greys an image is in letters; the compiler does not see it.
  const shades = greys === 0 ? 4 : greys;
  return size === double
    ? wholeBlocks(pixels, shades, background)
    : halfBlocks(pixels, shades, size === half ? 2 : 1, background);
}

/** The same as a command prints it: as small as its pixels can be told apart; in ASCII where there are no colours. */
export function printedDigit(pixels: Uint8Array, art: Art, theme: Theme): readonly string[] {
  const isInBlocks = art === 'blocks' && theme.greys > 0;
  const size = isInBlocks && theme.unicode ? pictureSizes.normal : double;
  return digitPicture(pixels, isInBlocks ? 'blocks' : 'ascii', size, theme);
}

/** A digit as a picture whose marked pixels stand out. */
export function markedPicture(
  pixels: Uint8Array,
  marks: PixelMarks,
  art: Art,
  size: DigitSize,
  theme: Theme,
): readonly string[] {
  if (marks.size === 0) return digitPicture(pixels, art, size, theme);
  return isInLetters(art, size, theme)
    ? markedLetters(letters(pixels, art, size, theme), marks, size, theme)
    : markedBlocks(pixels, marks, size, theme);
}

const isInLetters = (art: Art, size: DigitSize, {greys, unicode}: Theme): boolean =>
  art === 'ascii' || greys === 0 || (!unicode && size !== double);

const letters = (pixels: Uint8Array, art: Art, {columns, lines}: DigitSize, {unicode}: Theme): string[] =>
  characterArt(pixels, columns, lines, unicode && art === 'blocks');

function markedLetters(drawn: readonly string[], marks: PixelMarks, size: DigitSize, {paint}: Theme): string[] {
  const cells = drawn.map(line => [...line]);
  const [across, down] = [size.columns / side, size.lines / side];
  for (const [pixel, {role, text}] of marks) {
    const y = Math.floor(pixel / side);
    const column = Math.floor((pixel % side) * across);
    const isLower = ((y * down) % 1) * 2 >= 1;
    const row = cells[Math.floor(y * down)];
    for (let at = column; at < column + Math.max(1, across); at++)
      row?.splice(at, 1, paint(role, text[isLower ? 1 : 0]));
  }
  return cells.map(row => row.join(''));
}

/** Blocks of which some have the colour of a mark: half a character is a pixel, or two characters are. */
function markedBlocks(pixels: Uint8Array, marks: PixelMarks, size: DigitSize, theme: Theme): string[] {
  const {background, paint, unicode} = theme;
  const greys = theme.greys === 4 ? 4 : 26;
  const isWide = size === double;
  const scale = size === half ? 2 : 1;
  const code = (upper: number, lower: number): string => blockOf(upper, lower, greys, background).slice(0, -1);
  return Array.from({length: size.lines}, (_, line) => {
    let text = '';
    let last = '';
    for (let column = 0; column < side / scale; column++) {
      const [upper, lower] = isWide
        ? [spotOf(pixels, marks, column, line, 1), undefined]
        : [0, 1].map(below => spotOf(pixels, marks, column, 2 * line + below, scale));
      if (upper === undefined) continue;
      const mark = upper.mark ?? lower?.mark;
      if (mark === undefined) {
        const colours = code(upper.ink, lower?.ink ?? upper.ink);
        text += `${colours === last ? '' : colours}${isWide ? '  ' : '▀'}`;
        last = colours;
        continue;
      }
      const rest = upper.mark === undefined ? upper.ink : (lower?.ink ?? upper.ink);
      const halves = upper.mark === undefined ? '▄' : lower?.mark === undefined ? '▀' : '█';
      const wide = unicode ? '██' : mark.text[0].repeat(2);
      text += `${code(rest, rest)}${paint(mark.role, isWide ? wide : halves)}`;
      last = '';
    }
    return `${text}\u001B[39;49m`;
  });
}

/** The mean ink of as many pixels as are shown as one, and the first mark among them. */
function spotOf(
  pixels: Uint8Array,
  marks: PixelMarks,
  column: number,
  row: number,
  scale: number,
): {readonly ink: number; readonly mark: PixelMark | undefined} {
  let ink = 0;
  let mark: PixelMark | undefined;
  for (let y = row * scale; y < (row + 1) * scale; y++) {
    for (let x = column * scale; x < (column + 1) * scale; x++) {
      ink += pixels[y * side + x] ?? 0;
      mark ??= marks.get(y * side + x);
    }
  }
  return {ink: ink / scale ** 2, mark};
}
