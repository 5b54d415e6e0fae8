import type {TestContext} from 'node:test';
import {openGpu} from '../../source/engines/webgpu/adapter.js';
import type {Gpu} from '../../source/engines/webgpu/gpu.js';
import {messageOf} from '../../source/errors.js';

/** Opens the GPU for a test, a program on the CPU included, and closes it after; skips the test when there is none. */
export async function gpuFor(t: TestContext): Promise<Gpu | undefined> {
  try {
    const gpu = await openGpu();
    t.after(() => gpu.close());
    return gpu;
  } catch (error) {
    t.skip(`skipped: ${messageOf(error)}`);
    return undefined;
  }
}
