import {side} from '../network/architecture.js';
import type {Role} from './paint.js';
import type {Theme} from './theme.js';

/** Signs that grow; where there is ink, and next to no number; and where there is neither. */
export const signs = {more: '+#', less: '-=', ink: '.', paper: ' '} as const;

/** From which share of the largest value on a cell is drawn in the role's first, second … tone or sign. */
const steps = {tones: [0.04, 0.15, 0.35, 0.65], signs: [0.08, 0.4]} as const;

/** Tones of the 256 colours, growing away from the background; of ink, and of paper. */
const tones = {
  dark: {more: [94, 130, 172, 214], less: [18, 25, 32, 75], ink: 238, paper: 16},
  light: {more: [223, 215, 172, 130], less: [153, 111, 32, 26], ink: 252, paper: 231},
} as const;

/** The width at which each number has two columns and a line of its own. */
const wholeWidth = 2 * side;

/** What there is to draw of a cell. */
type Cell = {readonly value: number; readonly hasInk: boolean};

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
  const lines = columns / 2;
  const isWhole = columns === wholeWidth;
  if (isInSigns(columns, art, theme)) {
    const cells = cellsOf(values, ink, lines, isWhole ? side : columns);
    const most = largest(cells);
    return cells.map(row => signLine(row, most, isWhole ? 2 : 1, theme));
  }
  const cells = cellsOf(values, ink, isWhole ? lines : 2 * lines, isWhole ? side : columns);
  const most = largest(cells);
  const toneOf = (cell: Cell | undefined): number => tone(cell, most, theme);
  if (isWhole) return cells.map(row => `${row.map(cell => `\u001B[48;5;${toneOf(cell)}m  `).join('')}\u001B[49m`);
  return Array.from({length: lines}, (_, line) => {
    const [upper = [], lower = []] = cells.slice(2 * line);
    const blocks = upper.map((cell, column) => `\u001B[38;5;${toneOf(cell)};48;5;${toneOf(lower[column])}m▀`);
    return `${blocks.join('')}\u001B[39;49m`;
  });
}

/** Whether a picture is drawn in signs: where the terminal has too few colours for blocks, or no blocks. */
export const isInSigns = (columns: number, art: 'blocks' | 'ascii', {greys, unicode}: Theme): boolean =>
  greys < 26 || art === 'ascii' || (!unicode && columns !== wholeWidth);

/** The numbers in so many rows and columns, each the sum of those that it covers. */
function cellsOf(values: ArrayLike<number>, ink: Uint8Array, rows: number, columns: number): Cell[][] {
  const [height, width] = [side / rows, side / columns];
  return Array.from({length: rows}, (_, row) =>
    Array.from({length: columns}, (_, column) => {
      let value = 0;
      let hasInk = false;
      for (let y = row * height; y < (row + 1) * height; y++) {
        for (let x = column * width; x < (column + 1) * width; x++) {
          value += values[y * side + x] ?? 0;
          hasInk ||= (ink[y * side + x] ?? 0) > 0;
        }
      }
      return {value, hasInk};
    }),
  );
}

const largest = (cells: readonly (readonly Cell[])[]): number =>
  cells.reduce((most, row) => row.reduce((sofar, {value}) => Math.max(sofar, Math.abs(value)), most), 0);

/** How many of some shares of the largest value a cell reaches. */
const reached = ({value}: Cell, most: number, shares: readonly number[]): number =>
  most === 0 ? 0 : shares.filter(share => Math.abs(value) >= share * most).length;

function tone(cell: Cell | undefined, most: number, {background}: Theme): number {
  const {more, less, ink, paper} = tones[background];
  const level = cell === undefined ? 0 : reached(cell, most, steps.tones);
  if (cell === undefined || level === 0) return cell?.hasInk === true ? ink : paper;
  return (cell.value > 0 ? more : less)[level - 1] ?? paper;
}

/** A row as signs; those of one role that follow one another are painted together. */
function signLine(row: readonly Cell[], most: number, width: number, {paint}: Theme): string {
  let line = '';
  let run: {role: Role | undefined; text: string} = {role: undefined, text: ''};
  const end = (): void => {
    line += run.role === undefined ? run.text : paint(run.role, run.text);
  };
  for (const cell of row) {
    const level = reached(cell, most, steps.signs);
    const role = level === 0 ? undefined : cell.value > 0 ? 'more' : 'less';
    const sign = role === undefined ? (cell.hasInk ? signs.ink : signs.paper) : (signs[role][level - 1] ?? ' ');
    if (role !== run.role) {
      end();
      run = {role, text: ''};
    }
    run.text += sign.repeat(width);
  }
  end();
  return line;
}
