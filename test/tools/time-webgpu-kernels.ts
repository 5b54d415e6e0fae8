import {openGpu} from '../../source/engines/webgpu/adapter.js';
import type {Gpu} from '../../source/engines/webgpu/gpu.js';
import {bindKernel, compileKernel, dispatch} from '../../source/engines/webgpu/kernel.js';
import {networkLayout, scoreQuads} from '../../source/engines/webgpu/layout.js';
import type {Workgroups} from '../../source/engines/webgpu/shaders/common.js';
import {forwardShader, forwardWorkgroups} from '../../source/engines/webgpu/shaders/forward.js';
import {outputShader} from '../../source/engines/webgpu/shaders/output.js';
import {updateShader, updateWorkgroups} from '../../source/engines/webgpu/shaders/update.js';
import {Steps} from '../../source/engines/webgpu/steps.js';
import {hardwareTiles, softwareTiles, type Tiles} from '../../source/engines/webgpu/tiles.js';
import {tutorialMethod} from '../../source/network/reference.js';

// Times each kernel of a step alone, for several ways to cut the work: `node dist/test/tools/time-webgpu-kernels.js
// [runs]`. The figures include the wait between two dispatches, as in training. It is what tiles.ts is tuned with.

const runs = Number(process.argv[2] ?? 2000);
const batchSize = 128;
const images = 60_000;
const layout = networkLayout(128);

const candidates: Record<string, Tiles> = {
  hardware: hardwareTiles,
  'small tiles': {...hardwareTiles, images: 4, scoreSlices: 8, batchSlices: 4},
  'narrow tiles': {...hardwareTiles, units: 8, scoreSlices: 24},
  'large tiles': {...hardwareTiles, lanes: 14, images: 16, batchSlices: 16},
  software: softwareTiles,
};

/** Microseconds of one run of a kernel, the best of three rounds. */
async function time(gpu: Gpu, name: string, code: string, groups: Workgroups, buffers: Buffers): Promise<number> {
  const steps = new Steps(gpu, 1);
  steps.set(0, {first: 0, count: batchSize, index: 0, gradientScale: 0, rate: 0, epsilon: 1e-8});
  steps.upload(1);
  const kernel = compileKernel(gpu, name, code, buffers.reads.length, buffers.writes.length);
  const bound = bindKernel(gpu, kernel, steps.buffer, [...buffers.reads, ...buffers.writes]);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 4; round++) {
    const begin = performance.now();
    const encoder = gpu.device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    for (let run = 0; run < runs; run++) dispatch(pass, bound, 0, groups);
    pass.end();
    gpu.device.queue.submit([encoder.finish()]);
    await gpu.read(buffers.writes[0], 4);
    if (round > 0) best = Math.min(best, (performance.now() - begin) / runs);
  }
  return best * 1000;
}

type Buffers = {readonly reads: readonly GPUBuffer[]; readonly writes: readonly GPUBuffer[]};

const gpu = await openGpu();
const pixels = gpu.storage(images * 784);
const labels = gpu.storage(images);
const order = gpu.filled(
  Uint32Array.from({length: batchSize}, (_, index) => index * 300),
  'The order',
);
const weights = gpu.storage(layout.quads * 16);
const moments = gpu.storage(layout.quads * 32);
const hidden = gpu.storage(batchSize * layout.units * 4);
const hiddenGradient = gpu.storage(batchSize * layout.units * 4);
const outputGradient = gpu.storage(batchSize * scoreQuads * 16);
const losses = gpu.storage(4);
process.stdout.write(`${gpu.label}, ${runs} runs, microseconds each: forward, output, update\n`);
for (const [name, tiles] of Object.entries(candidates)) {
  const shape = {layout, tiles};
  const forward = await time(
    gpu,
    'forward',
    forwardShader(shape, 'train', 'relu'),
    forwardWorkgroups(shape, batchSize),
    {
      reads: [pixels, weights, order],
      writes: [hidden],
    },
  );
  const output = await time(gpu, 'output', outputShader(shape, 'relu', tutorialMethod.loss), [batchSize, 1], {
    reads: [weights, hidden, order, labels],
    writes: [hiddenGradient, outputGradient],
  });
  const update = await time(gpu, 'update', updateShader(shape, batchSize, tutorialMethod), updateWorkgroups(shape), {
    reads: [pixels, order, hidden, hiddenGradient, outputGradient],
    writes: [weights, moments, losses],
  });
  const figures = [forward, output, update].map(value => value.toFixed(2).padStart(10)).join(' ');
  process.stdout.write(`${name.padEnd(14)}${figures}\n`);
}
await gpu.close();
