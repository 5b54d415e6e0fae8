import test from 'node:test';
import {hardwareTiles, softwareTiles} from '../../source/engines/webgpu/tiles.js';
import {WebgpuEngine} from '../../source/engines/webgpu/webgpu-engine.js';
import {checkMethod, methodCases, methodDataset} from './pytorch-methods.js';
import {gpuFor} from './webgpu.js';

const tiles = {hardware: hardwareTiles, software: softwareTiles};

/** Tests that every loss, optimiser and activation follows so many steps of PyTorch, with the kernels cut one way. */
export function testMethods(cut: keyof typeof tiles, steps: number): void {
  test(`the kernels cut for ${cut} follow ${steps} steps of PyTorch by every loss, optimiser and activation`, async t => {
    const gpu = await gpuFor(t);
    if (gpu === undefined) return;
    const engine = new WebgpuEngine(gpu, tiles[cut]);
    await engine.load(methodDataset());
    for (const method of methodCases()) {
      await t.test(method.name, () => checkMethod(engine, method, steps));
    }
  });
}
