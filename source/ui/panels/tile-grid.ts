import type {Size} from '../panel.js';

/** The size of a small tile, each character of which is 4 × 7 pixels of a digit. */
export const tileSize: Size = {columns: 7, lines: 4};

/** From one tile to the next: a blank column, and a line of names. */
export const pitch: Size = {columns: tileSize.columns + 1, lines: tileSize.lines + 1};

/** How many tiles stand beside each other in a width. */
export const tilesPerRow = (columns: number): number => Math.max(1, Math.floor(columns / pitch.columns));

/** How many tiles there is room for below a title. */
export const perPage = ({columns, lines}: Size): number =>
  tilesPerRow(columns) * Math.max(1, Math.floor((lines - 1) / pitch.lines));
