import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {digit} from '../../source/dataset/dataset.js';
import {adamTrace} from '../../source/network/adam-trace.js';
import type {NetworkState} from '../../source/network/network-state.js';
import {backward, forward, trainStep} from '../../source/network/reference.js';
import {mnist} from '../helpers/mnist.js';
import {oracleBatchSize, readOracle} from '../helpers/oracle.js';

const oracle = readOracle();
const {train} = mnist();
const batch = (step: number): {images: Uint8Array[]; labels: number[]} => {
  const indices = [...oracle.order.subarray((step - 1) * oracleBatchSize, step * oracleBatchSize)];
  return {images: indices.map(index => digit(train, index)), labels: indices.map(index => train.labels[index])};
};
/** PyTorch's first steps again: the states from 0 on. */
const states: NetworkState[] = [oracle.initial];
for (let step = 1; step <= 3; step++) {
  const {images, labels} = batch(step);
  states.push(trainStep(states[step - 1], images, labels, 1e-3).state);
}
const gradientOf = (step: number): Float64Array => {
  const {images, labels} = batch(step);
  const {weights} = states[step - 1];
  const passes = images.map(image => forward(weights, image));
  return backward(weights, passes, labels, 'mse').hiddenWeight;
};
/** Weights of pixels in the middle, of every seventh unit. */
const places = Array.from({length: 18}, (_, unit) => 7 * unit * 784 + 28 * 13 + 12 + (unit % 5));

describe("a weight's step, written out", () => {
  it("is PyTorch's first step, which is the learning rate itself where there is a gradient", () => {
    const weights = oracle.weightsAfter(1);
    let moved = 0;
    for (const place of places) {
      const trace = adamTrace(states[0], {...states[1], weights}, place, 1, 1e-3);
      assert.deepEqual(
        [trace.before, trace.after],
        [oracle.initial.weights.hiddenWeight[place], weights.hiddenWeight[place]],
      );
      assert.ok(
        Math.abs(trace.before + trace.update - trace.after) < 1e-8,
        `${trace.before} ${trace.update} ${trace.after}`,
      );
      if (Math.abs(trace.gradient) < 1e-5) continue;
      moved++;
      assert.ok(Math.abs(Math.abs(trace.update) - 1e-3) < 1e-6);
      assert.equal(Math.sign(trace.update), -Math.sign(trace.gradient));
    }
    assert.ok(moved > 9, `${moved} moved`);
  });

  it('has the gradient of the batch, and leads from the weight before to the one after', () => {
    for (const step of [1, 2, 3]) {
      const gradient = gradientOf(step);
      for (const place of places) {
        const trace = adamTrace(states[step - 1], states[step], place, step, 1e-3);
        const expected = gradient[place];
        assert.ok(Math.abs(trace.gradient - expected) < 1e-6 * Math.max(1e-3, Math.abs(expected)), `${trace.gradient}`);
        assert.ok(Math.abs(trace.second.after - (0.99 * trace.second.before + 0.01 * expected ** 2)) < 1e-11);
        assert.ok(Math.abs(trace.before + trace.update - trace.after) < 1e-8);
      }
    }
  });

  it('adds nothing where there has never been a gradient', () => {
    const {gradient, update, before, after} = adamTrace(states[0], states[1], 0, 1, 1e-3);
    assert.deepEqual([gradient, Math.abs(update), after], [0, 0, before]);
  });
});
