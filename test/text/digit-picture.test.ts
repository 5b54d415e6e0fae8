import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {
  digitPicture,
  markedPicture,
  type PixelMarks,
  pictureSizes,
  printedDigit,
  sizeWithin,
} from '../../source/text/digit-picture.js';
import {type Kind, themeOf} from '../helpers/frame-theme.js';
import {readable} from '../helpers/frames.js';

const {double, normal, half} = pictureSizes;
const blank = new Uint8Array(784);
const full = new Uint8Array(784).fill(255);
const mark = {role: 'accent', text: ['^', 'v']} as const;
const at = (x: number, y: number): PixelMarks => new Map([[28 * y + x, mark]]);
const kinds: readonly Kind[] = ['Unicode', 'ASCII', 'Unicode, colours', 'ASCII, colours'];

describe('a digit’s picture with marks', () => {
  it('is the same as without where nothing is marked', () => {
    for (const kind of kinds) {
      for (const size of [double, normal, half]) {
        const theme = themeOf(kind);
        assert.deepEqual(
          markedPicture(full, new Map(), 'blocks', size, theme),
          digitPicture(full, 'blocks', size, theme),
        );
      }
    }
  });

  it('has a mark in its place and half, and is as wide as without it', () => {
    const places = [
      [double, 3, 5, '^^', 5, 6],
      [normal, 3, 4, '^', 2, 3],
      [normal, 3, 5, 'v', 2, 3],
      [half, 3, 5, '^', 1, 1],
      [half, 3, 6, 'v', 1, 1],
    ] as const;
    for (const [size, x, y, text, line, column] of places) {
      const lines = markedPicture(full, at(x, y), 'blocks', size, themeOf('Unicode'));
      assert.equal(lines[line]?.slice(column, column + text.length), text, `${size.columns}: ${x}, ${y}`);
      for (const kind of kinds) {
        const widths = markedPicture(full, at(x, y), 'blocks', size, themeOf(kind)).map(
          each => stripVTControlCharacters(each).length,
        );
        assert.deepEqual(widths, new Array(size.lines).fill(size.columns), kind);
      }
    }
  });

  it('has a mark as a block of its colour, with the other pixel of its character beside it', () => {
    const theme = themeOf('Unicode, colours');
    const [upper, lower, both] = [at(3, 4), at(3, 5), new Map([...at(3, 4), ...at(3, 5)])].map(marks =>
      readable(markedPicture(blank, marks, 'blocks', normal, theme)[2] ?? ''),
    );
    assert.match(upper, /^ {3}\{accent:▀\} {24}$/);
    assert.match(lower, /^ {3}\{accent:▄\} {24}$/);
    assert.match(both, /^ {3}\{accent:█\} {24}$/);
    assert.match(
      readable(markedPicture(blank, at(3, 4), 'blocks', double, theme)[4] ?? ''),
      /^ {6}\{accent:██\} {48}$/,
    );
  });

  it('is in letters where those are wanted', () => {
    const [line] = markedPicture(full, at(0, 0), 'ascii', normal, themeOf('Unicode, colours'));
    assert.equal(stripVTControlCharacters(line ?? ''), `^${'@'.repeat(27)}`);
  });

  it('has the largest size that there is room for below a title', () => {
    const sizes = [
      [60, 30],
      [56, 29],
      [56, 28],
      [28, 15],
      [28, 14],
      [14, 8],
    ] as const;
    assert.deepEqual(
      sizes.map(([columns, lines]) => sizeWithin({columns, lines}).columns),
      [56, 56, 28, 28, 14, 14],
    );
  });
});

describe('a digit that a command prints', () => {
  it('has half blocks where there are such and colours, else grey blanks, and letters without colours', () => {
    const sizeOf = (lines: readonly string[]): string => {
      const plain = lines.map(line => stripVTControlCharacters(line));
      return `${plain[0]?.length} × ${plain.length} of ${[...new Set(plain.join(''))].join('')}`;
    };
    const drawn = kinds.map(kind => sizeOf(printedDigit(full, 'blocks', themeOf(kind))));
    assert.deepEqual(drawn, ['56 × 28 of @', '56 × 28 of @', '28 × 14 of ▀', '56 × 28 of  ']);
    for (const kind of kinds) assert.equal(sizeOf(printedDigit(full, 'ascii', themeOf(kind))), '56 × 28 of @');
  });
});
