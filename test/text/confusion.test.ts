import assert from 'node:assert/strict';
import {it} from 'node:test';
import {greatestConfusions} from '../../source/text/confusion.js';

it('the greatest confusions are the largest counts beside the diagonal', () => {
  const counts = new Array<number>(100).fill(0);
  counts[44] = 950;
  counts[49] = 23;
  counts[72] = 19;
  counts[94] = 5;
  assert.deepEqual(greatestConfusions(counts, 2), [
    {label: 4, answer: 9, count: 23},
    {label: 7, answer: 2, count: 19},
  ]);
  assert.deepEqual(greatestConfusions(new Array<number>(100).fill(0), 3), []);
});
