import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {digit} from '../../source/dataset/dataset.js';
import {initialState} from '../../source/network/initial-state.js';
import {type NetworkState, parameterNames, type Weights} from '../../source/network/network-state.js';
import {backward, forward, meanLoss, trainStep} from '../../source/network/reference.js';
import {finiteDifference} from '../helpers/finite-difference.js';
import {mnist, noiseDataset} from '../helpers/mnist.js';
import {largestDifference, largestWeightDifference, oracleBatchSize, readOracle} from '../helpers/oracle.js';

describe('the plain network against PyTorch', () => {
  const oracle = readOracle();
  const {train, test} = mnist();

  it('takes ten steps with the same losses to the same weights', () => {
    let state = oracle.initial;
    const losses: number[] = [];
    for (let step = 1; step <= 10; step++) {
      const batch = [...oracle.order.subarray((step - 1) * oracleBatchSize, step * oracleBatchSize)];
      const images = batch.map(index => digit(train, index));
      const labels = batch.map(index => train.labels[index]);
      const taken = trainStep(state, images, labels, 1e-3);
      losses.push(taken.loss);
      state = taken.state;
      if (step !== 1 && step !== 10) continue;
      const difference = largestWeightDifference(state.weights, oracle.weightsAfter(step));
      assert.ok(difference < 1e-6, `weights after step ${step} differ by ${difference}`);
    }
    assert.equal(state.step, 10);
    const difference = largestDifference(Float32Array.from(losses), oracle.batchLoss.subarray(0, 10));
    assert.ok(difference < 1e-7, `losses differ by ${difference}`);
  });

  it('gives the same scores to the first 500 test digits after an epoch, and the same mean loss', () => {
    const weights = oracle.weightsAfter(468);
    const passes = Array.from({length: 500}, (_, index) => forward(weights, digit(test, index)));
    const expected = oracle.testScores.subarray(0, 5000);
    const difference = largestDifference(Float32Array.from(passes.flatMap(({scores}) => [...scores])), expected);
    assert.ok(difference < 1e-5, `scores differ by ${difference}`);
    // The 78th full batch is the last.
    const lastBatch = Array.from({length: oracleBatchSize}, (_, place) => 77 * oracleBatchSize + place);
    const loss = meanLoss(
      lastBatch.map(index => forward(weights, digit(test, index))),
      lastBatch.map(index => test.labels[index]),
      'mse',
    );
    assert.ok(Math.abs(loss - oracle.testLossLastBatch) < 1e-7, `${loss} is not ${oracle.testLossLastBatch}`);
  });
});

describe('the plain network', () => {
  const count = 6;
  const {train} = noiseDataset(count, 1, 2);
  const images = Array.from({length: count}, (_, index) => digit(train, index));
  const start = initialState(5, 3);
  const lossOf = (weights: Weights): number =>
    meanLoss(
      images.map(image => forward(weights, image)),
      train.labels,
      'mse',
    );

  it('has the gradient that finite differences give, in every parameter array', () => {
    const {weights} = start;
    const gradient = backward(
      weights,
      images.map(image => forward(weights, image)),
      train.labels,
      'mse',
    );
    for (const name of parameterNames) {
      const stride = Math.max(1, Math.floor(weights[name].length / 40));
      for (let place = 0; place < weights[name].length; place += stride) {
        const expected = finiteDifference(weights, name, place, lossOf);
        const found = gradient[name][place];
        assert.ok(Math.abs(found - expected) < 1e-8, `${name}[${place}]: ${found} is not ${expected}`);
      }
    }
  });

  it('lowers the loss by a step, and leaves the state that it was given alone', () => {
    const before = structuredClone(start);
    const {loss, state} = trainStep(start, images, train.labels, 1e-3);
    assert.deepEqual(start, before);
    assert.ok(lossOf(state.weights) < loss);
  });

  it('leaves the weights of pixels alone that no digit lights', () => {
    const blank = [new Uint8Array(784), new Uint8Array(784)];
    const {state} = trainStep(start, blank, [0, 1], 1e-3);
    assert.deepEqual(state.weights.hiddenWeight, start.weights.hiddenWeight);
    assert.notDeepEqual(state.weights.hiddenBias, start.weights.hiddenBias);
  });

  it('has no gradient through a unit whose sum is exactly 0, as in PyTorch', () => {
    const weights = {...start.weights, hiddenWeight: new Float32Array(784 * 5), hiddenBias: new Float32Array(5)};
    const gradient = backward(
      weights,
      images.map(image => forward(weights, image)),
      train.labels,
      'mse',
    );
    for (const name of ['hiddenWeight', 'hiddenBias', 'outputWeight'] as const) {
      assert.ok(gradient[name].every(value => value === 0));
    }
    assert.ok(gradient.outputBias.every(value => value !== 0));
  });

  it('hides no NaN behind the ReLU', () => {
    const spoiled: NetworkState = {
      ...start,
      weights: {...start.weights, hiddenBias: new Float32Array(5).fill(Number.NaN)},
    };
    const {loss, state} = trainStep(spoiled, images, train.labels, 1e-3);
    assert.ok(Number.isNaN(loss));
    assert.ok(parameterNames.every(name => state.weights[name].every(Number.isNaN)));
  });
});
