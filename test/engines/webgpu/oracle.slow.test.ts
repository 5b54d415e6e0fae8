import assert from 'node:assert/strict';
import test from 'node:test';
import {hardwareTiles} from '../../../source/engines/webgpu/tiles.js';
import {WebgpuEngine} from '../../../source/engines/webgpu/webgpu-engine.js';
import {answersOf} from '../../helpers/answers.js';
import {mnist} from '../../helpers/mnist.js';
import {largestDifference, readOracle} from '../../helpers/oracle.js';
import {gpuFor} from '../../helpers/webgpu.js';
import {follow} from '../../helpers/webgpu-oracle.js';

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
