import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {pixelNumbers, widthOf, windowAround} from '../../source/text/pixel-window.js';
import {themeOf} from '../helpers/frame-theme.js';

const theme = themeOf('ASCII');
const pixels = Uint8Array.from({length: 784}, (_, pixel) => pixel % 256);

describe('a window of pixels', () => {
  it('is as large as there is room for, has the cursor in its middle, and ends at the edges', () => {
    const size = {columns: 45, lines: 10};
    assert.deepEqual(windowAround(14 * 28 + 14, size), {top: 10, left: 9, rows: 10, columns: 11});
    assert.deepEqual(windowAround(0, size), {top: 0, left: 0, rows: 10, columns: 11});
    assert.deepEqual(windowAround(783, size), {top: 18, left: 17, rows: 10, columns: 11});
    assert.deepEqual(windowAround(400, {columns: 500, lines: 90}), {top: 0, left: 0, rows: 28, columns: 28});
    assert.deepEqual(windowAround(30, {columns: 1, lines: 0}), {top: 1, left: 2, rows: 1, columns: 1});
  });

  it('has the raw number of each pixel, that under the cursor in brackets', () => {
    const window = {top: 1, left: 0, rows: 2, columns: 3};
    assert.deepEqual(pixelNumbers(pixels, 57, window, theme), ['  28  29  30 ', '  56[ 57] 58 ']);
    assert.deepEqual(pixelNumbers(pixels, 58, window, theme)[1], '  56  57[ 58]');
    assert.deepEqual(pixelNumbers(pixels, 56, window, theme)[1], '[ 56] 57  58 ');
    for (const cursor of [28, 57, 783]) {
      for (const line of pixelNumbers(pixels, cursor, window, theme)) assert.equal(line.length, widthOf(3));
    }
  });
});
