import {cell} from './cell-shapes.js';
import type {Cell, Cells, Ground} from './cells.js';
import {drawCells} from './draw-cells.js';

/** What the screen shows from a time on, in seconds since the film began. */
export type Frame = {readonly at: number; readonly cells: Cells};

/** Columns of a row, the last one excluded. */
type Stretch = {readonly from: number; readonly to: number; readonly moves: boolean};

const edge = 10;
/** What is seen of a strip beside the picture, and the picture's distance from the next: its own edges must not be cut. */
const [margin, pitch] = [1, cell.height + 4];
/** Columns that stay the same between two that change: fewer are drawn with them, so that numbers keep together. */
const between = 3;

const keyOf = ({sign, front, back = '', bold}: Cell): string => `${sign}${front}${back}${bold ? '*' : ''}`;

/** A row's columns in stretches that change in the course of the film, and such that never do. */
function stretchesOf(frames: readonly Frame[], row: number): Stretch[] {
  const columns = frames[0].cells[row].map((first, column) =>
    frames.every(({cells}) => keyOf(cells[row][column]) === keyOf(first)) ? -1 : column,
  );
  const moving = columns.filter(column => column >= 0);
  const found: Stretch[] = [];
  let end = 0;
  for (const [index, column] of moving.entries()) {
    const to = column + 1;
    const last = found.at(-1);
    if (index > 0 && last !== undefined && column - last.to < between) found[found.length - 1] = {...last, to};
    else found.push({from: end, to: column, moves: false}, {from: column, to, moves: true});
    end = to;
  }
  return [...found, {from: end, to: columns.length, moves: false}].filter(({from, to}) => to > from);
}

/** A stretch's pictures one below the other, and the moments at which another is shown. */
class Strip {
  private readonly keys: string[] = [];
  private readonly rows: (readonly Cell[])[] = [];
  /** Which picture is shown from when on. */
  readonly changes: {readonly at: number; readonly picture: number}[] = [];

  /** The last picture comes first: it is seen where nothing moves. */
  constructor(frames: readonly Frame[], row: number, {from, to}: Stretch) {
    const pictureOf = (cells: Cells): number => {
      const part = cells[row].slice(from, to);
      const key = part.map(keyOf).join();
      if (!this.keys.includes(key)) this.rows[this.keys.push(key) - 1] = part;
      return this.keys.indexOf(key);
    };
    pictureOf(frames[frames.length - 1].cells);
    for (const {at, cells} of frames) {
      const picture = pictureOf(cells);
      if (this.changes.at(-1)?.picture !== picture) this.changes.push({at, picture});
    }
  }

  draw(ink: string): string {
    return this.rows.map((part, index) => drawCells(part, margin, margin + index * pitch, ink)).join('');
  }
}

/** The CSS that moves strips; those that change together share a rule. */
class Rules {
  private readonly names = new Map<string, string>();
  constructor(private readonly seconds: number) {}

  /** The name of the rule that shows a strip's pictures at their times. */
  nameOf({changes}: Strip): string {
    const steps = changes.map(({at, picture}) => {
      const percent = Number(((100 * at) / this.seconds).toFixed(2));
      return `${percent}%{transform:translateY(${-picture * pitch}px)}`;
    });
    const rule = steps.join('');
    const name = this.names.get(rule) ?? `m${this.names.size}`;
    this.names.set(rule, name);
    return name;
  }

  css(): string[] {
    return [
      `g{animation:${this.seconds}s step-end infinite}`,
      '@media (prefers-reduced-motion:reduce){g{animation:none!important}}',
      ...[...this.names].map(([rule, name]) => `@keyframes ${name}{${rule}}`),
    ];
  }
}

/**
 * An SVG that shows frames at their times, over and over, without scripts. Where nothing may move it is the last frame;
 * of a single frame it is a still picture.
 * @param frames at least one, the first at 0, in order, all of one size
 * @param seconds how long it takes until it begins anew
 */
export function filmOf(frames: readonly Frame[], seconds: number, {paper, ink}: Ground): string {
  const rules = new Rules(seconds);
  const [first] = frames;
  const parts = first.cells.flatMap((row, index) =>
    stretchesOf(frames, index).map(stretch => {
      const {from, to, moves} = stretch;
      const [x, y] = [from * cell.width, index * cell.height];
      if (!moves) return drawCells(row.slice(from, to), x, y, ink);
      const strip = new Strip(frames, index, stretch);
      const size = `width="${(to - from) * cell.width + 2 * margin}" height="${cell.height + 2 * margin}"`;
      const pictures = `<g style="animation-name:${rules.nameOf(strip)}">${strip.draw(ink)}</g>`;
      return `<svg x="${x - margin}" y="${y - margin}" ${size}>${pictures}</svg>`;
    }),
  );
  const [width, height] = [first.cells[0].length * cell.width + 2 * edge, first.cells.length * cell.height + 2 * edge];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-edge} ${-edge} ${width} ${height}" width="${1.125 * width}"`,
    ` fill="${ink}" font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="13.3">`,
    `<style>.s{shape-rendering:crispEdges}\n${rules.css().join('\n')}</style>`,
    `<rect x="${-edge}" y="${-edge}" width="${width}" height="${height}" rx="8" fill="${paper}"/>`,
    ...parts.filter(part => part !== ''),
    '</svg>\n',
  ].join('\n');
}
