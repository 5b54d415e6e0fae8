import {blockOf, cell, lineOf, type Rectangle} from './cell-shapes.js';
import type {Cell} from './cells.js';

const baseline = 12.5;
/** The class of what has to meet without a seam. */
const sharp = ' class="s"';

const escapeXml = (text: string): string => text.replace(/[&<>]/g, sign => `&#${sign.charCodeAt(0)};`);

/** Colours with their rectangles; one that goes on where the one before it ends makes that one wider. */
class Painted {
  private readonly byColor = new Map<string, Rectangle[]>();

  add(color: string, [x, y, width, height]: Rectangle): void {
    const found = this.byColor.get(color) ?? [];
    this.byColor.set(color, found);
    const before = found.findIndex(([left, top, wide, high]) => left + wide === x && top === y && high === height);
    if (before < 0) found.push([x, y, width, height]);
    else found[before] = [found[before][0], y, found[before][2] + width, height];
  }

  /** One path a colour. */
  paths(attributes = ''): string {
    return [...this.byColor]
      .map(([color, rectangles]) => {
        const drawn = rectangles.map(([x, y, width, height]) => `M${x} ${y}h${width}v${height}h${-width}z`);
        return `<path fill="${color}"${attributes} d="${drawn.join('')}"/>`;
      })
      .join('');
  }
}

/** Where words of one style begin and what they say; two blanks end them, so that words stand in their columns. */
type Words = {column: number; text: string; readonly front: string; readonly bold: boolean};

function wordsOf(cells: readonly Cell[]): Words[] {
  const found: Words[] = [];
  for (const [column, {sign, front, bold}] of cells.entries()) {
    if (sign === ' ' || (blockOf(sign) ?? lineOf(sign)) !== undefined) continue;
    const last = found.at(-1);
    const end = last === undefined ? 0 : last.column + last.text.length;
    const isNext = column === end || (column === end + 1 && cells[end].sign === ' ');
    if (last?.front === front && last.bold === bold && isNext) last.text += column === end ? sign : ` ${sign}`;
    else found.push({column, text: sign, front, bold});
  }
  return found;
}

/**
 * A part of a row as SVG: backgrounds, blocks and lines, words.
 * @param x left edge of the first cell, in units of the picture
 * @param y upper edge of the row
 * @param ink the colour that the picture gives text
 */
export function drawCells(cells: readonly Cell[], x: number, y: number, ink: string): string {
  const [behind, blocks, lines] = [new Painted(), new Painted(), new Painted()];
  for (const [column, {sign, front, back}] of cells.entries()) {
    const start = x + column * cell.width;
    if (back !== undefined) behind.add(back, [start, y, cell.width, cell.height]);
    for (const [painted, found] of [
      [blocks, blockOf(sign)],
      [lines, lineOf(sign)],
    ] as const) {
      for (const [left, top, width, height] of found ?? []) painted.add(front, [start + left, y + top, width, height]);
    }
  }
  const texts = wordsOf(cells).map(({column, text, front, bold}) => {
    const color = front === ink ? '' : ` fill="${front}"`;
    const length = text.length === 1 ? '' : ` textLength="${text.length * cell.width}"`;
    const weight = bold ? ' font-weight="bold"' : '';
    return `<text x="${x + column * cell.width}" y="${y + baseline}"${length}${color}${weight}>${escapeXml(text)}</text>`;
  });
  return behind.paths(sharp) + blocks.paths(sharp) + lines.paths() + texts.join('');
}
