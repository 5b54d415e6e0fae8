import assert from 'node:assert/strict';
import test from 'node:test';
import {checkSteps} from '../../../source/engines/step-check.js';
import {compileKernel} from '../../../source/engines/webgpu/kernel.js';
import {networkLayout} from '../../../source/engines/webgpu/layout.js';
import {outputShader} from '../../../source/engines/webgpu/shaders/output.js';
import {hardwareTiles, softwareTiles} from '../../../source/engines/webgpu/tiles.js';
import {WebgpuEngine} from '../../../source/engines/webgpu/webgpu-engine.js';
import {curveError} from '../../helpers/curves.js';
import {checkOtherLabels} from '../../helpers/other-labels.js';
import {gpuFor} from '../../helpers/webgpu.js';
import {testMethods} from '../../helpers/webgpu-methods.js';

// More steps, and both cuts of the kernels: methods.slow.test.ts.
testMethods('software', 3);

for (const [cut, tiles] of Object.entries({hardware: hardwareTiles, software: softwareTiles})) {
  test(`the kernels cut for ${cut} pass the check that every choice rests on, padding and all`, async t => {
    const gpu = await gpuFor(t);
    if (gpu !== undefined) assert.equal(await checkSteps(new WebgpuEngine(gpu, tiles)), undefined);
  });
}

for (const activation of ['sigmoid', 'tanh'] as const) {
  test(`${activation} is as float64 has it`, async t => {
    const gpu = await gpuFor(t);
    if (gpu === undefined) return;
    // Seen: 5.6e-7 and 2.1e-6, for the most part the rounding of the sum.
    const error = await curveError(new WebgpuEngine(gpu), activation);
    assert.ok(error < 5e-6, `off by ${error}`);
  });
}

test('it trains on other labels once it has them', async t => {
  const gpu = await gpuFor(t);
  if (gpu !== undefined) await checkOtherLabels(new WebgpuEngine(gpu));
});

test('a kernel is compiled once, so that runs of different settings may take turns', async t => {
  const gpu = await gpuFor(t);
  if (gpu === undefined) return;
  const compile = (hidden: number) => {
    const shape = {layout: networkLayout(hidden), tiles: softwareTiles};
    return compileKernel(gpu, 'output', outputShader(shape, 'tanh', 'mse'), 4, 2);
  };
  const first = compile(1);
  assert.notEqual(compile(17), first);
  assert.equal(compile(1), first);
  // Of a hundred it forgets the oldest.
  for (let step = 1; step <= 100; step++) compile(16 * step);
  assert.ok(gpu.kernels.size < 100);
  assert.notEqual(compile(1), first);
});
