import {stepRates} from '../../network/optimizers.js';
import type {Method} from '../../network/reference.js';
import {type Gpu, Waits} from './gpu.js';
import {type BoundKernel, bindKernel, compileKernel, dispatch, type Kernel} from './kernel.js';
import {scoreQuads} from './layout.js';
import type {Network} from './network.js';
import {forwardShader, forwardWorkgroups} from './shaders/forward.js';
import {lossCode} from './shaders/losses.js';
import {outputShader} from './shaders/output.js';
import {updateShader, updateWorkgroups} from './shaders/update.js';
import {Steps} from './steps.js';
import type {Tiles} from './tiles.js';

/** One split on the device: images as words of four pixels, labels as words of four. */
export type SplitBuffers = {
  readonly count: number;
  readonly images: GPUBuffer;
  readonly labels: GPUBuffer;
};

/** Steps encoded before the device gets them: it works on these while the host encodes the next. */
const stepsPerSubmit = 32;

/** The three kernels of a step. */
type StepKernels<K> = Readonly<Record<'forward' | 'output' | 'update', K>>;

/** What depends on how many steps one call may have. */
type Plan = {
  readonly steps: Steps;
  readonly order: GPUBuffer;
  readonly losses: GPUBuffer;
  readonly kernels: StepKernels<BoundKernel>;
};

/** Trains one network with one batch size, loss and optimiser. */
export class Trainer {
  private readonly hidden: GPUBuffer;
  private readonly hiddenGradient: GPUBuffer;
  private readonly outputGradient: GPUBuffer;
  private readonly kernels: StepKernels<Kernel>;
  private plan: Plan | undefined;
  private readonly waits = new Waits();

  /** Compiles the kernels for the network's size and activation, the batch size and the method. */
  constructor(
    private readonly gpu: Gpu,
    private readonly network: Network,
    private readonly data: SplitBuffers,
    private readonly tiles: Tiles,
    private readonly batchSize: number,
    private readonly method: Method,
  ) {
    const {activation} = network;
    const row = network.layout.units * 4;
    this.hidden = gpu.storage(Math.ceil(batchSize / tiles.images) * tiles.images * row);
    this.hiddenGradient = gpu.storage(batchSize * row);
    this.outputGradient = gpu.storage(batchSize * scoreQuads * 16);
    const shape = {layout: network.layout, tiles};
    this.kernels = {
      forward: compileKernel(gpu, 'forward', forwardShader(shape, 'train', activation), 3, 1),
      output: compileKernel(gpu, 'output', outputShader(shape, activation, method.loss), 4, 2),
      update: compileKernel(gpu, 'update', updateShader(shape, batchSize, method), 5, 3),
    };
  }

  /** Whether it is made for such steps. */
  suits(batchSize: number, {loss, optimizer}: Method): boolean {
    return batchSize === this.batchSize && loss === this.method.loss && optimizer === this.method.optimizer;
  }

  /** See Engine.trainSteps. */
  async train(order: Uint32Array, learningRate: number): Promise<Float32Array> {
    const {gpu, network, batchSize, method} = this;
    const count = order.length / batchSize;
    if (count === 0) return new Float32Array(0);
    // The kernels' own checks are off (see adapter.ts).
    if (order.some(index => index >= this.data.count)) throw new RangeError('The order has an index that no image has');
    const plan = this.planFor(count);
    gpu.write(plan.order, order);
    const gradientScale = lossCode[method.loss].gradientScale(batchSize);
    for (let index = 0; index < count; index++) {
      network.step++;
      const rates = stepRates(method.optimizer, learningRate, network.step);
      plan.steps.set(index, {first: index * batchSize, count: batchSize, index, gradientScale, ...rates});
    }
    plan.steps.upload(count);
    for (let from = 0; from < count; from += stepsPerSubmit) {
      this.submit(plan, from, Math.min(from + stepsPerSubmit, count));
    }
    const submitted = performance.now();
    const losses = await gpu.read(plan.losses, count * 4, this.waits.expected(count));
    this.waits.remember(count, submitted);
    return new Float32Array(losses);
  }

  /** Encodes and submits steps `from` to `to` (not included). */
  private submit({kernels, steps}: Plan, from: number, to: number): void {
    const shape = {layout: this.network.layout, tiles: this.tiles};
    const forward = forwardWorkgroups(shape, this.batchSize);
    const update = updateWorkgroups(shape);
    const encoder = this.gpu.device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    for (let step = from; step < to; step++) {
      const offset = step * steps.stride;
      dispatch(pass, kernels.forward, offset, forward);
      dispatch(pass, kernels.output, offset, [this.batchSize, 1]);
      dispatch(pass, kernels.update, offset, update);
    }
    pass.end();
    this.gpu.device.queue.submit([encoder.finish()]);
  }

  private planFor(count: number): Plan {
    if (this.plan !== undefined && this.plan.steps.capacity >= count) return this.plan;
    this.destroyPlan();
    const {gpu, network, data, hidden, hiddenGradient, outputGradient} = this;
    const {weights, moments} = network;
    const {images, labels} = data;
    const steps = new Steps(gpu, count);
    const order = gpu.storage(count * this.batchSize * 4);
    const losses = gpu.storage(count * 4);
    const bind = (name: keyof typeof this.kernels, buffers: readonly GPUBuffer[]): BoundKernel =>
      bindKernel(gpu, this.kernels[name], steps.buffer, buffers);
    const kernels = {
      forward: bind('forward', [images, weights, order, hidden]),
      output: bind('output', [weights, hidden, order, labels, hiddenGradient, outputGradient]),
      update: bind('update', [images, order, hidden, hiddenGradient, outputGradient, weights, moments, losses]),
    };
    this.plan = {steps, order, losses, kernels};
    return this.plan;
  }

  private destroyPlan(): void {
    this.plan?.steps.buffer.destroy();
    this.plan?.order.destroy();
    this.plan?.losses.destroy();
    this.plan = undefined;
  }

  destroy(): void {
    this.destroyPlan();
    this.hidden.destroy();
    this.hiddenGradient.destroy();
    this.outputGradient.destroy();
  }
}
