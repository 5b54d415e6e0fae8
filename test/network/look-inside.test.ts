import assert from 'node:assert/strict';
import {it} from 'node:test';
import {changeOf, litPixels, lookInside, rootMeanSquare} from '../../source/network/look-inside.js';
import {forward} from '../../source/network/reference.js';
import {mnist} from '../helpers/mnist.js';
import {readOracle} from '../helpers/oracle.js';

const oracle = readOracle();
const {train, test} = mnist();

it('the hidden values and scores are those of the reference, and the scores PyTorch’s', () => {
  const weights = oracle.weightsAfter(468);
  for (const index of [0, 8, 247, 9999]) {
    const image = test.images.subarray(index * 784, (index + 1) * 784);
    const {activations, scores} = lookInside(weights, image);
    const expected = forward(weights, image);
    for (const [unit, value] of expected.activations.entries()) assert.ok(Math.abs(activations[unit] - value) < 1e-9);
    for (const [digit, score] of scores.entries()) {
      assert.ok(Math.abs(score - oracle.testScores[index * 10 + digit]) < 1e-4);
    }
  }
});

it('a pixel is lit where any image has ink; 67 of MNIST never are', () => {
  const images = new Uint8Array(3 * 784);
  images[5] = 1;
  images[784 + 5] = 255;
  images[2 * 784 + 783] = 7;
  assert.deepEqual(
    [...litPixels(images).entries()].filter(([, isLit]) => isLit === 1).map(([pixel]) => pixel),
    [5, 783],
  );
  assert.equal(litPixels(train.images).filter(isLit => isLit === 0).length, 67);
});

it('Adam’s first step moves every hidden weight that has a gradient by the rate', () => {
  const change = changeOf(oracle.weightsAfter(1).hiddenWeight, oracle.initial.weights.hiddenWeight);
  const moved = change.filter(value => Math.abs(value) > 1e-6).map(Math.abs);
  assert.ok(moved.length > 0.5 * change.length);
  assert.ok(moved.filter(value => Math.abs(value - 0.001) < 1e-5).length > 0.97 * moved.length);
});

it('the root of the mean square leaves out what is never lit', () => {
  const values = new Float32Array(2 * 784).fill(100);
  const lit = new Uint8Array(784);
  lit[3] = 1;
  values[3] = 3;
  values[784 + 3] = -4;
  assert.equal(rootMeanSquare(values, lit), Math.sqrt((9 + 16) / 2));
  assert.equal(rootMeanSquare(values, new Uint8Array(784)), 0);
});
