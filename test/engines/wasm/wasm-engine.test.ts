import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {digit, type SplitData} from '../../../source/dataset/dataset.js';
import type {Engine} from '../../../source/engines/engine.js';
import {createWasmEngine} from '../../../source/engines/wasm/wasm-engine.js';
import {initialState} from '../../../source/network/initial-state.js';
import {parameterNames, type Weights} from '../../../source/network/network-state.js';
import {forward, meanLoss, tutorialMethod} from '../../../source/network/reference.js';
import {finiteDifference} from '../../helpers/finite-difference.js';
import {mnist, noiseDataset, randomOrder} from '../../helpers/mnist.js';
import {largestDifference, largestWeightDifference, oracleBatchSize, readOracle} from '../../helpers/oracle.js';

async function engineWith(dataset: ReturnType<typeof mnist>, hidden: number, seed = 3, threads = 1): Promise<Engine> {
  const engine = await createWasmEngine(threads);
  await engine.load(dataset);
  await engine.setState(initialState(hidden, seed));
  return engine;
}

describe('the wasm engine against PyTorch', () => {
  it('reproduces an epoch: losses, weights, scores and accuracy', async () => {
    const oracle = readOracle();
    const dataset = mnist();
    const engine = await createWasmEngine();
    await engine.load(dataset);
    await engine.setState(oracle.initial);
    let done = 0;
    for (const [step, tolerance] of [
      [1, 1e-6],
      [10, 1e-5],
      [100, 1e-5],
      [468, 1e-3],
    ] as const) {
      const order = oracle.order.subarray(done * oracleBatchSize, step * oracleBatchSize);
      const losses = await engine.trainSteps(order, {
        ...tutorialMethod,
        batchSize: oracleBatchSize,
        learningRate: 1e-3,
      });
      const lossDifference = largestDifference(losses, oracle.batchLoss.subarray(done, step));
      assert.ok(lossDifference <= 1e-5, `losses up to step ${step} differ by ${lossDifference}`);
      const state = await engine.getState();
      assert.equal(state.step, step);
      const difference = largestWeightDifference(state.weights, oracle.weightsAfter(step));
      assert.ok(difference <= tolerance, `weights after step ${step} differ by ${difference}`);
      done = step;
    }
    await engine.setState({...(await engine.getState()), weights: oracle.weightsAfter(468)});
    const scores = await engine.scores('test');
    const difference = largestDifference(scores, oracle.testScores);
    assert.ok(difference <= 1e-4, `test scores differ by ${difference}`);
    const right = dataset.test.labels.filter((label, index) => {
      const row = scores.subarray(10 * index, 10 * index + 10);
      return row.indexOf(Math.max(...row)) === label;
    }).length;
    assert.ok(Math.abs(right / 10_000 - oracle.testAccuracy) <= 0.001);
  });
});

describe('the wasm engine against plain float64 arithmetic', () => {
  const lossOf = (weights: Weights, data: SplitData, indices: Uint32Array): number =>
    meanLoss(
      Array.from(indices, index => forward(weights, digit(data, index))),
      Array.from(indices, index => data.labels[index]),
      'mse',
    );

  for (const [hidden, batchSize, trainCount, testCount] of [
    [1, 1, 3, 1],
    [31, 7, 20, 129],
    [33, 100, 130, 5],
    [1024, 3, 4, 2],
  ] as const) {
    it(`gives the right scores and losses with ${hidden} hidden units and batches of ${batchSize}`, async () => {
      const dataset = noiseDataset(trainCount, testCount, 1);
      const engine = await engineWith(dataset, hidden);
      const order = randomOrder(batchSize, trainCount, 5);
      const {weights} = initialState(hidden, 3);
      const [loss] = await engine.trainSteps(order, {...tutorialMethod, batchSize, learningRate: 1e-3});
      const expected = lossOf(weights, dataset.train, order);
      assert.ok(Math.abs(loss - expected) < 1e-6 * Math.max(1, expected), `${loss} is not ${expected}`);
      const after = (await engine.getState()).weights;
      const scores = await engine.scores('test');
      assert.equal(scores.length, 10 * testCount);
      for (const index of new Set([0, testCount - 1])) {
        const wanted = Float32Array.from(forward(after, digit(dataset.test, index)).scores);
        const difference = largestDifference(scores.subarray(10 * index, 10 * index + 10), wanted);
        assert.ok(difference < 1e-5, `scores of image ${index} differ by ${difference}`);
      }
    });
  }

  it('has the gradient that finite differences give, in every parameter array', async () => {
    const hidden = 5;
    const batchSize = 6;
    const dataset = noiseDataset(batchSize, 1, 2);
    const engine = await engineWith(dataset, hidden);
    const {weights} = initialState(hidden, 3);
    const order = Uint32Array.from({length: batchSize}, (_, index) => index);
    await engine.trainSteps(order, {...tutorialMethod, batchSize, learningRate: 1e-3});
    const {firstMoment} = await engine.getState();
    const loss = (changed: Weights): number => lossOf(changed, dataset.train, order);
    for (const name of parameterNames) {
      const stride = Math.max(1, Math.floor(weights[name].length / 40));
      for (let place = 0; place < weights[name].length; place += stride) {
        // After one step from zero, Adam's first moment is a tenth of the gradient.
        const gradient = firstMoment[name][place] / 0.1;
        const expected = finiteDifference(weights, name, place, loss);
        assert.ok(Math.abs(gradient - expected) < 2e-4, `${name}[${place}]: ${gradient} is not ${expected}`);
      }
    }
  });
});

