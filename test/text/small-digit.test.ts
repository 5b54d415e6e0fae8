import assert from 'node:assert/strict';
import {it} from 'node:test';
import {smallDigit} from '../../source/text/small-digit.js';

it('a small digit has a quarter of a character for each part that has ink', () => {
  const pixels = new Uint8Array(784);
  // The left edge of what is shown, and its lower half on the right.
  for (let row = 3; row < 25; row++) pixels.fill(255, row * 28 + 3, row * 28 + 14);
  assert.deepEqual(smallDigit(pixels, 2, 1, true), ['█ ']);
  assert.deepEqual(smallDigit(pixels, 1, 1, true), ['▌']);
  for (let row = 14; row < 25; row++) pixels.fill(255, row * 28 + 14, row * 28 + 25);
  assert.deepEqual(smallDigit(pixels, 1, 1, true), ['▙']);
  assert.deepEqual(smallDigit(pixels, 2, 2, false), ['# ', '##']);
  assert.deepEqual(smallDigit(new Uint8Array(784), 3, 2, true), ['   ', '   ']);
});
