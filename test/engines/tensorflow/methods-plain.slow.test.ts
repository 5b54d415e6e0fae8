import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import * as pureJs from '@tensorflow/tfjs';
import {checkSteps} from '../../../source/engines/step-check.js';
import {TensorFlowEngine} from '../../../source/engines/tensorflow/tensorflow-engine.js';
import {initialState} from '../../../source/network/initial-state.js';
import {lossNames} from '../../../source/network/losses.js';
import {optimizerNames} from '../../../source/network/optimizers.js';
import {curveError} from '../../helpers/curves.js';
import {noiseDataset, randomOrder} from '../../helpers/mnist.js';
import {checkOtherLabels} from '../../helpers/other-labels.js';
import {checkMethod, methodCases, methodDataset} from '../../helpers/pytorch-methods.js';

pureJs.env().set('PROD', true);
await pureJs.setBackend('cpu');
const pureEngine = (): TensorFlowEngine => new TensorFlowEngine(pureJs, 'CPU', false);

// All 100 steps: methods.slow.test.ts.
describe('the TensorFlow program follows the first steps of PyTorch', async () => {
  const engine = pureEngine();
  await engine.load(methodDataset());
  for (const method of methodCases()) it(`with ${method.name}`, () => checkMethod(engine, method, 3));
});

describe('the TensorFlow program', () => {
  it('gives the right numbers in the check that every choice rests on', async () => {
    assert.equal(await checkSteps(pureEngine()), undefined);
  });

  for (const activation of ['sigmoid', 'tanh'] as const) {
    it(`has ${activation} as float64 has it`, async () => {
      // Seen: 2.1e-7 and 7.7e-7, the rounding of the sum.
      const error = await curveError(pureEngine(), activation);
      assert.ok(error < 2e-6, `off by ${error}`);
    });
  }

  it('trains on other labels once it has them', async () => {
    await checkOtherLabels(pureEngine());
  });

  it('hands out a state as it was given, whatever it trained by before', async () => {
    const engine = pureEngine();
    await engine.load(noiseDataset(16, 4, 2));
    const given = {
      ...initialState(4, 1, 'tanh'),
      firstMoment: initialState(4, 2).weights,
      secondMoment: initialState(4, 3).weights,
      step: 5,
    };
    for (const optimizer of optimizerNames) {
      await engine.setState(initialState(4, 1));
      await engine.trainSteps(randomOrder(16, 16, 1), {loss: 'mse', optimizer, batchSize: 8, learningRate: 1e-3});
      await engine.setState(given);
      const {firstMoment, secondMoment, ...rest} = await engine.getState();
      const {activation: _, ...first} = given.firstMoment;
      const {activation: __, ...second} = given.secondMoment;
      assert.deepEqual({...rest, firstMoment, secondMoment}, {...given, firstMoment: first, secondMoment: second});
    }
  });

  it('goes on with the same momentum at another rate', async () => {
    const results = [];
    for (const cut of [false, true]) {
      const engine = pureEngine();
      await engine.load(noiseDataset(16, 4, 2));
      await engine.setState(initialState(4, 1));
      const options = {loss: 'mse', optimizer: 'momentum', batchSize: 8, learningRate: 1e-2} as const;
      await engine.trainSteps(randomOrder(32, 16, 1), options);
      // Nothing is learned at this rate, but the buffer has to live through the change.
      if (cut) await engine.trainSteps(new Uint32Array(0), {...options, learningRate: 0});
      results.push(await engine.trainSteps(randomOrder(32, 16, 2), options));
    }
    assert.deepEqual(results[0], results[1]);
  });

  it('leaves no tensor behind, whatever it trains by', async () => {
    const before = pureJs.memory().numTensors;
    const engine = pureEngine();
    await engine.load(noiseDataset(16, 4, 2));
    for (const optimizer of optimizerNames) {
      for (const loss of lossNames) {
        await engine.setState(initialState(4, 1, 'sigmoid'));
        await engine.trainSteps(randomOrder(16, 16, 1), {loss, optimizer, batchSize: 8, learningRate: 1e-3});
        await engine.getState();
        await engine.setTrainLabels(noiseDataset(16, 4, 3).train.labels);
      }
    }
    await engine.dispose();
    assert.equal(pureJs.memory().numTensors, before);
  });
});
