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
import {Arena, firstFree, placeBatch, placeNetwork} from './memory-layout.js';
import {MemoryViews} from './memory-views.js';
import {Team} from './team.js';
import {fastestThreads} from './thread-trial.js';

/** Images that are listed at a time. */
const imageBatch = 128;

/** Where a split lies in the kernels' memory. */
type SplitAddresses = {readonly count: number; readonly starts: number; readonly entries: number};

const nowhere: SplitAddresses = {count: 0, starts: 0, entries: 0};

/**
 * Creates the engine that needs nothing installed: WebAssembly SIMD kernels on the CPU.
 * @param threads how many compute together; without it, `load` tries what is fastest. The figures are the same.
 * @param pages most memory, in pages of 64 KiB: addresses for as many are reserved
 * @throws UserError where the process may not reserve them
 */
export async function createWasmEngine(threads?: number, pages = 65_536): Promise<WasmEngine> {
  const memory = createMemory(pages);
  const module = await compileKernels();
  const kernels = await createKernels(module, memory);
  return new WasmEngine(new MemoryViews(memory), kernels, new Team(kernels, module, memory), threads);
}

/** Memory, from low to high: fixed places, the dataset, the train images last, the network, the batch. Each is placed anew when it must grow. */
export class WasmEngine implements Engine {
  readonly name = 'wasm';
  readonly device = 'CPU';
  readonly gpu = false;
  private hidden = 0;
  private activation: Activation = 'relu';
  private step = 0;
  private trainStart = 0;
  private networkStart = 0;
  private batchStart = 0;
  private batch = {images: 0, parts: 0, order: 0, steps: 0};
  private readonly data: Record<Split, SplitAddresses> = {train: nowhere, test: nowhere};
  /** Room for the images that are being listed, and for the scores of a whole split. */
  private scratch = {images: 0, scores: 0};
  threads: number;

  constructor(
    private readonly views: MemoryViews,
    private readonly kernels: Kernels,
    private readonly team: Team,
    private readonly wantedThreads: number | undefined,
  ) {
    this.threads = wantedThreads ?? 1;
  }

  async load({train, test}: Dataset): Promise<void> {
    const {kernels, views, scratch} = this;
    const arena = new Arena(firstFree);
    scratch.images = arena.take(imageBatch * inputSize);
    scratch.scores = arena.take(Math.max(train.count, test.count) * outputSize * 4);
    kernels.trainLabels.value = arena.take(train.count);
    views.reserve(arena.top);
    views.bytes(kernels.trainLabels.value, train.count).set(train.labels);
    views.floats(kernels.brightness.value, 256).set(Float32Array.from({length: 256}, (_, value) => value / 255));
    this.data.test = this.list(test.images, arena);
    this.trainStart = arena.top;
    this.placeTrainImages(train.images);
    await this.gather(train.count);
  }

  async setTrainImages(images: Uint8Array): Promise<void> {
    // The lists may become longer: what lies behind them is placed anew.
    const state = this.hidden === 0 ? undefined : await this.getState();
    this.placeTrainImages(images);
    if (state !== undefined) await this.setState(state);
  }

  async setTrainLabels(labels: Uint8Array): Promise<void> {
    this.views.bytes(this.kernels.trainLabels.value, labels.length).set(labels);
  }

  private placeTrainImages(images: Uint8Array): void {
    const arena = new Arena(this.trainStart);
    const train = this.list(images, arena);
    this.data.train = train;
    this.kernels.trainStarts.value = train.starts;
    this.kernels.trainEntries.value = train.entries;
    this.networkStart = arena.top;
    this.hidden = 0;
  }

  /** Lists the non-zero pixels of images, and takes room for that. */
  private list(images: Uint8Array, arena: Arena): SplitAddresses {
    const {kernels, views, scratch} = this;
    const count = images.length / inputSize;
    const split = {count, starts: arena.take((count + 1) * 4), entries: arena.top};
    let total = 0;
    for (let from = 0; from < count; from += imageBatch) {
      const size = Math.min(imageBatch, count - from);
      views.reserve(split.entries + (total + size * inputSize) * 4);
      this.writeImages(images, from, size);
      total = kernels.listPixels(scratch.images, size, split.starts + from * 4, split.entries, total);
    }
    arena.take(total * 4);
    return split;
  }

  async setState(state: NetworkState): Promise<void> {
    const {kernels, views} = this;
    if (state.hidden !== this.hidden) {
      this.hidden = state.hidden;
      this.batchStart = placeNetwork(kernels, this.networkStart, state.hidden);
      this.placeBatch(this.batch);
      views.bytes(this.networkStart, this.batchStart - this.networkStart).fill(0);
    }
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
    const {count, starts, entries} = this.data[split];
    this.team.run('score', this.threads, [count, starts, entries, this.scratch.scores]);
    return this.views.floats(this.scratch.scores, count * outputSize).slice();
  }

  async dispose(): Promise<void> {
    await this.team.end();
  }

  /** Gets as many threads as were asked for, or as a trial on the dataset finds fastest. */
  private async gather(trainCount: number): Promise<void> {
    if (this.wantedThreads !== undefined) {
      await this.team.grow(this.wantedThreads);
      return;
    }
    await this.setState(initialState(imageBatch, 0));
    const options = {...tutorialMethod, batchSize: Math.min(imageBatch, trainCount), learningRate: 0};
    this.threads = await fastestThreads(availableParallelism(), async (threads, steps) => {
      await this.team.grow(threads);
      this.threads = threads;
      const order = Uint32Array.from({length: steps * options.batchSize}, (_, place) => (place * 7919) % trainCount);
      await this.trainSteps(order, options);
    });
  }

  private writeImages(images: Uint8Array, from: number, size: number): void {
    const source = images.subarray(from * inputSize, (from + size) * inputSize);
    this.views.bytes(this.scratch.images, source.length).set(source);
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
    this.batch = {...wanted, images: Math.max(wanted.images, imageBatch), parts: Math.max(wanted.parts, this.threads)};
    this.views.reserve(placeBatch(this.kernels, this.batchStart, this.batch));
  }
}
