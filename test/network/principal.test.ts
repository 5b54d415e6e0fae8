import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {inPlane, type Plane, principalPlane} from '../../source/network/principal.js';
import {seededRandom} from '../../source/network/random.js';
import {surveyAtOnce} from '../../source/network/survey.js';
import {jacobi} from '../helpers/jacobi.js';
import {mnist} from '../helpers/mnist.js';
import {readOracle} from '../helpers/oracle.js';

/** The plane, and how often there was a rest on the way. */
function planeOf(vectors: Float32Array, width: number): {plane: Plane; rests: number} {
  const steps = principalPlane(vectors, width);
  for (let rests = 0; ; rests++) {
    const {done, value} = steps.next();
    if (done === true) return {plane: value, rests};
  }
}

/** The plain covariance, times how many there are. */
function covarianceOf(vectors: Float32Array, width: number): number[][] {
  const rows = Array.from({length: vectors.length / width}, (_, row) => [
    ...vectors.subarray(row * width, row * width + width),
  ]);
  const mean = Array.from({length: width}, (_, unit) => rows.reduce((sum, row) => sum + row[unit], 0) / rows.length);
  return mean.map((_, one) =>
    mean.map((__, other) => rows.reduce((sum, row) => sum + (row[one] - mean[one]) * (row[other] - mean[other]), 0)),
  );
}

describe('the principal plane', () => {
  const {images} = mnist().test;
  const oracle = readOracle();
  for (const [name, weights] of [
    ['random', oracle.initial.weights],
    ['trained', oracle.weightsAfter(468)],
  ] as const) {
    it(`is that of a Jacobi eigen-solver, for the hidden values of ${name} weights`, () => {
      const {hidden} = surveyAtOnce(weights, images.subarray(0, 500 * 784), 'hidden');
      const {plane, rests} = planeOf(hidden, 128);
      const {values, vectors} = jacobi(covarianceOf(hidden, 128));
      const variance = values.reduce((sum, value) => sum + value);
      assert.ok(Math.abs(plane.variance / variance - 1) < 1e-6);
      assert.ok(Math.abs(plane.share - (values[0] + values[1]) / variance) < 1e-6, `${plane.share}`);
      for (const axis of [0, 1]) {
        const own = plane.axes.subarray(axis * 128, (axis + 1) * 128);
        const cosine = own.reduce((sum, value, unit) => sum + value * vectors[axis][unit], 0);
        assert.ok(Math.abs(Math.abs(cosine) - 1) < 1e-6, `axis ${axis}: ${cosine}`);
      }
      const positions = inPlane(hidden, plane.axes, plane.mean);
      const squares = positions.reduce((sum, value) => sum + value * value, 0);
      assert.ok(Math.abs(squares / (values[0] + values[1]) - 1) < 1e-6);
      assert.ok(rests > 5);
    });
  }

  it('is the same each time', () => {
    const random = seededRandom(9, 0);
    const vectors = Float32Array.from({length: 60 * 20}, () => random.uniform());
    assert.deepEqual(planeOf(vectors, 20).plane, planeOf(vectors.slice(), 20).plane);
  });

  it('is there for one hidden unit, for two, and for digits that are all alike', () => {
    const one = planeOf(Float32Array.of(1, 2, 6), 1).plane;
    assert.deepEqual([one.share, Math.abs(one.axes[0]), one.axes[1], one.variance], [1, 1, 0, 14]);
    const two = planeOf(Float32Array.of(0, 3, 0, -3, 1, 0, -1, 0), 2).plane;
    assert.deepEqual([[...two.axes].map(value => Math.round(Math.abs(value))), two.share], [[0, 1, 1, 0], 1]);
    const alike = planeOf(new Float32Array(40).fill(2), 4).plane;
    assert.deepEqual([alike.share, alike.variance], [0, 0]);
    assert.ok(alike.axes.every(value => Number.isFinite(value)));
  });
});
