import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {roundedParts, signed} from '../../source/text/parts.js';

describe('the rounded parts of a sum', () => {
  it('add up as they are written, each less than one unit from what it is', () => {
    let value = 7;
    const random = (): number => {
      value = (value * 16_807) % 2_147_483_647;
      return value / 2_147_483_647 - 0.5;
    };
    for (let round = 0; round < 300; round++) {
      const parts = [3 * random(), 2 * random(), random()];
      const total = parts.reduce((sum, part) => sum + part, 0);
      const rounded = roundedParts(parts, total, 2);
      const sum = rounded.reduce((all, part) => all + part, 0);
      assert.equal(sum.toFixed(2).replace('-0.00', '0.00'), total.toFixed(2).replace('-0.00', '0.00'));
      rounded.forEach((part, place) => {
        assert.ok(Math.abs(part - parts[place]) < 0.01, `${part} for ${parts[place]}`);
      });
    }
  });

  it('are rounded as usual where that adds up', () => {
    assert.deepEqual(roundedParts([1.834, -1.711, 0.14], 0.263, 2), [1.83, -1.71, 0.14]);
    assert.deepEqual(roundedParts([0.004, 0.004, 0.004], 0.012, 2), [0.01, 0, 0]);
    // Each alone would be 0.33, and 0.99 in all.
    assert.deepEqual(roundedParts([1 / 3, 1 / 3, 1 / 3], 1, 2), [0.34, 0.33, 0.33]);
  });
});

it('a part has its sign, but zero has no minus', () => {
  assert.deepEqual(
    [0.14, -0.031, 0, -0.001, 2].map(value => signed(value)),
    [...['+0.14', '-0.03', '+0.00', '+0.00', '+2.00']],
  );
  assert.equal(signed(-0.0304, 3), '-0.030');
  assert.deepEqual([signed(-2.86e28), signed(99_999), signed(100_000)], ['-2.9e28', '+99999.00', '+1.0e5']);
});
