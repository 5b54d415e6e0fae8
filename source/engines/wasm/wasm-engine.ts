import {availableParallelism} from 'node:os';
import type {Dataset, Split} from '../../dataset/dataset.js';
import {type Activation, activationNames} from '../../network/activations.js';
import {inputSize, outputSize} from '../../network/architecture.js';
import {initialState} from '../../network/initial-state.js';
import type {NetworkState, Weights} from '../../network/network-state.js';
import {tutorialMethod} from '../../network/reference.js';
import type {Engine, StepOptions} from '../engine.js';
import {pixelsWithMoments, readParameters, writeMethod, writeParameters} from './kernel-parameters.js';
import {compileKernels, createKernels, createMemory, type Kernels} from './kernels.js';
import {placeBatch, placeNetwork} from './memory-layout.js';
import {MemoryViews} from './memory-views.js';
import {PixelLists} from './pixel-lists.js';
import {Team} from './team.js';
import {fastestThreads} from './thread-trial.js';

/** Finds out how many threads train fastest; it is given what takes so many steps with so many threads. */
export type ThreadTrial = (train: (threads: number, steps: number) => Promise<void>) => Promise<number>;

const trialOnAllCores: ThreadTrial = async train => (await fastestThreads(availableParallelism(), train)).threads;

/** Hidden units and images in a batch of that trial. */
const trialSize = 128;

/**
 * Creates the engine that needs nothing installed: WebAssembly SIMD kernels on the CPU.
 * @param threads how many compute together, or how `load` finds that out. The figures are the same.
 * @param pages most memory, in pages of 64 KiB: addresses for as many are reserved
 * @throws UserError where the process may not reserve them
 */
export async function createWasmEngine(
  threads: number | ThreadTrial = trialOnAllCores,
  pages = 65_536,
): Promise<WasmEngine> {
  const memory = createMemory(pages);
  const module = await compileKernels();
  const kernels = await createKernels(module, memory);
  const team = new Team(kernels, module, memory);
  // They start while the dataset is read; `load` waits for them, and throws what kept them from it.
  if (typeof threads === 'number') team.grow(threads).catch(() => undefined);
  return new WasmEngine(new MemoryViews(memory), kernels, team, threads);
}

/** Memory, from low to high: fixed places, the dataset, the network, the batch. Each is placed anew when it must grow. */
export class WasmEngine implements Engine {
  readonly name = 'wasm';
  readonly device = 'CPU';
  readonly gpu = false;
  private hidden = 0;
  private activation: Activation = 'relu';
  private step = 0;
  private batchStart = 0;
  private batch = {images: 0, parts: 0, order: 0, steps: 0};
  private readonly lists: PixelLists;
  threads: number;

  constructor(
    private readonly views: MemoryViews,
    private readonly kernels: Kernels,
    private readonly team: Team,
    private readonly wantedThreads: number | ThreadTrial,
  ) {
    this.threads = typeof wantedThreads === 'number' ? wantedThreads : 1;
    this.lists = new PixelLists(views, kernels);
    views.floats(kernels.brightness.value, 256).set(Float32Array.from({length: 256}, (_, value) => value / 255));
  }

  receive(split: Split, images: Uint8Array, count: number): void {
    this.lists.receive(split, images, count);
  }

  async load(dataset: Dataset): Promise<void> {
    this.lists.load(dataset);
    this.hidden = 0;
    await this.gather(dataset.train.count);
  }

  async setTrainImages(images: Uint8Array): Promise<void> {
    // The lists may become longer: what lies behind them is placed anew.
    const state = this.hidden === 0 ? undefined : await this.getState();
    this.lists.replaceTrain(images);
    this.hidden = 0;
    if (state !== undefined) await this.setState(state);
  }

  async setTrainLabels(labels: Uint8Array): Promise<void> {
    this.views.bytes(this.kernels.trainLabels.value, labels.length).set(labels);
  }

  async setState(state: NetworkState): Promise<void> {
    const {kernels, views} = this;
    if (state.hidden !== this.hidden) {
      this.hidden = state.hidden;
      this.batchStart = placeNetwork(kernels, this.lists.end, state.hidden);
      this.placeBatch(this.batch);
    }
    // The padding as well: of a run whose loss ran away it holds what is no number, and sums go over it.
    views.bytes(this.lists.end, this.batchStart - this.lists.end).fill(0);
    this.step = state.step;
    this.activation = state.weights.activation;
    kernels.activation.value = activationNames.indexOf(this.activation);
    writeParameters(kernels, views, state.weights, '');
    writeParameters(kernels, views, state.firstMoment, 'First');
    writeParameters(kernels, views, state.secondMoment, 'Second');
    for (let panel = 0; panel < kernels.panels.value; panel++) kernels.spreadOutputWeight(panel);
    views.bytes(kernels.everLit.value, inputSize).set(pixelsWithMoments(state));
  }

  async getState(): Promise<NetworkState> {
    const {kernels, views, hidden, step} = this;
    const firstMoment = readParameters(kernels, views, hidden, 'First');
    const secondMoment = readParameters(kernels, views, hidden, 'Second');
    return {hidden, weights: await this.weights(), firstMoment, secondMoment, step};
  }

  async weights(): Promise<Weights> {
    const {kernels, views, hidden, activation} = this;
    return {...readParameters(kernels, views, hidden, ''), activation};
  }

  async trainSteps(order: Uint32Array, options: StepOptions): Promise<Float32Array> {
    const {kernels, views} = this;
    const {batchSize} = options;
    const steps = order.length / batchSize;
    this.makeRoom({images: batchSize, parts: this.threads, order: order.length, steps});
    views.words(kernels.order.value, order.length).set(order);
    writeMethod(kernels, views, options, this.step, steps);
    this.step += steps;
    this.team.run('train', this.threads, [steps, batchSize]);
    return views.floats(kernels.losses.value, steps).slice();
  }

  async scores(split: Split): Promise<Float32Array> {
    const {count, starts, entries} = this.lists[split];
    this.team.run('score', this.threads, [count, starts, entries, this.lists.scores]);
    return this.views.floats(this.lists.scores, count * outputSize).slice();
  }

  async dispose(): Promise<void> {
    await this.team.end();
  }

  /** Gets as many threads as were asked for, or as a trial on the dataset finds fastest. */
  private async gather(trainCount: number): Promise<void> {
    if (typeof this.wantedThreads === 'number') {
      await this.team.grow(this.wantedThreads);
      return;
    }
    await this.setState(initialState(trialSize, 0));
    const options = {...tutorialMethod, batchSize: trialSize, learningRate: 0};
    this.threads = await this.wantedThreads(async (threads, steps) => {
      await this.team.grow(threads);
      this.threads = threads;
      const order = Uint32Array.from({length: steps * options.batchSize}, (_, place) => (place * 7919) % trainCount);
      await this.trainSteps(order, options);
    });
  }

  /** Places the batch's arrays anew when they are too small or cut for another number of threads. */
  private makeRoom(wanted: typeof this.batch): void {
    const {images, parts, order, steps} = this.batch;
    if (wanted.images <= images && wanted.parts === parts && wanted.order <= order && wanted.steps <= steps) return;
    this.placeBatch({
      images: Math.max(images, wanted.images),
      parts: wanted.parts,
      order: Math.max(order, wanted.order),
      steps: Math.max(steps, wanted.steps),
    });
  }

  private placeBatch(wanted: typeof this.batch): void {
    this.batch = {...wanted, images: Math.max(wanted.images, trialSize), parts: Math.max(wanted.parts, this.threads)};
    this.views.reserve(placeBatch(this.kernels, this.batchStart, this.batch));
  }
}
