import type {Gpu} from './gpu.js';
import {stepBytes, type Workgroups} from './shaders/common.js';

/**
 * One compiled kernel. Binding 0 is the step's uniform, found by a dynamic offset; the buffers follow from 1 on, first
 * those that are only read.
 */
export type Kernel = {
  readonly pipeline: GPUComputePipeline;
  readonly groupLayout: GPUBindGroupLayout;
};

/** A kernel with its buffers. */
export type BoundKernel = {
  readonly pipeline: GPUComputePipeline;
  readonly group: GPUBindGroup;
};

const computeStage = 0x4;

/** Most kernels that a GPU keeps: those of a dozen kinds of runs. */
const mostKept = 64;

/**
 * Compiles a kernel, at once: a promise of Dawn for Node is best not left pending (see Gpu.read). One that was compiled
 * before is taken again, since runs of different settings may take turns.
 * @param entryPoint the name of its function
 * @param reads how many buffers it only reads
 * @param writes how many it also writes
 */
export function compileKernel(gpu: Gpu, entryPoint: string, code: string, reads: number, writes: number): Kernel {
  const {device, kernels} = gpu;
  const known = kernels.get(code);
  if (known !== undefined) return known;
  const groupLayout = device.createBindGroupLayout({
    entries: [
      {
        binding: 0,
        visibility: computeStage,
        buffer: {type: 'uniform', hasDynamicOffset: true, minBindingSize: stepBytes},
      },
      ...Array.from({length: reads + writes}, (_, index) => ({
        binding: index + 1,
        visibility: computeStage,
        buffer: {type: index < reads ? ('read-only-storage' as const) : ('storage' as const)},
      })),
    ],
  });
  const pipeline = device.createComputePipeline({
    layout: device.createPipelineLayout({bindGroupLayouts: [groupLayout]}),
    compute: {module: device.createShaderModule({code}), entryPoint},
  });
  const kernel = {pipeline, groupLayout};
  const [oldest] = kernels.keys();
  if (oldest !== undefined && kernels.size >= mostKept) kernels.delete(oldest);
  kernels.set(code, kernel);
  return kernel;
}

/** Gives a kernel its buffers. */
export function bindKernel(
  {device}: Gpu,
  kernel: Kernel,
  steps: GPUBuffer,
  buffers: readonly GPUBuffer[],
): BoundKernel {
  const group = device.createBindGroup({
    layout: kernel.groupLayout,
    entries: [
      {binding: 0, resource: {buffer: steps, size: stepBytes}},
      ...buffers.map((buffer, index) => ({binding: index + 1, resource: {buffer}})),
    ],
  });
  return {pipeline: kernel.pipeline, group};
}

/**
 * Encodes one run of a kernel.
 * @param offset of the step in the buffer of steps, in bytes
 * @param size workgroups in x and y
 */
export function dispatch(
  pass: GPUComputePassEncoder,
  {pipeline, group}: BoundKernel,
  offset: number,
  [x, y]: Workgroups,
): void {
  pass.setPipeline(pipeline);
  pass.setBindGroup(0, group, [offset]);
  pass.dispatchWorkgroups(x, y);
}
