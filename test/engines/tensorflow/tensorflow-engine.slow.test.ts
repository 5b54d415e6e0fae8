import assert from 'node:assert/strict';
import {it} from 'node:test';
import type * as tensorflow from '@tensorflow/tfjs';
import {prepareEnvironment} from '../../../source/engines/tensorflow/environment.js';
import {createTensorFlowEngine} from '../../../source/engines/tensorflow/library.js';
import {tutorialMethod} from '../../../source/network/reference.js';
import {mnist} from '../../helpers/mnist.js';
import {largestDifference, largestWeightDifference, oracleBatchSize, readOracle} from '../../helpers/oracle.js';
import {withoutTensorFlow} from '../../helpers/tensorflow.js';

prepareEnvironment(process.env);

it('TensorFlow’s real library reproduces an epoch of PyTorch’s, and leaves no tensor behind', {
  skip: withoutTensorFlow,
}, async () => {
  const oracle = readOracle();
  const engine = await createTensorFlowEngine();
  const tf = (await import('@tensorflow/tfjs-node-gpu' as string)) as typeof tensorflow;
  await engine.load(mnist());
  await engine.setState(oracle.initial);
  const {order, batchLoss} = oracle;
  const counts = [];
  let done = 0;
  for (const [step, tolerance] of [
    [1, 1e-6],
    [100, 1e-5],
    [468, 1e-3],
  ] as const) {
    const losses = await engine.trainSteps(order.subarray(done * oracleBatchSize, step * oracleBatchSize), {
      ...tutorialMethod,
      batchSize: oracleBatchSize,
      learningRate: 1e-3,
    });
    const lossDifference = largestDifference(losses, batchLoss.subarray(done, step));
    assert.ok(lossDifference <= 1e-5, `losses up to step ${step} differ by ${lossDifference}`);
    const difference = largestWeightDifference((await engine.getState()).weights, oracle.weightsAfter(step));
    assert.ok(difference <= tolerance, `weights after step ${step} differ by ${difference}`);
    counts.push(tf.memory().numTensors);
    done = step;
  }
  assert.equal(new Set(counts).size, 1, `tensors after each call: ${counts.join()}`);
  await engine.setState({...(await engine.getState()), weights: oracle.weightsAfter(468)});
  const difference = largestDifference(await engine.scores('test'), oracle.testScores);
  assert.ok(difference <= 1e-4, `test scores differ by ${difference}`);
  await engine.dispose();
});
