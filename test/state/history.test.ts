import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {emptyHistory, recentBatches, withBatches, withEpoch} from '../../source/state/history.js';
import type {EpochRecord} from '../../source/training/protocol.js';

const record = (epoch: number): EpochRecord => ({
  epoch,
  loss: 0.02,
  testLoss: 0.03,
  meanTrainLoss: 0.021,
  meanTestLoss: 0.025,
  accuracy: 0.95,
  seconds: 1,
});

describe('the history of a training', () => {
  it('keeps every epoch in order', () => {
    const history = withEpoch(withEpoch(emptyHistory, record(1)), record(2));
    assert.deepEqual(history, {epochs: [record(1), record(2)], batchLosses: []});
  });

  it('keeps the latest batches of two epochs of MNIST and no more, however long the training', () => {
    assert.equal(recentBatches, 2 * 468);
    let history = withEpoch(emptyHistory, record(1));
    for (let call = 0; call < 50; call++) {
      history = withBatches(
        history,
        Float32Array.from({length: 100}, (_, index) => call * 100 + index),
      );
    }
    assert.deepEqual(
      history.batchLosses,
      Array.from({length: 936}, (_, index) => 5000 - 936 + index),
    );
    assert.deepEqual(history.epochs, [record(1)]);
  });

  it('leaves the history that it was made from as it was', () => {
    const before = withBatches(emptyHistory, Float32Array.of(1));
    withBatches(before, Float32Array.of(2));
    withEpoch(before, record(1));
    assert.deepEqual(before, {epochs: [], batchLosses: [1]});
    assert.deepEqual(emptyHistory, {epochs: [], batchLosses: []});
  });
});
