import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createWasmEngine} from '../../../source/engines/wasm/wasm-engine.js';
import {initialState} from '../../../source/network/initial-state.js';
import {curveError} from '../../helpers/curves.js';
import {noiseDataset, randomOrder} from '../../helpers/mnist.js';
import {checkOtherLabels} from '../../helpers/other-labels.js';
import {checkMethod, methodCases, methodDataset} from '../../helpers/pytorch-methods.js';

describe('the wasm engine follows 100 steps of PyTorch', async () => {
  const engine = await createWasmEngine(1);
  await engine.load(methodDataset());
  for (const method of methodCases()) it(`with ${method.name}`, () => checkMethod(engine, method));
});

describe('the wasm engine', () => {
  for (const activation of ['sigmoid', 'tanh'] as const) {
    it(`has ${activation} as float64 has it, and hides no NaN`, async () => {
      const engine = await createWasmEngine(1);
      // Seen: 8.8e-8 and 1.8e-7.
      const error = await curveError(engine, activation);
      assert.ok(error < 5e-7, `off by ${error}`);
      const {weights, ...state} = initialState(3, 1, activation);
      await engine.setState({...state, weights: {...weights, hiddenBias: Float32Array.of(0, Number.NaN, 0)}});
      assert.ok((await engine.scores('test')).every(Number.isNaN));
    });
  }

  for (const [activation, loss, optimizer] of [
    ['sigmoid', 'cross-entropy', 'momentum'],
    ['tanh', 'cross-entropy', 'sgd'],
  ] as const) {
    it(`gives the same numbers on 1, 2 and 5 threads with ${activation}, ${loss} and ${optimizer}`, async () => {
      const dataset = noiseDataset(64, 200, 4);
      const order = randomOrder(16 * 20, 64, 9);
      const runs = [];
      for (const threads of [1, 2, 5]) {
        const engine = await createWasmEngine(threads);
        await engine.load(dataset);
        await engine.setState(initialState(70, 3, activation));
        const losses = await engine.trainSteps(order, {loss, optimizer, batchSize: 16, learningRate: 0.1});
        runs.push({losses, state: await engine.getState(), scores: await engine.scores('test')});
        await engine.dispose();
      }
      for (const run of runs.slice(1)) assert.deepEqual(run, runs[0]);
    });
  }

  it('has a finite cross-entropy where scores are far apart', async () => {
    const engine = await createWasmEngine(1);
    await engine.load(noiseDataset(16, 1, 3));
    const {weights, ...state} = initialState(3, 1);
    const outputBias = Float32Array.from({length: 10}, (_, digit) => 200 * digit);
    await engine.setState({...state, weights: {...weights, outputBias}});
    const options = {loss: 'cross-entropy', optimizer: 'sgd', batchSize: 16, learningRate: 0} as const;
    const [loss] = await engine.trainSteps(
      Uint32Array.from({length: 16}, (_, place) => place),
      options,
    );
    // A label n loses 200 × (9 − n), by far the most of it.
    const wanted = noiseDataset(16, 1, 3).train.labels.reduce((sum, label) => sum + 200 * (9 - label), 0) / 16;
    assert.ok(Math.abs(loss - wanted) < 10, `${loss} is not about ${wanted}`);
  });

  it('trains on other labels once it has them', async () => {
    await checkOtherLabels(await createWasmEngine(1));
  });
});
