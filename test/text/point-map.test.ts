import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {mapPoints} from '../../source/state/map-points.js';
import {cellAt, cellsOf, cellTowards, circleIn, type Points} from '../../source/text/point-map.js';
import {frameStates} from '../helpers/frame-states.js';

/** Digits given as x, y, label and answer. */
const pointsOf = (...digits: readonly (readonly [x: number, y: number, label: number, answer: number])[]): Points => ({
  positions: Float64Array.from({length: 2 * digits.length}, (_, place) => digits[place >> 1][place % 2]),
  labels: Uint8Array.from(digits, ([, , label]) => label),
  answers: Uint8Array.from(digits, ([, , , answer]) => answer),
});

describe('a circle of characters', () => {
  it('is round where a character is twice as high as wide, with room around it for what its corners are called', () => {
    for (const [columns, lines] of [
      [50, 19],
      [142, 45],
      [24, 30],
    ] as const) {
      const circle = circleIn(columns, lines);
      const [right, left] = [cellAt(circle, 1, 0)[0], cellAt(circle, -1, 0)[0]];
      const [top, bottom] = [cellAt(circle, 0, 1)[1], cellAt(circle, 0, -1)[1]];
      assert.ok(Math.abs(right - left - 2 * (bottom - top)) <= 2, `${right - left} columns, ${bottom - top} lines`);
      assert.ok(left >= 2 && right <= columns - 3 && top >= 1 && bottom <= lines - 2);
      assert.ok(left <= 4 || top <= 2, 'it is as large as can be');
    }
  });
});

describe('the digits in characters', () => {
  it('are the first mistake of those that share one, else the first of the most frequent label', () => {
    const cells = cellsOf(
      pointsOf(
        [0, 0, 3, 3],
        [0, 0, 5, 5],
        [0.001, 0, 5, 5],
        [1, 0, 1, 1],
        [1, 0, 4, 9],
        [1, 0, 7, 9],
        [0, Number.NaN, 2, 2],
      ),
      51,
      21,
    );
    assert.deepEqual(
      cells.map(({index, label, isWrong}) => [index, label, isWrong]),
      [
        [1, 5, false],
        [4, 4, true],
      ],
    );
    assert.deepEqual(cells[0] && [cells[0].column, cells[0].line], [25, 10]);
  });

  it('can all be reached with the arrows, from the first on', () => {
    for (const state of [frameStates.training, frameStates.directions]) {
      const points = mapPoints(state);
      assert.ok(points !== undefined);
      for (const [columns, lines] of [
        [24, 7],
        [50, 19],
        [142, 45],
      ] as const) {
        const cells = cellsOf(points, columns, lines);
        const reached = new Set(cells.slice(0, 1));
        for (const cell of reached) {
          for (const way of ['left', 'right', 'up', 'down'] as const) {
            const next = cellTowards(cells, cell, way);
            if (next !== undefined) reached.add(next);
          }
        }
        assert.equal(reached.size, cells.length);
        assert.ok(cells.length > 10);
      }
    }
  });

  it('are walked to the nearest that lies that way, rather ahead than aside', () => {
    const cells = cellsOf(
      pointsOf([0, 0, 0, 0], [0.5, 0.05, 1, 1], [0.4, 0.8, 2, 2], [-1, 0, 3, 3], [0, -1, 4, 4]),
      81,
      41,
    );
    const [middle = {column: 0, line: 0}] = cells.filter(({label}) => label === 0);
    const towards = (way: 'left' | 'right' | 'up' | 'down'): number | undefined =>
      cellTowards(cells, middle, way)?.label;
    assert.deepEqual([towards('right'), towards('up'), towards('left'), towards('down')], [1, 2, 3, 4]);
    const [last = middle] = cells.filter(({label}) => label === 3);
    assert.equal(cellTowards(cells, last, 'left'), undefined);
  });
});
