import {availableParallelism} from 'node:os';
import {type Dataset, type Split, splits} from '../../dataset/dataset.js';
import {adamStep} from '../../network/adam.js';
import {inputSize, outputSize} from '../../network/architecture.js';
import {initialState} from '../../network/initial-state.js';
import {type NetworkState, type Parameters, zeroParameters} from '../../network/network-state.js';
import type {Engine, StepOptions} from '../engine.js';
import {compileKernels, createKernels, type Kernels} from './kernels.js';
import {
  Arena,
  firstFree,
  type Moment,
  panelCount,
  panelFloats,
  panelUnits,
  placeBatch,
  placeNetwork,
  scoreStride,
} from './memory-layout.js';
import {Team} from './team.js';
import {fastestThreads} from './thread-trial.js';

const pageBytes = 65_536;
/** Images that are listed at a time, and that scoring has room for at least. */
const imageBatch = 128;

/** Where a split lies in the kernels' memory. */
type SplitAddresses = {readonly count: number; readonly starts: number; readonly entries: number};

const nowhere: SplitAddresses = {count: 0, starts: 0, entries: 0};

/**
 * Creates the engine that needs nothing installed: WebAssembly SIMD kernels on the CPU.
 * @param threads how many compute together; without it, `load` tries what is fastest. The figures are the same.
 */
export async function createWasmEngine(threads?: number): Promise<WasmEngine> {
  const memory = new WebAssembly.Memory({initial: 1, maximum: 65_536, shared: true});
  const module = await compileKernels();
  const kernels = await createKernels(module, memory);
  return new WasmEngine(memory, kernels, new Team(kernels, module, memory), threads);
}

/** Memory, from low to high: fixed places, the dataset, the network, the batch. Each is placed anew when it must grow. */
export class WasmEngine implements Engine {
  readonly name = 'wasm';
  readonly device = 'CPU';
  readonly gpu = false;
  private hidden = 0;
  private step = 0;
  private networkStart = 0;
  private batchStart = 0;
  private batch = {images: 0, parts: 0, order: 0, steps: 0};
  private readonly data: Record<Split, SplitAddresses> = {train: nowhere, test: nowhere};
  /** Room for one batch of images, their lists, and the scores of a whole split. */
  private scratch = {images: 0, starts: 0, entries: 0, scores: 0};
  threads: number;

  constructor(
    private readonly memory: WebAssembly.Memory,
    private readonly kernels: Kernels,
    private readonly team: Team,
    private readonly wantedThreads: number | undefined,
  ) {
    this.threads = wantedThreads ?? 1;
  }

  async load(dataset: Dataset): Promise<void> {
    const {kernels, scratch} = this;
    const arena = new Arena(firstFree);
    scratch.images = arena.take(imageBatch * inputSize);
    scratch.starts = arena.take((imageBatch + 1) * 4);
    scratch.entries = arena.take(imageBatch * inputSize * 4);
    scratch.scores = arena.take(Math.max(dataset.train.count, dataset.test.count, imageBatch) * outputSize * 4);
    for (const name of splits) {
      const {images, labels, count} = dataset[name];
      const labelsAddress = arena.take(count);
      const split = {count, starts: arena.take((count + 1) * 4), entries: arena.top};
      let total = 0;
      for (let from = 0; from < count; from += imageBatch) {
        const size = Math.min(imageBatch, count - from);
        this.reserve(split.entries + (total + size * inputSize) * 4);
        this.writeImages(images, from, size);
        total = kernels.listPixels(scratch.images, size, split.starts + from * 4, split.entries, total);
      }
      this.bytes(labelsAddress, count).set(labels);
      if (name === 'train') {
        kernels.trainStarts.value = split.starts;
        kernels.trainEntries.value = split.entries;
        kernels.trainLabels.value = labelsAddress;
      }
      arena.take(total * 4);
      this.data[name] = split;
    }
    this.floats(kernels.brightness.value, 256).set(Float32Array.from({length: 256}, (_, value) => value / 255));
    this.networkStart = arena.top;
    this.hidden = 0;
    await this.gather(dataset.train.count);
  }

  async setState(state: NetworkState): Promise<void> {
    const {kernels} = this;
    if (state.hidden !== this.hidden) {
      this.hidden = state.hidden;
      this.batchStart = placeNetwork(kernels, this.networkStart, state.hidden);
      this.placeBatch(this.batch);
      this.bytes(this.networkStart, this.batchStart - this.networkStart).fill(0);
    }
    this.step = state.step;
    this.writeParameters(state.weights, '');
    this.writeParameters(state.firstMoment, 'First');
    this.writeParameters(state.secondMoment, 'Second');
    for (let panel = 0; panel < kernels.panels.value; panel++) kernels.spreadOutputWeight(panel);
    this.bytes(kernels.everLit.value, inputSize).set(pixelsWithMoments(state));
  }

  async getState(): Promise<NetworkState> {
    return {
      hidden: this.hidden,
      weights: this.readParameters(''),
      firstMoment: this.readParameters('First'),
      secondMoment: this.readParameters('Second'),
      step: this.step,
    };
  }

