import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {answerOf, evaluate} from '../../source/training/evaluation.js';
import {mnist} from '../helpers/mnist.js';
import {readOracle} from '../helpers/oracle.js';

/** Ten scores that are zero but for those given. */
const scores = (given: Readonly<Record<number, number>>): number[] =>
  Array.from({length: 10}, (_, digit) => given[digit] ?? 0);

const split = (...labels: number[]): {count: number; images: Uint8Array; labels: Uint8Array} => ({
  count: labels.length,
  images: new Uint8Array(labels.length * 784),
  labels: Uint8Array.from(labels),
});

const close = (found: number, expected: number, tolerance: number): void =>
  assert.ok(Math.abs(found - expected) <= tolerance, `${found} is not ${expected}`);

describe('the answer', () => {
  it('is the index of the largest score, the first of equals', () => {
    assert.equal(answerOf(scores({3: 0.4, 8: 0.9})), 8);
    assert.equal(answerOf(scores({2: 0.5, 7: 0.5})), 2);
    assert.equal(answerOf(new Array(10).fill(0)), 0);
    assert.equal(answerOf([-5, -4, -3, -9, -9, -9, -9, -9, -9, -3]), 2);
  });

  it('can be read out of the scores of many digits', () => {
    assert.equal(answerOf([...scores({1: 1}), ...scores({9: 1}), ...scores({4: 1})], 10), 9);
  });
});

describe('an evaluation', () => {
  // Squared errors of the five: 0; 1 + 1 = 2; 0.25; 0.5² × 2 = 0.5; 4.
  const given = [scores({5: 1}), scores({0: 1}), scores({4: 0.5}), scores({1: 0.5, 9: 0.5}), scores({7: 3})].flat();
  const data = split(5, 3, 4, 9, 7);

  it('has the mean squared error over all images and scores', () => {
    close(evaluate(Float32Array.from(given), data, {batchSize: 2, loss: 'mse'}).meanLoss, 6.75 / 50, 1e-12);
  });

  it('has the error of the last full batch', () => {
    // Batches of two: the third and fourth image; the fifth stands in no full batch.
    close(evaluate(Float32Array.from(given), data, {batchSize: 2, loss: 'mse'}).lastBatchLoss, 0.75 / 20, 1e-12);
    close(evaluate(Float32Array.from(given), data, {batchSize: 1, loss: 'mse'}).lastBatchLoss, 4 / 10, 1e-12);
    close(evaluate(Float32Array.from(given), data, {batchSize: 5, loss: 'mse'}).lastBatchLoss, 6.75 / 50, 1e-12);
  });

  it('takes the whole split for a batch when it is smaller than one', () => {
    close(evaluate(Float32Array.from(given), data, {batchSize: 128, loss: 'mse'}).lastBatchLoss, 6.75 / 50, 1e-12);
  });

  it('counts right answers, and each answer to each label', () => {
    const {accuracy, confusion} = evaluate(Float32Array.from(given), data, {batchSize: 2, loss: 'mse'});
    // 3 is taken for 0, and 9 for 1 because that is the first of two equal scores.
    assert.equal(accuracy, 3 / 5);
    assert.equal(confusion.length, 100);
    const counted = confusion.flatMap((count, place) =>
      count === 0 ? [] : [[Math.floor(place / 10), place % 10, count]],
    );
    assert.deepEqual(counted, [
      [3, 0, 1],
      [4, 4, 1],
      [5, 5, 1],
      [7, 7, 1],
      [9, 1, 1],
    ]);
  });

  it('has a loss that is not finite when a score is not', () => {
    const broken = Float32Array.from(given);
    broken[12] = Number.NaN;
    assert.ok(Number.isNaN(evaluate(broken, data, {batchSize: 2, loss: 'mse'}).meanLoss));
  });

  it("comes to PyTorch's figures for the scores that PyTorch gave to MNIST's test images", () => {
    const {testScores, testLossMean, testLossLastBatch, testAccuracy} = readOracle();
    const found = evaluate(testScores, mnist().test, {batchSize: 128, loss: 'mse'});
    close(found.meanLoss, testLossMean, 1e-8);
    close(found.lastBatchLoss, testLossLastBatch, 1e-8);
    close(found.accuracy, testAccuracy, 1e-7);
    assert.equal(
      found.confusion.reduce((sum, count) => sum + count, 0),
      10_000,
    );
    // As many of each label as MNIST's test split is known to have.
    const rows = Array.from({length: 10}, (_, label) =>
      found.confusion.slice(label * 10, label * 10 + 10).reduce((sum, count) => sum + count, 0),
    );
    assert.deepEqual(rows, [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]);
  });
});
