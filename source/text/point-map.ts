/** Digits within the unit circle: x and y of each, to the right and up. */
export type Points = {
  /** count × 2 */
  readonly positions: Float64Array;
  readonly answers: Uint8Array;
  readonly labels: Uint8Array;
};

/** Where a circle is drawn in so many columns and lines, which are twice as high as wide: in lines and columns. */
export type Circle = {readonly middle: readonly [column: number, line: number]; readonly radius: number};

/** The circle that fits, with a line and two columns around it for what its corners are called. */
export function circleIn(columns: number, lines: number): Circle {
  const radius = Math.max(0, Math.min((lines - 1) / 2, (columns - 1) / 4) - 1);
  return {middle: [(columns - 1) / 2, (lines - 1) / 2], radius};
}

/** The character that a place is drawn in. */
export function cellAt({middle, radius}: Circle, x: number, y: number): readonly [column: number, line: number] {
  return [Math.round(middle[0] + 2 * radius * x), Math.round(middle[1] - radius * y)];
}

/** The digit that stands for all that fall into a character. */
export type Cell = {
  readonly column: number;
  readonly line: number;
  readonly index: number;
  readonly label: number;
  readonly isWrong: boolean;
};

/**
 * What is drawn of digits that fall into the same character: the first mistake, else the first of the most frequent label.
 * @returns the characters that have digits, from left to right and from top to bottom
 */
export function cellsOf(points: Points, columns: number, lines: number): Cell[] {
  const circle = circleIn(columns, lines);
  const digits = new Map<number, number[]>();
  points.labels.forEach((_, index) => {
    const [column, line] = cellAt(circle, points.positions[2 * index] ?? 0, points.positions[2 * index + 1] ?? 0);
    // A place that is no number is none.
    if (!Number.isFinite(column) || !Number.isFinite(line)) return;
    const place = line * columns + column;
    const others = digits.get(place);
    if (others === undefined) digits.set(place, [index]);
    else others.push(index);
  });
  return [...digits]
    .sort(([one], [other]) => one - other)
    .map(([place, indices]) => {
      const index = shownOf(points, indices);
      const label = points.labels[index] ?? 0;
      const isWrong = label !== points.answers[index];
      return {column: place % columns, line: Math.floor(place / columns), index, label, isWrong};
    });
}

function shownOf({labels, answers}: Points, indices: readonly number[]): number {
  const wrong = indices.find(index => labels[index] !== answers[index]);
  if (wrong !== undefined) return wrong;
  const counts = new Map<number, number>();
  for (const index of indices) counts.set(labels[index] ?? 0, (counts.get(labels[index] ?? 0) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return indices.find(index => counts.get(labels[index] ?? 0) === most) ?? 0;
}

/** A way across the map. */
export type Way = 'left' | 'right' | 'up' | 'down';

/** How many times as far away a cell seems that lies more aside than ahead. */
const oblique = 4;

/**
 * The nearest cell in a direction: of those that lie that way at all, rather one that lies more ahead than aside.
 * @returns undefined: none lies that way
 */
export function cellTowards(cells: readonly Cell[], from: Pick<Cell, 'column' | 'line'>, way: Way): Cell | undefined {
  let [nearest, least]: [Cell | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
  for (const cell of cells) {
    const [right, down] = [cell.column - from.column, 2 * (cell.line - from.line)];
    const [ahead, aside] = fromHere(way, right, down);
    const distance = Math.hypot(ahead, aside) * (Math.abs(aside) > ahead ? oblique : 1);
    if (ahead > 0 && distance < least) [nearest, least] = [cell, distance];
  }
  return nearest;
}

/** How far something is ahead and aside for one who looks that way. */
function fromHere(way: Way, right: number, down: number): [ahead: number, aside: number] {
  if (way === 'left' || way === 'right') return [way === 'left' ? -right : right, down];
  return [way === 'up' ? -down : down, right];
}
