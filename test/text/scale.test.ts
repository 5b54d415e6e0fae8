import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {columnOf, labelsAt, lossColumns, roundTicks, tickText} from '../../source/text/scale.js';

describe('the scale of steps', () => {
  it('begins at step 0 and gives equal ratios of steps equal room', () => {
    // ln(1 + step / 2): 0, ln 10, ln 100 of ln 100.
    assert.deepEqual(
      [0, 18, 198].map(step => columnOf(step, 198, 41)),
      [0, 20, 40],
    );
  });

  it('has one loss a column, on the line between two steps, and none past the last', () => {
    const points = [
      {step: 0, loss: 4},
      {step: 18, loss: 2},
    ];
    assert.deepEqual(lossColumns(points, 198, 5), [4, 3, 2, Number.NaN, Number.NaN]);
  });

  it('takes the last of the steps that share a column, and begins where the losses begin', () => {
    const points = [100, 120, 140, 198].map(step => ({step, loss: step}));
    assert.deepEqual(lossColumns(points, 198, 3), [Number.NaN, Number.NaN, 198]);
    assert.deepEqual(lossColumns([], 198, 2), [Number.NaN, Number.NaN]);
  });
});

describe('ticks', () => {
  it('are round, from 0 to below the highest', () => {
    assert.deepEqual(roundTicks(0.108, 3), [0, 0.05, 0.1]);
    assert.deepEqual(roundTicks(0.108, 8), [0, 0.02, 0.04, 0.06, 0.08, 0.1]);
    assert.deepEqual(roundTicks(0.0123, 2), [0, 0.01]);
    assert.deepEqual(roundTicks(444, 4), [0, 200, 400]);
    assert.deepEqual(roundTicks(1, 1), [0, 1]);
  });

  it('are said with the decimals that tell them apart, in at most five characters', () => {
    assert.deepEqual(
      [0, 0.05, 0.1].map(tick => tickText(tick, 0.05)),
      ['0.00', '0.05', '0.10'],
    );
    assert.deepEqual([tickText(400, 200), tickText(2e6, 1e6), tickText(0.005, 0.005)], ['400', '2e6', '0.005']);
  });
});

it('labels stand below their columns, the first of the list before those that would touch them', () => {
  const labels = [
    {column: 19, text: '468'},
    {column: 0, text: '0'},
    {column: 9, text: '10'},
    {column: 10, text: '11'},
    {column: 16, text: '200'},
  ];
  assert.equal(labelsAt(labels, 20), '0        10      468');
});