  async trainSteps(order: Uint32Array, {batchSize, learningRate}: StepOptions): Promise<Float32Array> {
    const {kernels} = this;
    const steps = order.length / batchSize;
    this.makeRoom({images: batchSize, parts: this.threads, order: order.length, steps});
    this.words(kernels.order.value, order.length).set(order);
    const rates = this.floats(kernels.rates.value, 2 * steps);
    for (let index = 0; index < steps; index++) {
      this.step++;
      const {rate, epsilon} = adamStep(learningRate, this.step);
      rates[2 * index] = rate;
      rates[2 * index + 1] = epsilon;
    }
    this.team.run('train', this.threads, [steps, batchSize]);
    return this.floats(kernels.losses.value, steps).slice();
  }

  async scores(split: Split): Promise<Float32Array> {
    const {count, starts, entries} = this.data[split];
    this.team.run('score', this.threads, [count, starts, entries, this.scratch.scores]);
    return this.floats(this.scratch.scores, count * outputSize).slice();
  }

  async predict(images: Uint8Array): Promise<Float32Array> {
    const {scratch} = this;
    const count = images.length / inputSize;
    const result = new Float32Array(count * outputSize);
    for (let from = 0; from < count; from += imageBatch) {
      const size = Math.min(imageBatch, count - from);
      this.writeImages(images, from, size);
      this.kernels.listPixels(scratch.images, size, scratch.starts, scratch.entries, 0);
      this.team.run('score', 1, [size, scratch.starts, scratch.entries, scratch.scores]);
      result.set(this.floats(scratch.scores, size * outputSize), from * outputSize);
    }
    return result;
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
    const options = {batchSize: Math.min(imageBatch, trainCount), learningRate: 0};
    this.threads = await fastestThreads(availableParallelism(), async (threads, steps) => {
      await this.team.grow(threads);
      this.threads = threads;
      const order = Uint32Array.from({length: steps * options.batchSize}, (_, place) => (place * 7919) % trainCount);
      await this.trainSteps(order, options);
    });
  }

  private writeImages(images: Uint8Array, from: number, size: number): void {
    this.bytes(this.scratch.images, size * inputSize).set(images.subarray(from * inputSize, (from + size) * inputSize));
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
    this.reserve(placeBatch(this.kernels, this.batchStart, this.batch));
  }

  private writeParameters(from: Parameters, moment: Moment): void {
    const {kernels, hidden} = this;
    const {panels, outputWeight} = this.weights(moment);
    panels.forEach((panel, index) => {
      const units = from.hiddenWeight.subarray(index * panelFloats, (index + 1) * panelFloats);
      transpose(units, inputSize, panel, panelUnits);
    });
    transpose(from.outputWeight, hidden, outputWeight, scoreStride);
    this.floats(kernels[`hiddenBias${moment}`].value, hidden).set(from.hiddenBias);
    this.floats(kernels[`outputBias${moment}`].value, outputSize).set(from.outputBias);
  }

  private readParameters(moment: Moment): Parameters {
    const {kernels, hidden} = this;
    const to = zeroParameters(hidden);
    const {panels, outputWeight} = this.weights(moment);
    panels.forEach((panel, index) => {
      const units = to.hiddenWeight.subarray(index * panelFloats, (index + 1) * panelFloats);
      transpose(panel, panelUnits, units, inputSize);
    });
    transpose(outputWeight.subarray(0, hidden * scoreStride), scoreStride, to.outputWeight, hidden);
    to.hiddenBias.set(this.floats(kernels[`hiddenBias${moment}`].value, hidden));
    to.outputBias.set(this.floats(kernels[`outputBias${moment}`].value, outputSize));
    return to;
  }

  /** The two weight matrices as the kernels hold them: panels of 784 rows of 32, and hidden units × 12. */
  private weights(moment: Moment): {panels: Float32Array[]; outputWeight: Float32Array} {
    const {kernels, hidden} = this;
    const start = kernels[`hiddenWeight${moment}`].value;
    return {
      panels: Array.from({length: panelCount(hidden)}, (_, panel) =>
        this.floats(start + panel * panelFloats * 4, panelFloats),
      ),
      outputWeight: this.floats(kernels[`outputWeight${moment}`].value, hidden * scoreStride),
    };
  }

  /** Grows the memory until `bytes` fit. Every view made before is void afterwards. */
  private reserve(bytes: number): void {
    const missing = Math.ceil(bytes / pageBytes) - this.memory.buffer.byteLength / pageBytes;
    if (missing > 0) this.memory.grow(missing);
  }

  private bytes(address: number, length: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, address, length);
  }

  private words(address: number, length: number): Uint32Array {
    return new Uint32Array(this.memory.buffer, address, length);
  }

  private floats(address: number, length: number): Float32Array {
    return new Float32Array(this.memory.buffer, address, length);
  }
}

/**
 * Writes a matrix with rows and columns exchanged, as much of it as both have room for.
 * @param fromStride length of a row in `from`
 * @param toStride length of a row in `to`, which is a column of `from`
 */
function transpose(from: Float32Array, fromStride: number, to: Float32Array, toStride: number): void {
  const rows = Math.min(from.length / fromStride, toStride);
  const columns = Math.min(fromStride, to.length / toStride);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) to[column * toStride + row] = from[row * fromStride + column];
  }
}

/** Which pixels have moments that are not zero: only those can change without being lit. */
function pixelsWithMoments({hidden, firstMoment, secondMoment}: NetworkState): Uint8Array {
  const pixels = new Uint8Array(inputSize);
  for (const {hiddenWeight} of [firstMoment, secondMoment]) {
    for (let place = 0; place < hidden * inputSize; place++) {
      if (hiddenWeight[place] !== 0) pixels[place % inputSize] = 1;
    }
  }
  return pixels;
}
