import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {corner, wheelOrder, wheelPositions} from '../../source/network/wheel.js';
import {readOracle} from '../helpers/oracle.js';

/** Where the corners are, clockwise from the top, in the order that the field's confusions ask for. */
const corners = [0, 6, 5, 3, 8, 1, 2, 7, 9, 4].map((answer, place) => {
  const angle = (place * 36 * Math.PI) / 180;
  return {answer, x: Math.cos(Math.PI / 2 - angle), y: Math.sin(Math.PI / 2 - angle)};
});

describe('the wheel', () => {
  it('has the answers on the unit circle, 0 at the top, 1 at the bottom, 5 to the right', () => {
    assert.deepEqual(
      wheelOrder,
      corners.map(({answer}) => answer),
    );
    for (const {answer, x, y} of corners) {
      const [right, up] = corner(answer);
      assert.ok(Math.abs(right - x) < 1e-12 && Math.abs(up - y) < 1e-12, `${answer}`);
    }
    assert.ok((corner(5)[0] ?? 0) > 0.9);
  });

  it('has each digit at the sum of the directions, weighted by the softmax of six times its scores', () => {
    const {testScores} = readOracle();
    const positions = wheelPositions(testScores);
    assert.equal(positions.length, 20_000);
    for (let index = 0; index < 10_000; index++) {
      const powers = [...testScores.subarray(index * 10, index * 10 + 10)].map(score => Math.E ** (6 * score));
      const sum = powers.reduce((all, power) => all + power);
      const at = (axis: 'x' | 'y'): number =>
        corners.reduce((all, each) => all + ((powers[each.answer] ?? 0) / sum) * each[axis], 0);
      const off = Math.hypot(positions[2 * index] - at('x'), positions[2 * index + 1] - at('y'));
      assert.ok(off < 1e-9, `digit ${index}: ${off}`);
    }
  });

  it('has a digit whose scores are all alike in the middle, and one with huge scores in its corner', () => {
    const [x, y, right, up] = wheelPositions(
      Float32Array.from({length: 20}, (_, place) => (place < 10 ? 0.3 : place === 15 ? 1e4 : 0)),
    );
    assert.ok(Math.hypot(x, y) < 1e-9);
    assert.ok(Math.hypot(right - (corner(5)[0] ?? 0), up - (corner(5)[1] ?? 0)) < 1e-9);
  });
});
