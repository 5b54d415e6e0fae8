import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {nearestTurn, turnedAxes, turnedPoints, turnedTowards} from '../../source/network/plane-match.js';
import {seededRandom} from '../../source/network/random.js';

const random = seededRandom(11, 0);
const numbers = (length: number): Float64Array => Float64Array.from({length}, () => random.uniform() - 0.5);
const product = (one: Float64Array, other: Float64Array): number =>
  one.reduce((sum, value, place) => sum + value * other[place], 0);

/** Two random directions of length 1 at right angles. */
function randomAxes(width: number): Float64Array {
  const [first, second] = [numbers(width), numbers(width)];
  const one = first.map(value => value / Math.sqrt(product(first, first)));
  const rest = second.map((value, unit) => value - product(one, second) * one[unit]);
  return Float64Array.of(...one, ...rest.map(value => value / Math.sqrt(product(rest, rest))));
}
const halves = (axes: Float64Array): [Float64Array, Float64Array] => [
  axes.subarray(0, axes.length / 2),
  axes.subarray(axes.length / 2),
];

/** The cosine of the largest angle between two planes: how little the worst direction of one has in the other. */
function leastCosine(one: Float64Array, other: Float64Array): number {
  let least = 1;
  for (let degrees = 0; degrees < 180; degrees += 0.25) {
    const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    const [a, b] = halves(one);
    const direction = a.map((value, unit) => c * value + s * b[unit]);
    least = Math.min(least, Math.hypot(...halves(other).map(axis => product(axis, direction))));
  }
  return least;
}

describe('a plane that is turned towards another', () => {
  it('turns by so much and no more, stays upright, and is there when that is enough', () => {
    for (let trial = 0; trial < 10; trial++) {
      const [from, to] = [randomAxes(9), randomAxes(9)];
      const turned = turnedTowards(from, to, 0.3);
      const [one, other] = halves(turned);
      assert.ok(Math.abs(product(one, one) - 1) < 1e-9 && Math.abs(product(one, other)) < 1e-9);
      assert.ok(Math.abs(Math.acos(leastCosine(from, turned)) - 0.3) < 1e-3);
      assert.ok(leastCosine(turned, to) > leastCosine(from, to));
      assert.ok(leastCosine(turnedTowards(from, to, 2), to) > 1 - 1e-9);
    }
  });

  it('keeps its axes where the other plane is the same, however that one is turned or flipped', () => {
    const from = randomAxes(7);
    for (const turn of [
      [0, 1, 1, 0],
      [-1, 0, 0, 1],
      [Math.cos(2), -Math.sin(2), Math.sin(2), Math.cos(2)],
    ] as const) {
      const turned = turnedTowards(from, turnedAxes(turn, from), Number.POSITIVE_INFINITY);
      assert.ok(turned.every((value, place) => Math.abs(value - from[place]) < 1e-9));
    }
  });
});

describe('the turn of points', () => {
  it('brings them nearer to where they were than any other turn or flip does', () => {
    for (let trial = 0; trial < 10; trial++) {
      const [points, before] = [numbers(60), numbers(60)];
      const distance = (turn: readonly [number, number, number, number]): number => {
        let sum = 0;
        for (let place = 0; place < points.length; place += 2) {
          const [x, y] = [points[place], points[place + 1]];
          sum += (turn[0] * x + turn[1] * y - before[place]) ** 2;
          sum += (turn[2] * x + turn[3] * y - before[place + 1]) ** 2;
        }
        return sum;
      };
      const turn = nearestTurn(points, before);
      const found = distance(turn);
      const left = turnedPoints(turn, points).map((value, place) => value - before[place]);
      assert.ok(Math.abs(product(left, left) - found) < 1e-9);
      for (let degrees = 0; degrees < 360; degrees++) {
        const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
        assert.ok(found <= distance([c, -s, s, c]) + 1e-9 && found <= distance([c, s, s, -c]) + 1e-9);
      }
    }
  });
});
