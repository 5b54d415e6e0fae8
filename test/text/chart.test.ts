import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {type ChartSize, chart, type Series, seriesSymbol} from '../../source/text/chart.js';
import {createPaint} from '../../source/text/paint.js';

const plain = createPaint(1, 'dark');
const one = (...values: number[]): Series[] => [{role: 'train', values}];

/** A chart without colours, in Unicode unless told otherwise. */
const draw = (series: readonly Series[], size: ChartSize, unicode = true): string[] =>
  chart(series, size, plain, unicode);

/** The characters to the right of a chart's axis. */
const marks = (lines: readonly string[]): string[] =>
  [...new Set(lines.flatMap(line => [...line.slice(7)]))].filter(mark => mark !== ' ').sort();

describe('a chart of one series', () => {
  it('falls by a row a column', () => {
    assert.deepEqual(draw(one(4, 3, 2, 1, 0), {positions: 5, width: 12, height: 5}), [
      ' 4.00 ┤╮',
      ' 3.00 ┤╰╮',
      ' 2.00 ┤ ╰╮',
      ' 1.00 ┤  ╰╮',
      ' 0.00 ┤   ╰─',
    ]);
  });

  it('spreads two values over the whole width', () => {
    assert.deepEqual(draw(one(0, 4), {positions: 2, width: 12, height: 5}), [
      ' 4.00 ┤   ╭─',
      ' 3.00 ┤  ╭╯',
      ' 2.00 ┤ ╭╯',
      ' 1.00 ┤╭╯',
      ' 0.00 ┤╯',
    ]);
  });

  it('goes down and up again over several rows', () => {
    assert.deepEqual(draw(one(4, 0, 0, 4), {positions: 4, width: 11, height: 5}), [
      ' 4.00 ┤╮ ╭─',
      ' 3.00 ┤│ │',
      ' 2.00 ┤│ │',
      ' 1.00 ┤│ │',
      ' 0.00 ┤╰─╯',
    ]);
  });

  it('reaches only as far as the epochs have come', () => {
    assert.deepEqual(draw(one(2, 1), {positions: 7, width: 20, height: 3}), [' 2.00 ┤╮', ' 1.50 ┤╰╮', ' 1.00 ┤ ╰─']);
  });

  it('puts many values into few columns, the first and the last at the ends', () => {
    const values = Array.from({length: 401}, (_, index) => 4 - index / 100);
    assert.deepEqual(draw(one(...values), {positions: 401, width: 12, height: 5}), [
      ' 4.00 ┤╮',
      ' 3.00 ┤╰╮',
      ' 2.00 ┤ ╰╮',
      ' 1.00 ┤  ╰╮',
      ' 0.00 ┤   ╰─',
    ]);
  });
});

describe('a chart in what makes asciichart stumble', () => {
  const size = {positions: 7, width: 20, height: 5};
  const blank = ['', '', '', '', ''];

  it('is blank without a series, without a value, and without one that is finite', () => {
    assert.deepEqual(draw([], size), blank);
    assert.deepEqual(draw(one(), size), blank);
    assert.deepEqual(draw([...one(), {role: 'test', values: []}], size), blank);
    assert.deepEqual(draw(one(Number.NaN, Number.POSITIVE_INFINITY), size), blank);
  });

  it('shows a single value in the middle row, labelled with it', () => {
    assert.deepEqual(draw(one(2), size), [' 2.50 ┤', ' 2.25 ┤', ' 2.00 ┤─', ' 1.75 ┤', ' 1.50 ┤']);
  });

  it('shows a flat series in the middle row', () => {
    assert.deepEqual(draw(one(2, 2, 2), size), [' 2.50 ┤', ' 2.25 ┤', ' 2.00 ┤─────', ' 1.75 ┤', ' 1.50 ┤']);
    assert.deepEqual(draw(one(0, 0), size), [' 0.50 ┤', ' 0.25 ┤', ' 0.00 ┤───', '-0.25 ┤', '-0.50 ┤']);
  });

  it('shows the first series when the second is empty yet', () => {
    assert.deepEqual(draw([...one(2, 1), {role: 'test', values: []}], {positions: 7, width: 20, height: 3}), [
      ' 2.00 ┤╮',
      ' 1.50 ┤╰╮',
      ' 1.00 ┤ ╰─',
    ]);
  });

  it('leaves a gap for what is not finite, and only for that', () => {
    for (const gap of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      assert.deepEqual(draw(one(3, gap, 1, 1), {positions: 4, width: 11, height: 3}), [
        ' 3.00 ┤─',
        ' 2.00 ┤',
        ' 1.00 ┤  ──',
      ]);
    }
  });

  it('has as many rows as it is asked for, whatever the values', () => {
    const series = [one(1), one(0.001, 0.002), one(1000, 0), one(5, 5, 5), one(1, Number.NaN, 3), one(0.1, 7, 0.3, 2)];
    for (const values of series) {
      for (let height = 0; height <= 24; height++) assert.equal(draw(values, {...size, height}).length, height);
    }
  });

  it('keeps within its width, for losses in the thousands as well', () => {
    for (const values of [one(3, 2, 1), one(99, 1), one(12_345, 4), one(2e6, 1e6), one(1e21, 1)]) {
      for (const width of [1, 5, 8, 20, 41, 100]) {
        for (const line of draw(values, {positions: 3, width, height: 6})) {
          assert.ok(line.length <= width, `${line.length} columns of ${width}: ${line}`);
        }
      }
    }
  });

  it('is blank where there is no room for an axis', () => {
    assert.deepEqual(draw(one(1, 2), {positions: 2, width: 7, height: 3}), ['', '', '']);
    assert.deepEqual(draw(one(1, 2), {positions: 2, width: 40, height: 1}), ['']);
    assert.deepEqual(draw(one(1, 2), {positions: 2, width: 40, height: 0}), []);
  });
});

