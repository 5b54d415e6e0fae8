import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import * as pureJs from '@tensorflow/tfjs';
import type {Dataset} from '../../../source/dataset/dataset.js';
import type {Engine} from '../../../source/engines/engine.js';
import {checkSteps} from '../../../source/engines/step-check.js';
import {prepareEnvironment} from '../../../source/engines/tensorflow/environment.js';
import {createTensorFlowEngine} from '../../../source/engines/tensorflow/library.js';
import {TensorFlowEngine} from '../../../source/engines/tensorflow/tensorflow-engine.js';
import {createWasmEngine} from '../../../source/engines/wasm/wasm-engine.js';
import {initialState} from '../../../source/network/initial-state.js';
import {tutorialMethod} from '../../../source/network/reference.js';
import {noiseDataset, randomOrder} from '../../helpers/mnist.js';
import {largestDifference, largestWeightDifference} from '../../helpers/oracle.js';
import {checkOtherImages} from '../../helpers/other-images.js';
import {withoutTensorFlow} from '../../helpers/tensorflow.js';

prepareEnvironment(process.env);
pureJs.env().set('PROD', true);
const options = {...tutorialMethod, batchSize: 8, learningRate: 1e-2};

/** Both engines after the same steps on the same data differ by no more than rounding. */
async function compareWithWasm(engine: Engine, dataset: Dataset, hidden: number): Promise<void> {
  const wasm = await createWasmEngine();
  const order = randomOrder(8 * 12, dataset.train.count, 3);
  const losses = [];
  for (const each of [engine, wasm]) {
    await each.load(dataset);
    await each.setState(initialState(hidden, 5));
    losses.push(await each.trainSteps(order, options));
  }
  assert.ok(largestDifference(losses[0], losses[1]) < 1e-5);
  const [ours, theirs] = [await engine.getState(), await wasm.getState()];
  assert.equal(ours.step, theirs.step);
  assert.ok(largestWeightDifference(ours.weights, theirs.weights) < 1e-4);
  assert.ok(largestWeightDifference(ours.firstMoment, theirs.firstMoment) < 1e-5);
  assert.ok(largestWeightDifference(ours.secondMoment, theirs.secondMoment) < 1e-5);
  assert.ok(largestDifference(await engine.scores('test'), await wasm.scores('test')) < 1e-4);
  assert.deepEqual(await engine.weights(), ours.weights);
  // The state goes over to the other engine and on.
  await engine.setState(theirs);
  const more = randomOrder(8 * 3, dataset.train.count, 4);
  assert.ok(largestDifference(await engine.trainSteps(more, options), await wasm.trainSteps(more, options)) < 1e-5);
}

describe('the TensorFlow program on the pure JavaScript backend', () => {
  it('agrees with the wasm engine', async () => {
    await pureJs.setBackend('cpu');
    await compareWithWasm(new TensorFlowEngine(pureJs, 'CPU', false), noiseDataset(40, 5, 2), 9);
  });

  it('trains on other images once it has them', async () => {
    await pureJs.setBackend('cpu');
    await checkOtherImages(new TensorFlowEngine(pureJs, 'CPU', false));
  });

  it('leaves no tensor behind', async () => {
    await pureJs.setBackend('cpu');
    const before = pureJs.memory().numTensors;
    const engine = new TensorFlowEngine(pureJs, 'CPU', false);
    await engine.load(noiseDataset(16, 4, 2));
    const counts = [];
    for (let round = 0; round < 10; round++) {
      await engine.setState(initialState(4, round));
      for (let epoch = 0; epoch < 2; epoch++) {
        await engine.getState();
        await engine.trainSteps(randomOrder(16, 16, epoch), {
          ...tutorialMethod,
          ...options,
          learningRate: 1e-3 * (1 + round),
        });
        await engine.scores('test');
        await engine.weights();
        await engine.setTrainImages(noiseDataset(16, 4, 3).train.images);
        counts.push(pureJs.memory().numTensors);
      }
    }
    assert.equal(new Set(counts).size, 1, `tensors after each epoch: ${counts.join()}`);
    await engine.dispose();
    assert.equal(pureJs.memory().numTensors, before);
  });
});

describe('the tensorflow engine with the real library', {skip: withoutTensorFlow}, () => {
  it('gives the right numbers in the check that every choice rests on', async () => {
    assert.equal(await checkSteps(await createTensorFlowEngine()), undefined);
  });

  it('agrees with the wasm engine', async () => {
    await compareWithWasm(await createTensorFlowEngine(), noiseDataset(300, 50, 2), 33);
  });

  it('trains on other images once it has them', async () => {
    await checkOtherImages(await createTensorFlowEngine());
  });

  it('says CPU where the library finds no GPU', async t => {
    const {device} = await createTensorFlowEngine();
    if (device !== 'CPU') return t.skip(`skipped: there is a GPU here: ${device}`);
    assert.equal(device, 'CPU');
  });
});
