/** A rectangle: left, top, width, height, in the units in which a cell is 8 wide and 16 high. */
export type Rectangle = readonly [x: number, y: number, width: number, height: number];

/** The size of a cell. Its eighths are whole numbers, so that blocks meet. */
export const cell = {width: 8, height: 16} as const;

const all = [0, 0, 8, 16] as const;
/** The quarters of ▖▗▘▙▚▛▜▝▞▟, in the order of Unicode: 1 and 2 are the upper ones, 4 and 8 the lower. */
const quarters = [4, 8, 1, 13, 9, 7, 11, 2, 6, 14];

const [left, right] = [
  [0, 7.5, 4.5, 1],
  [3.5, 7.5, 4.5, 1],
] as const;
const [up, down] = [
  [3.5, 0, 1, 8.5],
  [3.5, 7.5, 1, 8.5],
] as const;
/** Lines, so that they meet in any font. Upright ones reach into the next cell, lest a gap is seen between two rows. */
const lines: Readonly<Record<string, readonly Rectangle[]>> = {
  '─': [[0, 7.5, 8, 1]],
  '│': [[3.5, -0.5, 1, 17]],
  '┊': [1, 5, 9, 13].map(y => [3.5, y, 1, 2] as const),
  '╴': [left],
  '╶': [right],
  '┤': [up, down, left],
  '╭': [right, down],
  '╮': [left, down],
  '╰': [right, up],
  '╯': [left, up],
  '═': [6, 9].map(y => [0, y, 8, 1] as const),
  '║': [2, 5].map(x => [x, -0.5, 1, 17] as const),
  '╔': [...corner(2, 6, 'right', 'down'), ...corner(5, 9, 'right', 'down')],
  '╗': [...corner(5, 6, 'left', 'down'), ...corner(2, 9, 'left', 'down')],
  '╚': [...corner(2, 9, 'right', 'up'), ...corner(5, 6, 'right', 'up')],
  '╝': [...corner(5, 9, 'left', 'up'), ...corner(2, 6, 'left', 'up')],
};

/** Two lines that meet at x, y and go on to the edges of the cell. */
function corner(x: number, y: number, across: 'left' | 'right', along: 'up' | 'down'): Rectangle[] {
  return [
    across === 'right' ? [x, y, 8 - x, 1] : [0, y, x + 1, 1],
    along === 'down' ? [x, y, 1, 16 - y] : [x, 0, 1, y + 1],
  ];
}

/** The rectangles of a line; undefined for all other characters. */
export const lineOf = (sign: string): readonly Rectangle[] | undefined => lines[sign];

/** The rectangles of a block, as Unicode describes it; undefined for all other characters. */
export function blockOf(sign: string): readonly Rectangle[] | undefined {
  const code = sign.charCodeAt(0);
  const within = (first: number, last: number): boolean => code >= first && code <= last;
  if (code === 0x2580) return [[0, 0, 8, 8]];
  if (code === 0x2588) return [all];
  if (within(0x2581, 0x2587)) return [[0, 2 * (0x2588 - code), 8, 2 * (code - 0x2580)]];
  if (within(0x2589, 0x258f)) return [[0, 0, 0x2590 - code, 16]];
  if (code === 0x2590) return [[4, 0, 4, 16]];
  if (within(0x2596, 0x259f)) {
    const found = quarters[code - 0x2596];
    return [0, 1, 2, 3]
      .filter(quarter => found & (1 << quarter))
      .map(quarter => [4 * (quarter % 2), 8 * (quarter >> 1), 4, 8]);
  }
  return undefined;
}