describe('the wasm engine', () => {
  const hidden = 40;
  const options = {...tutorialMethod, batchSize: 16, learningRate: 1e-2};

  it('gives the same numbers twice, whether in one call or in several', async () => {
    const dataset = noiseDataset(64, 8, 4);
    const order = randomOrder(16 * 12, 64, 9);
    const whole = await engineWith(dataset, hidden);
    const losses = await whole.trainSteps(order, options);
    const parts = await engineWith(dataset, hidden);
    const first = await parts.trainSteps(order.subarray(0, 16 * 5), options);
    const second = await parts.trainSteps(order.subarray(16 * 5), options);
    assert.deepEqual([...first, ...second], [...losses]);
    assert.deepEqual(await parts.getState(), await whole.getState());
  });

  for (const [hiddenUnits, batchSize] of [
    [1, 1],
    [40, 16],
    [130, 50],
  ] as const) {
    it(`gives the same numbers on 1, 2, 3 and 5 threads, with ${hiddenUnits} hidden units and batches of ${batchSize}`, async () => {
      const dataset = noiseDataset(64, 200, 4);
      const order = randomOrder(batchSize * 20, 64, 9);
      const runs = [];
      for (const threads of [1, 2, 3, 5]) {
        const engine = await engineWith(dataset, hiddenUnits, 3, threads);
        const losses = await engine.trainSteps(order, {...tutorialMethod, batchSize, learningRate: 1e-2});
        runs.push({losses, state: await engine.getState(), scores: await engine.scores('test')});
        await engine.dispose();
      }
      for (const run of runs.slice(1)) assert.deepEqual(run, runs[0]);
    });
  }

  it('goes on from a state read out of another engine as that one does', async () => {
    const dataset = noiseDataset(64, 8, 4);
    const order = randomOrder(16 * 6, 64, 9);
    const first = await engineWith(dataset, hidden);
    await first.trainSteps(order, options);
    const second = await engineWith(dataset, 7, 1);
    await second.setState(await first.getState());
    assert.deepEqual(await second.trainSteps(order, options), await first.trainSteps(order, options));
  });

  it('raises the score of the label by a step on one image', async () => {
    const dataset = noiseDataset(1, 1, 8);
    const engine = await engineWith(dataset, hidden);
    const label = dataset.train.labels[0];
    const before = (await engine.scores('train'))[label];
    await engine.trainSteps(Uint32Array.of(0), {...tutorialMethod, batchSize: 1, learningRate: 1e-3});
    assert.ok((await engine.scores('train'))[label] > before);
  });

  it('learns eight images by heart', async () => {
    const dataset = noiseDataset(8, 1, 10);
    const engine = await engineWith(dataset, hidden);
    const order = Uint32Array.from({length: 8 * 300}, (_, place) => place % 8);
    const losses = await engine.trainSteps(order, {...tutorialMethod, batchSize: 8, learningRate: 1e-2});
    assert.ok(losses[299] < 1e-4 && losses[0] > 0.05, `loss went from ${losses[0]} to ${losses[299]}`);
  });

  it('keeps no subnormal moments, which would slow every later step', async () => {
    const dataset = noiseDataset(2, 1, 12);
    const engine = await engineWith(dataset, hidden);
    // Image 0 once, then only image 1: what only image 0 lights must fade to zero.
    const order = Uint32Array.from({length: 2500}, (_, place) => (place === 0 ? 0 : 1));
    await engine.trainSteps(order, {...tutorialMethod, batchSize: 1, learningRate: 1e-3});
    const {firstMoment, secondMoment} = await engine.getState();
    const smallestNormal = 2 ** -126;
    for (const moment of [firstMoment, secondMoment]) {
      assert.ok(moment.hiddenWeight.every(value => value === 0 || Math.abs(value) >= smallestNormal));
    }
  });

  it('reports a loss that is not finite', async () => {
    const engine = await engineWith(noiseDataset(16, 1, 13), hidden);
    const order = Uint32Array.from({length: 160}, (_, place) => place % 16);
    const losses = await engine.trainSteps(order, {...tutorialMethod, batchSize: 16, learningRate: 1e9});
    assert.ok(Number.isFinite(losses[0]) && !Number.isFinite(losses[9]));
  });
});
