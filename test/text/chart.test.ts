import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {type Chart, chart, type Series, seriesSymbol} from '../../source/text/chart.js';
import {createPaint} from '../../source/text/paint.js';
import type {Theme} from '../../source/text/theme.js';

const theme = (unicode: boolean, depth: 1 | 4 = 1): Theme => ({
  unicode,
  greys: 0,
  background: 'dark',
  paint: createPaint(depth, 'dark'),
});
const train = (...columns: number[]): Series => ({role: 'train', columns});
const test = (...columns: number[]): Series => ({role: 'test', columns});
const size = {
  marks: [],
  ticks: [0, 2, 4].map(height => ({height, text: String(height)})),
  top: 4,
  width: 12,
  height: 5,
};
/** A chart without colours, in Unicode unless told otherwise. */
const draw = (series: readonly Series[], more: Partial<Chart> = {}, unicode = true): string[] =>
  chart({...size, series, ...more}, theme(unicode));

describe('a chart', () => {
  it('has one value a column, from 0 on, and labels at its ticks', () => {
    assert.deepEqual(draw([train(4, 3, 2, 1, 0)]), [
      '    4 ┤╮',
      '      │╰╮',
      '    2 ┤ ╰╮',
      '      │  ╰╮',
      '    0 ┤   ╰─',
    ]);
  });

  it('goes down and up again over several rows', () => {
    assert.deepEqual(draw([train(4, 0, 0, 4)]), [
      '    4 ┤╮ ╭─',
      '      ││ │',
      '    2 ┤│ │',
      '      ││ │',
      '    0 ┤╰─╯',
    ]);
  });

  it('leaves a gap for what is not finite, and only for that', () => {
    for (const gap of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      assert.deepEqual(draw([train(4, gap, 0, 0)], {height: 3}), ['    4 ┤─', '    2 ┤', '    0 ┤  ──']);
    }
  });

  it('is an empty axis without a value, and blank where there is no room for one', () => {
    assert.deepEqual(draw([train(Number.NaN)], {height: 3}), ['    4 ┤', '    2 ┤', '    0 ┤']);
    assert.deepEqual(draw([train(1)], {width: 7, height: 3}), ['', '', '']);
    assert.deepEqual(draw([train(1)], {height: 1}), ['']);
    assert.deepEqual(draw([train(1)], {height: 0}), []);
  });

  it('draws later series over earlier ones', () => {
    assert.deepEqual(draw([train(4, 2, 1), test(3, 3, 2)]), [
      '    4 ┤╮',
      '      │═╗',
      '    2 ┤╰╚═',
      '      │ ╰─',
      '    0 ┤',
    ]);
  });

  it('draws marks of all rows behind the series, and those of one row over them', () => {
    const marks = [
      {role: 'notice', column: 1, text: '┊'},
      {role: 'notice', column: 3, text: 'v r', row: 0},
    ] as const;
    const lines = ['    4 ┤───v r', '    2 ┤ ┊', '    0 ┤ ┊'];
    assert.deepEqual(draw([train(4, 4, 4, 4)], {marks, width: 13, height: 3}), lines);
  });

  it('has other characters in plain ASCII', () => {
    assert.deepEqual(draw([train(4, 2, 0), test(2, 2, 2)], {height: 3}, false), [
      '    4 +*',
      '    2 +ooo',
      '    0 + **',
    ]);
  });

  it('reads without colour: no two series share a character, and the legend has that of each', () => {
    for (const unicode of [true, false]) {
      const [one, other] = [train, test].map(series => {
        const lines = draw([series(4, 0, 0, 4, 2, 2)], {height: 9}, unicode);
        return new Set(lines.flatMap(line => [...line.slice(7)]).filter(mark => mark !== ' '));
      });
      assert.deepEqual(
        [...one].filter(mark => other.has(mark)),
        [],
      );
      assert.ok(one.has(seriesSymbol('train', unicode)) && other.has(seriesSymbol('test', unicode)));
    }
  });

  it('is the same text with colours, each series in its own', () => {
    const colored = chart({...size, series: [train(4, 2), test(4, 4)], height: 3}, theme(true, 4));
    assert.deepEqual(colored.map(stripVTControlCharacters), draw([train(4, 2), test(4, 4)], {height: 3}));
    assert.equal(colored[0], '\u001B[2m    4 ┤\u001B[22m\u001B[33m═\u001B[39m\u001B[33m═\u001B[39m');
  });
});