describe('a chart of both losses and the limit of the early stop', () => {
  const series: Series[] = [
    {role: 'limit', values: [1, 1, 1, 1, 1]},
    {role: 'train', values: [4, 2, 1]},
    {role: 'test', values: [3, 3, 2]},
  ];
  const size = {positions: 5, width: 12, height: 4};

  it('has one axis for all, later series over earlier ones', () => {
    assert.deepEqual(draw(series, size), [' 4.00 ┤╮', ' 3.00 ┤═╗', ' 2.00 ┤╰╚═', ' 1.00 ┤┄╰─┄┄']);
  });

  it('has other characters in plain ASCII', () => {
    const lines = draw(series, size, false);
    assert.deepEqual(lines, [' 4.00 |*', ' 3.00 |oo', ' 2.00 |*oo', ' 1.00 |.**..']);
  });

  it('reads without colour: no two series share a character', () => {
    for (const unicode of [true, false]) {
      const used = (['train', 'test', 'limit'] as const).map(role =>
        marks(draw([{role, values: [5, 1, 1, 9, 3, 3]}], {positions: 6, width: 30, height: 9}, unicode)),
      );
      for (const [index, own] of used.entries()) {
        assert.ok(own.length >= 1);
        for (const other of used.slice(index + 1)) {
          assert.deepEqual(
            own.filter(mark => other.includes(mark)),
            [],
          );
        }
      }
    }
  });

  it('shows in the legend the character that its lines are made of', () => {
    for (const unicode of [true, false]) {
      const symbols = (['train', 'test', 'limit'] as const).map(role => {
        const symbol = seriesSymbol(role, unicode);
        assert.deepEqual(marks(draw([{role, values: [2, 2, 2]}], size, unicode)), [symbol]);
        return symbol;
      });
      assert.equal(new Set(symbols).size, 3);
    }
  });

  it('is ASCII when it is asked to be', () => {
    for (const line of draw(series, {positions: 5, width: 60, height: 12}, false)) assert.match(line, /^[ -~]*$/);
  });

  it('labels its rows so that a loss of 0.0135 is told from the limit of 0.015', () => {
    const lines = draw(
      [
        {role: 'limit', values: [1.5, 1.5]},
        {role: 'test', values: [1.35, 1.35]},
      ],
      {positions: 2, width: 12, height: 4},
    );
    assert.deepEqual(lines, [' 1.50 ┤┄┄┄┄┄', ' 1.45 ┤', ' 1.40 ┤', ' 1.35 ┤═════']);
  });

  it('is the same text with colours, each series in its own, every colour closed within its line', () => {
    const colored = chart(series, size, createPaint(4, 'dark'), true);
    assert.deepEqual(colored.map(stripVTControlCharacters), draw(series, size));
    assert.equal(colored[0], '\u001B[2m 4.00 ┤\u001B[22m\u001B[36m╮\u001B[39m');
    assert.equal(colored[1], '\u001B[2m 3.00 ┤\u001B[22m\u001B[33m═\u001B[39m\u001B[33m╗\u001B[39m');
  });
});
