import type {Box} from './grey.js';
import type {Part} from './parts.js';

/** A digit's parts, and the box around them. */
export type Group = {readonly parts: readonly Part[]; readonly box: Box};

const right = ({x, width}: Box): number => x + width;
const bottom = ({y, height}: Box): number => y + height;

/** The smallest box around two. */
function around(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {x, y, width: Math.max(right(a), right(b)) - x, height: Math.max(bottom(a), bottom(b)) - y};
}

/** How far two boxes lie apart in each direction; below zero they overlap by so much. */
const gapX = (a: Box, b: Box): number => Math.max(a.x, b.x) - Math.min(right(a), right(b));
const gapY = (a: Box, b: Box): number => Math.max(a.y, b.y) - Math.min(bottom(a), bottom(b));

/** How high the digits are: what most of the large parts reach. */
function usualHeight(parts: readonly Part[]): number {
  const most = parts.reduce((area, part) => Math.max(area, part.area), 0);
  const heights = parts.filter(({area}) => area >= most / 8).map(({box}) => Math.max(box.height, box.width / 2));
  heights.sort((a, b) => a - b);
  return heights[Math.floor(heights.length * 0.7)] ?? 0;
}

/** The parts that are too large for specks of dust or noise. */
export function withoutSpecks(parts: readonly Part[]): Part[] {
  const usual = usualHeight(parts);
  return parts.filter(
    ({box, area}) => Math.max(box.width, box.height) >= 0.12 * usual && area >= Math.max(3, 0.0025 * usual * usual),
  );
}

/**
 * Parts become digits: a small one joins the digit that it is a broken piece of, what is too small for a digit is left
 * out. They come as they are read: line by line, from left to right.
 */
export function groupsOf(parts: readonly Part[]): Group[] {
  const usual = usualHeight(parts);
  const groups: Group[] = [...parts]
    .sort((a, b) => a.box.height - b.box.height)
    .map(part => ({parts: [part], box: part.box}));
  // From the lowest on, so that pieces of pieces come together first.
  for (let index = 0; index < groups.length; ) {
    const piece = groups[index];
    const home = piece === undefined ? undefined : homeOf(piece, groups, usual);
    if (piece === undefined || home === undefined) {
      index++;
      continue;
    }
    groups.splice(groups.indexOf(home), 1);
    groups.splice(groups.indexOf(piece), 1);
    index = Math.min(index, groups.length);
    const joined = {parts: [...piece.parts, ...home.parts], box: around(piece.box, home.box)};
    const place = groups.findIndex((group, other) => other >= index && group.box.height >= joined.box.height);
    groups.splice(place === -1 ? groups.length : place, 0, joined);
  }
  return inLines(groups.filter(({box}) => box.height >= 0.35 * usual));
}

/** The digit that a small group is a piece of: the nearest that it stands above, below or close beside. */
function homeOf(piece: Group, groups: readonly Group[], usual: number): Group | undefined {
  if (piece.box.height >= 0.6 * usual) return undefined;
  let best: Group | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const group of groups) {
    if (group === piece) continue;
    const [x, y] = [gapX(piece.box, group.box), gapY(piece.box, group.box)];
    const stacked = -x >= 0.3 * Math.min(piece.box.width, group.box.width) && y <= 0.25 * usual;
    const beside = x <= 0.1 * usual && -y >= 0.5 * piece.box.height;
    const whole = around(piece.box, group.box);
    if (!(stacked || beside) || whole.height > 1.4 * usual || whole.width > (stacked ? 1.4 : 1.1) * usual) continue;
    // What stands above or below goes before what stands beside, which may be the next digit.
    const distance = Math.max(0, x) + Math.max(0, y) + (stacked ? 0 : 0.1 * usual);
    if (distance < least) [best, least] = [group, distance];
  }
  return best;
}

/** Groups in lines from top to bottom, each from left to right; a line may rise or fall. */
function inLines(groups: readonly Group[]): Group[] {
  const lines: Group[][] = [];
  for (const group of [...groups].sort((a, b) => a.box.x - b.box.x)) {
    let best: Group[] | undefined;
    // Beside the last digit of its line a digit stands at least by a fifth of its height.
    let most = 0.2;
    for (const line of lines) {
      const last = line.at(-1);
      if (last === undefined) continue;
      const beside = -gapY(last.box, group.box) / Math.min(last.box.height, group.box.height);
      if (beside > most) [best, most] = [line, beside];
    }
    if (best === undefined) lines.push([group]);
    else best.push(group);
  }
  const height = (line: readonly Group[]): number =>
    line.reduce((sum, {box}) => sum + box.y + box.height / 2, 0) / line.length;
  return lines.sort((a, b) => height(a) - height(b)).flat();
}
