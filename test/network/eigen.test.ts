import assert from 'node:assert/strict';
import {it} from 'node:test';
import {symmetricEigen} from '../../source/network/eigen.js';
import {seededRandom} from '../../source/network/random.js';

it('a symmetric matrix only stretches its eigenvectors, which stand upright, the most stretched first', () => {
  const random = seededRandom(4, 0);
  const numbers = Array.from({length: 6}, () => Array.from({length: 6}, () => random.uniform() - 0.5));
  const matrix = numbers.map((row, one) => row.map((value, other) => value + (numbers[other]?.[one] ?? 0)));
  const {values, vectors} = symmetricEigen(matrix);
  const product = (one: readonly number[], other: readonly number[]): number =>
    one.reduce((sum, value, place) => sum + value * (other[place] ?? Number.NaN), 0);
  vectors.forEach((vector, place) => {
    for (const [unit, row] of matrix.entries()) {
      assert.ok(Math.abs(product(row, vector) - (values[place] ?? Number.NaN) * (vector[unit] ?? 0)) < 1e-12);
    }
    vectors.forEach((other, another) => {
      assert.ok(Math.abs(product(vector, other) - (place === another ? 1 : 0)) < 1e-12);
    });
  });
  assert.deepEqual(
    values,
    values.toSorted((one, other) => other - one),
  );
});
