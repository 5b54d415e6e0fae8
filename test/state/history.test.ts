import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {emptyHistory, withBatches, withEpoch} from '../../source/state/history.js';
import {meanOf} from '../../source/training/train-curve.js';
import {epochDone} from '../helpers/state.js';

const losses = (count: number, from = 0): Float32Array =>
  Float32Array.from({length: count}, (_, index) => from + index);

describe('the history of a training', () => {
  it('keeps every epoch in order', () => {
    const {epochs} = withEpoch(withEpoch(emptyHistory, epochDone(1)), epochDone(2));
    assert.deepEqual(
      epochs.map(({epoch}) => epoch),
      [1, 2],
    );
  });

  it('has the loss of each of the first batches where the network was before it', () => {
    assert.deepEqual(withBatches(emptyHistory, Float32Array.of(8, 4, 2), 3).train, [
      {step: 0, loss: 8},
      {step: 1, loss: 4},
      {step: 2, loss: 2},
    ]);
  });

  it('has the mean of the last 50 batches later', () => {
    const {train, batchLosses} = withBatches(withBatches(emptyHistory, losses(468), 468), losses(32, 468), 500);
    assert.deepEqual(train.at(-1), {step: 499, loss: 450 + 49 / 2});
    assert.equal(batchLosses.length, meanOf);
  });

  it('keeps few points however long the training, evenly spread by ratios of steps', () => {
    let history = emptyHistory;
    for (let epoch = 1; epoch <= 200; epoch++) history = withBatches(history, losses(468), epoch * 468);
    assert.ok(history.train.length < 300, `${history.train.length} points`);
    assert.ok(history.train.length > 150, `${history.train.length} points`);
    assert.equal(history.train.at(-1)?.step, 200 * 468 - 1);
  });

  it('forgets what lies behind the step that a training goes back to', () => {
    const history = withBatches(withBatches(emptyHistory, losses(100), 100), Float32Array.of(7), 11);
    assert.deepEqual(history.train.at(-1), {step: 10, loss: 7});
    assert.deepEqual(history.batchLosses, [7]);
  });

  it('leaves the history that it was made from as it was', () => {
    const before = withBatches(emptyHistory, Float32Array.of(1), 1);
    withBatches(before, Float32Array.of(2), 2);
    assert.deepEqual(before.train, [{step: 0, loss: 1}]);
  });
});
