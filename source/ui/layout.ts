import type {Panel, Room, Size} from './panel.js';

/** A panel that has its room. */
export type Place = {
  readonly panel: Panel;
  readonly column: Panel['column'];
  /** Columns to the left of it, and lines between the header and it. */
  readonly left: number;
  readonly top: number;
  readonly size: Size;
};

/** Where everything goes. */
export type Layout = {
  readonly columns: number;
  /** Lines of the whole frame: one less than the terminal has. */
  readonly lines: number;
  /** The panels that there is room for, each column from top to bottom. */
  readonly places: readonly Place[];
};

/** The smallest terminal that shows the dashboard. */
export const smallest: Size = {columns: 40, lines: 12};

/** Columns between the left and the right panels. */
export const gap = 2;

/**
 * Where the panels go between header and footer. The left column is as wide as its first panel wants, the right one
 * takes what is left.
 * @returns undefined when the terminal is too small
 */
export function layout(columns: number, rows: number, panels: readonly Panel[]): Layout | undefined {
  if (columns < smallest.columns || rows < smallest.lines) return undefined;
  const terminal = {columns, lines: rows - 3};
  const onLeft = panels.filter(({column}) => column === 'left');
  const left = fill(onLeft, {...terminal, columns: 0}, terminal);
  const indent = left.columns === 0 ? 0 : left.columns + gap;
  const others = [
    ...onLeft.filter(panel => !left.lines.has(panel)),
    ...panels.filter(({column}) => column === 'right'),
  ];
  const right = fill(others, {...terminal, columns: columns - indent}, terminal);
  return {
    columns,
    lines: rows - 1,
    places: [...stacked(onLeft, left, 'left', 0), ...stacked(others, right, 'right', indent)],
  };
}

/** The width of a column, and the lines of each panel that has room in it. */
type Filled = {readonly columns: number; readonly lines: ReadonlyMap<Panel, number>};

/** Gives the panels of a column their room, by their rank. */
function fill(panels: readonly Panel[], column: Size, terminal: Size): Filled {
  const lines = new Map<Panel, number>();
  let {columns, lines: left} = column;
  for (const panel of panels.toSorted((one, other) => one.rank - other.rank)) {
    const room = panel.rooms.find(each => fits(each, {columns: columns || (each.width ?? 0), lines: left}, terminal));
    if (room === undefined) continue;
    columns ||= room.width ?? 0;
    const taken = Math.min(room.most, left);
    lines.set(panel, taken);
    left -= taken;
  }
  return {columns, lines};
}

/** Whether there is enough in a column that has so much left. */
function fits(room: Room, {columns, lines}: Size, terminal: Size): boolean {
  const {least, leaves = 0, terminal: needs = {columns: 0, lines: 0}} = room;
  return (
    terminal.columns >= needs.columns &&
    terminal.lines >= needs.lines &&
    columns >= Math.max(1, room.width ?? 0, room.columns ?? 0) &&
    lines >= least + leaves
  );
}

/** The panels of a column one above the other. */
function stacked(panels: readonly Panel[], filled: Filled, column: Place['column'], left: number): Place[] {
  let top = 0;
  return panels.flatMap(panel => {
    const lines = filled.lines.get(panel);
    if (lines === undefined) return [];
    const place = {panel, column, left, top, size: {columns: filled.columns, lines}};
    top += lines;
    return [place];
  });
}
