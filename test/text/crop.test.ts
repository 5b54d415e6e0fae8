import assert from 'node:assert/strict';
import {it} from 'node:test';
import {crop} from '../../source/text/crop.js';

it('a line is cut to its width, and its colours are still switched off', () => {
  assert.equal(crop('digits', 10), 'digits');
  assert.equal(crop('digits', 6), 'digits');
  assert.equal(crop('digits', 3), 'dig');
  assert.equal(crop('digits', 0), '');
  assert.equal(crop('\u001B[36mdigits\u001B[39m', 3), '\u001B[36mdig\u001B[39m');
  assert.equal(
    crop('\u001B[36m▀▀\u001B[38;5;16;48;5;255m▀▀\u001B[39;49m', 3),
    '\u001B[36m▀▀\u001B[38;5;16;48;5;255m▀\u001B[39;49m',
  );
});
