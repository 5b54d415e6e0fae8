import {outputSize} from '../../network/architecture.js';
import {type Gpu, Waits} from './gpu.js';
import {type BoundKernel, bindKernel, compileKernel, dispatch, type Kernel} from './kernel.js';
import type {Network} from './network.js';
import type {ShaderShape} from './shaders/common.js';
import {forwardShader, forwardWorkgroups} from './shaders/forward.js';
import {scoreImagesShader} from './shaders/output.js';
import {Steps} from './steps.js';
import type {Tiles} from './tiles.js';

/** Images whose hidden activations are kept at a time: 17 MB with 1,024 hidden units. */
const groupSize = 4096;

/** What depends on how many images one call may have. */
type Plan = {
  readonly capacity: number;
  readonly steps: Steps;
  readonly scores: GPUBuffer;
  readonly scoreImages: BoundKernel;
};

/** Computes one network's scores. */
export class Scorer {
  private readonly shape: ShaderShape;
  private readonly hidden: GPUBuffer;
  private readonly forward: Kernel;
  private readonly scoreImages: Kernel;
  private plan: Plan | undefined;
  private readonly waits = new Waits();

  /** Compiles the kernels for the network's size and activation. */
  constructor(
    private readonly gpu: Gpu,
    private readonly network: Network,
    tiles: Tiles,
  ) {
    this.shape = {layout: network.layout, tiles};
    this.hidden = gpu.storage(groupSize * network.layout.units * 4);
    this.forward = compileKernel(gpu, 'forward', forwardShader(this.shape, 'score', network.activation), 2, 1);
    this.scoreImages = compileKernel(gpu, 'scoreImages', scoreImagesShader(this.shape), 2, 1);
  }

  /**
   * The scores of all images of a buffer, count × 10.
   * @param images count × 784 pixels, uint8
   */
  async scores(images: GPUBuffer, count: number): Promise<Float32Array> {
    if (count === 0) return new Float32Array(0);
    const {gpu, network, hidden} = this;
    const {steps, scores, scoreImages} = this.planFor(count);
    const forward = bindKernel(gpu, this.forward, steps.buffer, [images, network.weights, hidden]);
    const groups = Math.ceil(count / groupSize);
    const encoder = gpu.device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    for (let index = 0; index < groups; index++) {
      const first = index * groupSize;
      const size = Math.min(groupSize, count - first);
      steps.set(index, {first, count: size, index, gradientScale: 0, rate: 0, epsilon: 0});
      dispatch(pass, forward, index * steps.stride, forwardWorkgroups(this.shape, size));
      dispatch(pass, scoreImages, index * steps.stride, [size, 1]);
    }
    pass.end();
    steps.upload(groups);
    gpu.device.queue.submit([encoder.finish()]);
    const submitted = performance.now();
    const result = await gpu.read(scores, count * outputSize * 4, this.waits.expected(count));
    this.waits.remember(count, submitted);
    return new Float32Array(result);
  }

  private planFor(count: number): Plan {
    if (this.plan !== undefined && this.plan.capacity >= count) return this.plan;
    this.destroyPlan();
    const {gpu, network, hidden} = this;
    const steps = new Steps(gpu, Math.ceil(count / groupSize));
    const scores = gpu.storage(count * outputSize * 4, 'The scores');
    const scoreImages = bindKernel(gpu, this.scoreImages, steps.buffer, [network.weights, hidden, scores]);
    this.plan = {capacity: count, steps, scores, scoreImages};
    return this.plan;
  }

  private destroyPlan(): void {
    this.plan?.steps.buffer.destroy();
    this.plan?.scores.destroy();
    this.plan = undefined;
  }

  destroy(): void {
    this.destroyPlan();
    this.hidden.destroy();
  }
}
