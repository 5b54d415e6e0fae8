import assert from 'node:assert/strict';
import test from 'node:test';
import {createWasmEngine} from '../../source/engines/wasm/wasm-engine.js';
import type {Gpu} from '../../source/engines/webgpu/gpu.js';
import {hardwareTiles, softwareTiles} from '../../source/engines/webgpu/tiles.js';
import {WebgpuEngine} from '../../source/engines/webgpu/webgpu-engine.js';
import {initialState} from '../../source/network/initial-state.js';
import {tutorialMethod} from '../../source/network/reference.js';
import {noiseDataset, randomOrder} from './mnist.js';
import {largestDifference, largestWeightDifference} from './oracle.js';
import {gpuFor} from './webgpu.js';

const tiles = {hardware: hardwareTiles, software: softwareTiles};
/** Counts that divide by nothing that the kernels divide by. */
const dataset = noiseDataset(331, 57, 5);

/** Trains the same steps on both engines and compares all that comes out. */
async function compare(gpu: Gpu, cut: keyof typeof tiles, hidden: number, batchSize: number): Promise<void> {
  const options = {...tutorialMethod, batchSize, learningRate: 1e-3};
  const order = randomOrder(batchSize * (batchSize > 100 ? 1 : 3), dataset.train.count, 6);
  const results = [];
  for (const engine of [await createWasmEngine(), new WebgpuEngine(gpu, tiles[cut])]) {
    await engine.load(dataset);
    await engine.setState(initialState(hidden, 7));
    const losses = await engine.trainSteps(order, options);
    results.push({losses, state: await engine.getState(), scores: await engine.scores('test')});
  }
  const [wasm, webgpu] = results;
  assert.ok(largestDifference(wasm.losses, webgpu.losses) < 1e-5);
  assert.ok(largestDifference(wasm.scores, webgpu.scores) < 1e-4);
  assert.ok(largestWeightDifference(wasm.state.weights, webgpu.state.weights) < 1e-5);
  assert.ok(largestWeightDifference(wasm.state.firstMoment, webgpu.state.firstMoment) < 1e-7);
  assert.ok(largestWeightDifference(wasm.state.secondMoment, webgpu.state.secondMoment) < 1e-7);
  assert.equal(wasm.state.step, webgpu.state.step);
}

/** Tests that numbers of hidden units with every kind of batch equal the wasm engine, each cut of the kernels by itself. */
export function testSizes(hiddenUnits: readonly number[]): void {
  for (const cut of ['software', 'hardware'] as const) {
    for (const hidden of hiddenUnits) {
      for (const batchSize of [1, 100, 1024]) {
        test(`${hidden} hidden units and batches of ${batchSize} equal the wasm engine, kernels cut for ${cut}`, async t => {
          const gpu = await gpuFor(t);
          if (gpu !== undefined) await compare(gpu, cut, hidden, batchSize);
        });
      }
    }
  }
}
