import type {Column, Panel, Room, Size} from './panel.js';

/** A panel that has its room. */
export type Place = {
  readonly panel: Panel;
  readonly column: Column;
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

/** The least columns of the right panels beside the far ones: those of the wall. */
const leastRight = 64;

/**
 * Where the panels go between header and footer. The left and the far column are as wide as their first panels want, the
 * right one takes what is left.
 * @returns undefined when the terminal is too small
 */
export function layout(columns: number, rows: number, panels: readonly Panel[]): Layout | undefined {
  if (columns < smallest.columns || rows < smallest.lines) return undefined;
  const terminal = {columns, lines: rows - 3};
  const of = (column: Column): Panel[] => panels.filter(panel => panel.column === column);
  const [onLeft, onRight, onFar] = [of('left'), of('right'), of('far')];
  const left = fill(onLeft, 'left', {...terminal, columns: 0}, terminal);
  const indent = left.columns === 0 ? 0 : left.columns + gap;
  const wanted = fill(onFar, 'far', {...terminal, columns: 0}, terminal);
  const isWide = wanted.columns > 0 && columns - indent - gap - wanted.columns >= leastRight;
  const far = isWide ? wanted : {columns: 0, lines: new Map<Panel, number>()};
  const others = [
    ...onLeft.filter(panel => !left.lines.has(panel)),
    ...onRight,
    ...onFar.filter(panel => !far.lines.has(panel)),
  ];
  const width = columns - indent - (isWide ? gap + far.columns : 0);
  const right = fill(others, 'right', {...terminal, columns: width}, terminal);
  return {
    columns,
    lines: rows - 1,
    places: [
      ...stacked(onLeft, left, 'left', 0),
      ...stacked(others, right, 'right', indent),
      ...stacked(onFar, far, 'far', indent + width + gap),
    ],
  };
}

/** The width of a column, and the lines of each panel that has room in it. */
type Filled = {readonly columns: number; readonly lines: ReadonlyMap<Panel, number>};

/** Gives the panels of a column their room, by their rank. */
function fill(panels: readonly Panel[], name: Column, column: Size, terminal: Size): Filled {
  const lines = new Map<Panel, number>();
  let {columns, lines: left} = column;
  for (const panel of panels.toSorted((one, other) => one.rank - other.rank)) {
    const room = panel.rooms.find(
      each =>
        (each.column ?? name) === name && fits(each, {columns: columns || (each.width ?? 0), lines: left}, terminal),
    );
    if (room === undefined) continue;
    columns ||= room.width ?? 0;
    const taken = Math.min(room.most, left - (room.leaves ?? 0));
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
function stacked(panels: readonly Panel[], filled: Filled, column: Column, left: number): Place[] {
  let top = 0;
  return panels.flatMap(panel => {
    const lines = filled.lines.get(panel);
    if (lines === undefined) return [];
    const place = {panel, column, left, top, size: {columns: filled.columns, lines}};
    top += lines;
    return [place];
  });
}
