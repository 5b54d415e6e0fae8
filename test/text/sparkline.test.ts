import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {sparkline} from '../../source/text/sparkline.js';

describe('a sparkline', () => {
  it('has a height for each value, from the lowest to the highest', () => {
    assert.equal(sparkline([0, 1, 2, 3, 4, 5, 6, 7], 8, true), '▁▂▃▄▅▆▇█');
    assert.equal(sparkline([7, 6, 5, 4, 3, 2, 1, 0], 20, true), '█▇▆▅▄▃▂▁');
    assert.equal(sparkline([0.0134, 0.0136], 8, true), '▁█');
  });

  it('has eight steps of growing darkness in plain ASCII', () => {
    const line = sparkline([0, 1, 2, 3, 4, 5, 6, 7], 8, false);
    assert.equal(line, '_.-=+*#@');
    assert.match(line, /^[ -~]*$/);
  });

  it('shows the mean of its share of the values in each column when there are more than columns', () => {
    // Means 1.5, 3.5 and 5.5; the middle one lies 3.5 of seven steps up, which is rounded up.
    assert.equal(sparkline([1, 2, 3, 4, 5, 6], 3, true), '▁▅█');
    assert.equal(sparkline([0, 0, 7, 7], 3, true), '▁▁█');
    const many = Array.from({length: 936}, (_, index) => index);
    assert.equal(sparkline(many, 8, true), '▁▂▃▄▅▆▇█');
  });

  it('never has more columns than it may', () => {
    for (let width = 0; width <= 30; width++) {
      for (let length = 0; length <= 65; length += 5) {
        assert.equal(sparkline(new Array(length).fill(1), width, true).length, Math.min(width, length));
      }
    }
  });

  it('is nothing without values, and low when all are the same', () => {
    assert.equal(sparkline([], 8, true), '');
    assert.equal(sparkline([3, 3, 3], 8, true), '▁▁▁');
    assert.equal(sparkline([5], 8, false), '_');
  });

  it('leaves a gap for what is not finite', () => {
    assert.equal(sparkline([0, Number.NaN, 7], 8, true), '▁ █');
    assert.equal(sparkline([0, 7, Number.POSITIVE_INFINITY], 8, false), '_@ ');
    assert.equal(sparkline([Number.NaN, Number.NaN], 8, true), '  ');
    assert.equal(sparkline([1, 1, Number.NaN, 5, 8, 8], 3, true), '▁ █');
  });
});

it('a sparkline on a given scale has its ends for what lies outside', () => {
  assert.equal(sparkline([-1, 0, 0.5, 1, 3], 5, true, [0, 1]), '▁▁▅██');
  assert.equal(sparkline([0.2, 0.2], 5, true, [0, 1]), '▂▂');
});
