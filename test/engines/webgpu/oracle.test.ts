import assert from 'node:assert/strict';
import test from 'node:test';
import {hardwareTiles} from '../../../source/engines/webgpu/tiles.js';
import {WebgpuEngine} from '../../../source/engines/webgpu/webgpu-engine.js';
import {answersOf} from '../../helpers/answers.js';
import {mnist} from '../../helpers/mnist.js';
import {largestDifference, largestWeightDifference, oracleBatchSize, readOracle} from '../../helpers/oracle.js';
import {gpuFor} from '../../helpers/webgpu.js';

const options = {batchSize: oracleBatchSize, learningRate: 1e-3};
const tolerances = [
  [1, 1e-6],
  [10, 1e-5],
  [100, 1e-5],
  [468, 1e-3],
] as const;

/** Trains along the oracle up to a step, checking losses and weights on the way. */
async function follow(engine: WebgpuEngine, lastStep: number): Promise<void> {
  const oracle = readOracle();
  await engine.load(mnist());
  await engine.setState(oracle.initial);
  let done = 0;
  for (const [step, tolerance] of tolerances.filter(([step]) => step <= lastStep)) {
    const order = oracle.order.subarray(done * oracleBatchSize, step * oracleBatchSize);
    const losses = await engine.trainSteps(order, options);
    const lossDifference = largestDifference(losses, oracle.batchLoss.subarray(done, step));
    assert.ok(lossDifference < 1e-5, `losses up to step ${step} differ by ${lossDifference}`);
    const {weights, step: count} = await engine.getState();
    const weightDifference = largestWeightDifference(weights, oracle.weightsAfter(step));
    assert.ok(weightDifference < tolerance, `weights after step ${step} differ by ${weightDifference}`);
    assert.equal(count, step);
    done = step;
  }
}

test('the kernels cut for hardware follow PyTorch for 100 steps', async t => {
  const gpu = await gpuFor(t);
  if (gpu !== undefined) await follow(new WebgpuEngine(gpu, hardwareTiles), 100);
});

test('an epoch ends with the weights, scores and accuracy of PyTorch', async t => {
  const gpu = await gpuFor(t);
  if (gpu === undefined) return;
  const engine = new WebgpuEngine(gpu);
  await follow(engine, 468);
  const oracle = readOracle();
  const scores = await engine.scores('test');
  const difference = largestDifference(scores, oracle.testScores);
  assert.ok(difference < 1e-4, `scores differ by ${difference}`);
  const {labels, count} = mnist().test;
  const right = answersOf(scores).filter((answer, image) => answer === labels[image]).length;
  assert.ok(Math.abs(right / count - oracle.testAccuracy) < 1e-3);
});
