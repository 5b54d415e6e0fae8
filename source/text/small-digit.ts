import {side} from '../network/architecture.js';

/** Pixels at each edge that hardly any digit has ink on, and that a small picture leaves out. */
const margin = 3;

/** The mean ink from which on a quarter of a character is inked. */
const leastInk = 90;

/** Characters by their inked quarters: 1 upper left, 2 upper right, 4 lower left, 8 lower right. */
const quarters = {unicode: ' ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█', ascii: " ''\"./".concat('/#.\\').concat('\\#_###')};

/** A digit as a small picture of which each character has four inked or blank quarters. */
export function smallDigit(pixels: Uint8Array, columns: number, lines: number, unicode: boolean): string[] {
  const ramp = unicode ? quarters.unicode : quarters.ascii;
  const inked = (row: number, column: number): number =>
    meanOf(pixels, span(row, 2 * lines), span(column, 2 * columns)) > leastInk ? 1 : 0;
  return Array.from({length: lines}, (_, line) =>
    Array.from({length: columns}, (_, column) => {
      const [top, left] = [2 * line, 2 * column];
      return ramp[
        inked(top, left) + 2 * inked(top, left + 1) + 4 * inked(top + 1, left) + 8 * inked(top + 1, left + 1)
      ];
    }).join(''),
  );
}

/** The pixels from and to which one of so many equal parts of a side goes. */
function span(index: number, of: number): readonly [from: number, to: number] {
  const room = side - 2 * margin;
  const from = margin + Math.floor((index * room) / of);
  return [from, Math.max(from + 1, Math.ceil(margin + ((index + 1) * room) / of))];
}

function meanOf(
  pixels: Uint8Array,
  [top, bottom]: readonly [number, number],
  [left, right]: readonly [number, number],
): number {
  let sum = 0;
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += pixels[y * side + x] ?? 0;
  return sum / ((bottom - top) * (right - left));
}
