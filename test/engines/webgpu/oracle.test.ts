import test from 'node:test';
import {hardwareTiles, softwareTiles} from '../../../source/engines/webgpu/tiles.js';
import {WebgpuEngine} from '../../../source/engines/webgpu/webgpu-engine.js';
import {gpuFor} from '../../helpers/webgpu.js';
import {follow} from '../../helpers/webgpu-oracle.js';

for (const [cut, tiles] of Object.entries({hardware: hardwareTiles, software: softwareTiles})) {
  test(`the kernels cut for ${cut} follow PyTorch for 10 steps`, async t => {
    const gpu = await gpuFor(t);
    if (gpu !== undefined) await follow(new WebgpuEngine(gpu, tiles), 10);
  });
}
