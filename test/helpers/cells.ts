import type {IBufferCell, Terminal} from '@xterm/headless';

/** A character of a screen and its colours, as #rrggbb; without `back` it stands on the screen's paper. */
export type Cell = {
  readonly sign: string;
  readonly front: string;
  readonly back: string | undefined;
  readonly bold: boolean;
};

/** A screen: rows of cells. */
export type Cells = readonly (readonly Cell[])[];

/** The colours of a terminal that has none of its own: of the background, and of text. */
export type Ground = {readonly paper: string; readonly ink: string};

export const grounds: Readonly<Record<'dark' | 'light', Ground>> = {
  dark: {paper: '#101418', ink: '#d7dce0'},
  light: {paper: '#ffffff', ink: '#24292f'},
};

const basic = ['#000000', '#d9534f', '#5fb760', '#d8b44a', '#4a90d9', '#b07cc6', '#45b5c4', '#c8ccd0'];
const bright = ['#6b7278', '#ff7b72', '#7ee787', '#f2cc60', '#79c0ff', '#d2a8ff', '#76e3ea', '#ffffff'];
/** How much of a cell a shade covers. */
const shades: Readonly<Record<string, number>> = {'░': 0.25, '▒': 0.5, '▓': 0.75};
/** How much of its colour faint text keeps. */
const faint = 0.6;

const hex = (parts: readonly number[]): string =>
  `#${parts.map(part => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** A colour of the 256 by its number. */
function paletteColor(index: number): string {
  if (index < 8) return basic[index];
  if (index < 16) return bright[index - 8];
  const level = (step: number): number => (step === 0 ? 0 : 55 + 40 * step);
  const grey = 8 + 10 * (index - 232);
  return hex(
    index >= 232
      ? [grey, grey, grey]
      : [Math.floor((index - 16) / 36), Math.floor((index - 16) / 6) % 6, (index - 16) % 6].map(level),
  );
}

/** `part` of one colour over the rest of another. */
function mixed(over: string, under: string, part: number): string {
  const partsOf = (color: string): number[] => [1, 3, 5].map(at => Number.parseInt(color.slice(at, at + 2), 16));
  const below = partsOf(under);
  return hex(partsOf(over).map((value, index) => part * value + (1 - part) * below[index]));
}

/** A cell as it is drawn: inverse, faint and shaded ones become plain colours. */
function cellOf(from: IBufferCell, {paper, ink}: Ground): Cell {
  const fore = from.isFgDefault() ? ink : paletteColor(from.getFgColor());
  const behind = from.isBgDefault() ? undefined : paletteColor(from.getBgColor());
  const [front, back] = from.isInverse() ? [behind ?? paper, fore] : [fore, behind];
  const sign = from.getChars();
  if (sign.trim() === '') return {sign: ' ', front: ink, back, bold: false};
  const part = (shades[sign] ?? 1) * (from.isDim() ? faint : 1);
  return {
    sign: sign in shades ? '█' : sign,
    front: part === 1 ? front : mixed(front, back ?? paper, part),
    back,
    bold: from.isBold() !== 0,
  };
}

/** What a terminal shows. */
export function cellsOf({buffer: {active}, rows, cols}: Terminal, ground: Ground): Cells {
  return Array.from({length: rows}, (_, row) =>
    Array.from({length: cols}, (_, column) => {
      const found = active.getLine(active.viewportY + row)?.getCell(column);
      return found === undefined ? {sign: ' ', front: ground.ink, back: undefined, bold: false} : cellOf(found, ground);
    }),
  );
}
