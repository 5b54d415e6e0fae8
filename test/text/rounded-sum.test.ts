import assert from 'node:assert/strict';
import {it} from 'node:test';
import {seededRandom} from '../../source/network/random.js';
import {roundedSum, signedHundredths} from '../../source/text/rounded-sum.js';

it('what is shown adds up where rounding each number would not', () => {
  // Each alone would be 0.33, and 0.99 in all.
  assert.deepEqual(roundedSum([1 / 3, 1 / 3, 1 / 3], 2), {parts: [34, 33, 33], sum: 100});
  assert.deepEqual(roundedSum([0.305, -0.114, 0.042], 2), {parts: [30, -11, 4], sum: 23});
  assert.deepEqual(roundedSum([], 2), {parts: [], sum: 0});
});

it('every part is less than one of its last digit away from what it is, and the sum at most half', () => {
  const random = seededRandom(9, 0);
  for (let round = 0; round < 500; round++) {
    const values = Array.from({length: 1 + random.below(9)}, () => (random.below(20_001) - 10_000) / 7919);
    const {parts, sum} = roundedSum(values, 2);
    assert.equal(
      parts.reduce((all, part) => all + part, 0),
      sum,
    );
    assert.ok(Math.abs(sum / 100 - values.reduce((all, value) => all + value, 0)) < 0.005 + 1e-9);
    for (const [place, value] of values.entries()) assert.ok(Math.abs(parts[place] / 100 - value) < 0.01);
  }
});

it('hundredths have a sign, and nothing has none', () => {
  assert.deepEqual([73, -11, 0, -0, -5].map(signedHundredths), ['+0.73', '-0.11', '0.00', '0.00', '-0.05']);
});
