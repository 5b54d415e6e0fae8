import assert from 'node:assert/strict';
import test from 'node:test';
import {digit} from '../../../source/dataset/dataset.js';
import {checkEngine} from '../../../source/engines/check.js';
import {automaticChoice} from '../../../source/engines/verdict.js';
import {openGpu} from '../../../source/engines/webgpu/adapter.js';
import {WebgpuEngine} from '../../../source/engines/webgpu/webgpu-engine.js';
import {initialState} from '../../../source/network/initial-state.js';
import {forward, tutorialMethod} from '../../../source/network/reference.js';
import {moveHome} from '../../helpers/environment.js';
import {noiseDataset, randomOrder} from '../../helpers/mnist.js';
import {largestDifference} from '../../helpers/oracle.js';
import {checkOtherImages} from '../../helpers/other-images.js';
import {gpuFor} from '../../helpers/webgpu.js';

// The check of an engine keeps what it found in the user's folder for caches.
moveHome();

const options = {...tutorialMethod, batchSize: 32, learningRate: 1e-3};
const dataset = noiseDataset(331, 57, 5);
const order = randomOrder(32 * 5, dataset.train.count, 6);

test('two runs give the same numbers, bit for bit', async t => {
  const gpu = await gpuFor(t);
  if (gpu === undefined) return;
  const results = [];
  for (const calls of [1, 5]) {
    const engine = new WebgpuEngine(gpu);
    await engine.load(dataset);
    await engine.setState(initialState(32, 1));
    const losses = [];
    const length = order.length / calls;
    for (let call = 0; call < calls; call++) {
      losses.push(...(await engine.trainSteps(order.subarray(call * length, (call + 1) * length), options)));
    }
    results.push({losses, state: await engine.getState(), scores: await engine.scores('train')});
  }
  assert.deepEqual(results[0], results[1]);
});

test('a state comes back as it was set, also with other numbers of hidden units', async t => {
  const gpu = await gpuFor(t);
  if (gpu === undefined) return;
  const engine = new WebgpuEngine(gpu);
  await engine.load(dataset);
  for (const hidden of [5, 16, 5, 130]) {
    const {weights} = initialState(hidden, 2);
    const {activation: _, ...firstMoment} = initialState(hidden, 3).weights;
    const {activation: __, ...secondMoment} = initialState(hidden, 4).weights;
    const state = {hidden, weights, firstMoment, secondMoment, step: 9};
    await engine.setState(state);
    assert.deepEqual(await engine.getState(), state);
    assert.equal((await engine.scores('test')).length, 570);
  }
});

test('the batch size may change between calls', async t => {
  const gpu = await gpuFor(t);
  if (gpu === undefined) return;
  const engine = new WebgpuEngine(gpu);
  await engine.load(dataset);
  await engine.setState(initialState(8, 1));
  for (const batchSize of [10, 40, 10]) {
    const losses = await engine.trainSteps(order.subarray(0, 120), {...tutorialMethod, ...options, batchSize});
    assert.equal(losses.length, 120 / batchSize);
    assert.ok(losses.every(loss => loss > 0 && loss < 1));
  }
  assert.equal((await engine.getState()).step, 27);
  assert.equal((await engine.trainSteps(new Uint32Array(0), options)).length, 0);
});

test('a split of any size is scored as plain arithmetic does, with the weights that are given', async t => {
  const gpu = await gpuFor(t);
  if (gpu === undefined) return;
  const engine = new WebgpuEngine(gpu);
  const large = noiseDataset(4099, 3, 8);
  await engine.load(large);
  await engine.setState(initialState(3, 1));
  const scores = await engine.scores('train');
  assert.equal(scores.length, 40_990);
  const weights = await engine.weights();
  assert.deepEqual(weights, (await engine.getState()).weights);
  for (const index of [0, 4095, 4096, 4098]) {
    const expected = Float32Array.from(forward(weights, digit(large.train, index)).scores);
    assert.ok(largestDifference(scores.subarray(10 * index, 10 * index + 10), expected) < 1e-5);
  }
  assert.equal((await engine.scores('test')).length, 30);
});

test('another dataset can be loaded in place of the first', async t => {
  const gpu = await gpuFor(t);
  if (gpu === undefined) return;
  const engine = new WebgpuEngine(gpu);
  await engine.load(dataset);
  await engine.setState(initialState(3, 1));
  await engine.trainSteps(order, options);
  await engine.load(noiseDataset(9, 6, 8));
  assert.equal((await engine.scores('test')).length, 60);
  await assert.rejects(engine.trainSteps(order, options), /index that no image has/);
});

test('it trains on other images once it has them', async t => {
  const gpu = await gpuFor(t);
  if (gpu !== undefined) await checkOtherImages(new WebgpuEngine(gpu));
});

test('a lost device rejects the call that waits for it and every later one', async t => {
  const gpu = await gpuFor(t);
  if (gpu === undefined) return;
  const engine = new WebgpuEngine(gpu);
  await engine.load(dataset);
  await engine.setState(initialState(32, 1));
  const call = engine.trainSteps(order, options);
  gpu.device.destroy();
  await assert.rejects(call, /The GPU was lost/);
  await assert.rejects(engine.scores('test'), /The GPU was lost/);
  await assert.rejects(engine.getState(), /The GPU was lost/);
});

test('disposing the engine rejects the call that waits, and may be done twice', async t => {
  if ((await gpuFor(t)) === undefined) return;
  const engine = new WebgpuEngine(await openGpu());
  await engine.load(dataset);
  await engine.setState(initialState(32, 1));
  const call = assert.rejects(engine.trainSteps(order, options), /disposed/);
  await engine.dispose();
  await engine.dispose();
  await call;
});

test('a program on the CPU says so, and the automatic choice passes it over', async t => {
  const gpu = await gpuFor(t);
  if (gpu === undefined) return;
  if (!gpu.software) return t.skip('skipped: this machine has a real GPU');
  assert.match(gpu.label, /\(software\)$/);
  const verdict = await checkEngine('webgpu');
  assert.deepEqual([verdict.state, verdict.gpu, verdict.device], ['works', false, gpu.label]);
  assert.equal(automaticChoice([verdict]), 'wasm');
});
