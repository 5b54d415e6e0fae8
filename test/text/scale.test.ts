import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  columnOf,
  evenAxis,
  labelsAt,
  lossColumns,
  ratioAxis,
  roundTicks,
  type StepAxis,
  tickText,
} from '../../source/text/scale.js';
import {place} from '../../source/training/step-scale.js';

/** From step 0 to 198, which is ln 100 on the scale of the pace. */
const watch = (width: number): StepAxis => ({along: place, end: 198, width});
const even = (end: number, width: number): StepAxis => ({along: step => step, end, width});

describe('the scale of steps', () => {
  it('begins at step 0 and gives equal ratios of steps equal room', () => {
    // ln(1 + step / 2): 0, ln 10, ln 100 of ln 100.
    assert.deepEqual(
      [0, 18, 198].map(step => columnOf(step, watch(41))),
      [0, 20, 40],
    );
  });

  it('gives equal numbers of steps equal room where it is even', () => {
    assert.deepEqual(
      [0, 99, 198].map(step => columnOf(step, even(198, 41))),
      [0, 20, 40],
    );
    const points = [40, 80].map(step => ({step, loss: step}));
    assert.deepEqual(lossColumns(points, even(100, 6)), [Number.NaN, Number.NaN, 40, 60, 80, Number.NaN]);
  });

  it('has one loss a column, on the line between two steps, and none past the last', () => {
    const points = [
      {step: 0, loss: 4},
      {step: 18, loss: 2},
    ];
    assert.deepEqual(lossColumns(points, watch(5)), [4, 3, 2, Number.NaN, Number.NaN]);
  });

  it('takes the last of the steps that share a column, and begins where the losses begin', () => {
    const points = [100, 120, 140, 198].map(step => ({step, loss: step}));
    assert.deepEqual(lossColumns(points, watch(3)), [Number.NaN, Number.NaN, 198]);
    assert.deepEqual(lossColumns([], watch(2)), [Number.NaN, Number.NaN]);
  });

  it('has in its first column what was at step 0, whatever else there is', () => {
    const points = [0, 1, 2, 50, 100].map(step => ({step, loss: step}));
    assert.deepEqual(lossColumns(points, even(100, 3)), [0, 50, 100]);
  });

  it('has a gap between steps of which the later is twelve times the earlier, and around what is not finite', () => {
    const far = [0, 198].map(step => ({step, loss: 1}));
    assert.deepEqual(lossColumns(far, watch(4)), [1, Number.NaN, Number.NaN, 1]);
    assert.deepEqual(lossColumns(far, even(198, 4)), [1, Number.NaN, Number.NaN, 1]);
    const points = [0, 18, 198].map(step => ({step, loss: step === 18 ? Number.POSITIVE_INFINITY : 1}));
    assert.deepEqual(lossColumns(points, watch(5)).map(Number.isFinite), [true, false, false, false, true]);
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

describe('the axis of losses', () => {
  it('has even heights from 0 to the highest', () => {
    const {heightOf, top, ticks} = evenAxis(0.108, 7);
    assert.deepEqual([heightOf(0), heightOf(0.05), top], [0, 0.05, 0.108]);
    assert.deepEqual(
      ticks.map(({height, text}) => [height, text]),
      [0, 0.05, 0.1].map(value => [value, value.toFixed(2)]),
    );
  });

  it('has logarithms from a round loss on, with round labels', () => {
    const {heightOf, top, ticks} = ratioAxis(0.0079, 0.2, 17);
    // A factor of 40 is between the bottom, 0.005, and the top.
    assert.deepEqual(
      [heightOf(0.005), heightOf(0.05).toFixed(12), top.toFixed(12)],
      [0, '1.000000000000', Math.log10(40).toFixed(12)],
    );
    assert.deepEqual(
      ticks.map(({text}) => text),
      ['0.005', '0.01', '0.02', '0.05', '0.1', '0.2'],
    );
    assert.ok(Math.abs((ticks[3]?.height ?? 0) - 1) < 1e-12);
  });

  it('labels powers of ten where there is no room for more, and only as many as have a row', () => {
    const texts = (rows: number): string[] => ratioAxis(2e-6, 3, rows).ticks.map(({text}) => text);
    assert.deepEqual(texts(14), ['2e-6', '1e-5', '1e-4', '0.001', '0.01', '0.1', '1']);
    assert.deepEqual(texts(4), ['2e-6', '0.001', '1']);
  });

  it('has no height for 0 and for what is not finite, and some where all losses are the same', () => {
    const {heightOf, top} = ratioAxis(0.1, 0.1, 9);
    assert.deepEqual(
      [0, Number.NaN, Number.POSITIVE_INFINITY].map(loss => Number.isFinite(heightOf(loss))),
      [false, false, false],
    );
    assert.ok(top > 0 && heightOf(0.1) === top);
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
