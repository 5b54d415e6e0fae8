import assert from 'node:assert/strict';
import {it} from 'node:test';
import {drawPicture} from '../../source/text/picture.js';

const plain = {greys: 0, background: 'dark'} as const;
const dark = {greys: 26, background: 'dark'} as const;
const light = {greys: 26, background: 'light'} as const;

/** A picture that is 0 on its left half and 255 on its right one. */
const halves = (width: number, height: number) => ({
  width,
  height,
  values: Float32Array.from({length: width * height}, (_, place) => (place % width < width / 2 ? 0 : 255)),
});

it('a picture of any form is drawn in its proportions, at most 56 columns × 28 lines', () => {
  for (const [width, height, columns, lines] of [
    [560, 560, 56, 28],
    [1200, 300, 56, 7],
    [10, 100, 6, 28],
    [1, 1, 56, 28],
    [1, 1000, 1, 28],
  ]) {
    const drawn = drawPicture(halves(width, height), false, plain);
    assert.deepEqual([drawn.length, drawn[0]?.length], [lines, columns], `${width} × ${height}`);
  }
});

it('in characters ink is dark, and of a photo what is dark is', () => {
  assert.equal(drawPicture(halves(100, 100), false, plain)[3], ' '.repeat(28) + '@'.repeat(28));
  assert.equal(drawPicture(halves(100, 100), true, plain)[3], '@'.repeat(28) + ' '.repeat(28));
});

it('in greys ink stands out from the background, and a photo has its own brightness on any', () => {
  const first = (lines: string[]): string | undefined => lines[0]?.split(/[;m]/)[2];
  // 16 is black and 231 white among the 256 colours.
  assert.equal(first(drawPicture(halves(100, 100), false, dark)), '16');
  assert.equal(first(drawPicture(halves(100, 100), false, light)), '231');
  assert.equal(first(drawPicture(halves(100, 100), true, dark)), '16');
  assert.equal(first(drawPicture(halves(100, 100), true, light)), '16');
  assert.ok(drawPicture(halves(100, 100), true, dark).every(line => line.endsWith('\u001B[39;49m')));
});
