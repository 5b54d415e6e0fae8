import {type Dataset, type Split, splits} from '../../dataset/dataset.js';
import {adamStep} from '../../network/adam.js';
import {inputSize, outputSize} from '../../network/architecture.js';
import {type NetworkState, type Parameters, zeroParameters} from '../../network/network-state.js';
import type {Engine, StepOptions} from '../engine.js';
import {type Kernels, loadKernels} from './kernels.js';

const pageBytes = 65_536;
/** Floats of one image's scores in the kernels' memory: ten and padding. */
const scoreStride = 12;
/** Images that are listed or scored at a time outside training. */
const imageBatch = 128;
/** The endings of the kernels' addresses: the weights themselves and Adam's two moments. */
const moments = ['', 'First', 'Second'] as const;

type Moment = (typeof moments)[number];

/** Where a split lies in the kernels' memory. */
type SplitAddresses = {
  readonly count: number;
  readonly starts: number;
  readonly entries: number;
  readonly labels: number;
};

const nowhere: SplitAddresses = {count: 0, starts: 0, entries: 0, labels: 0};

/** Hands out addresses one after the other, each on a cache line of its own. */
class Arena {
  constructor(public top: number) {}

  take(bytes: number): number {
    const address = this.top;
    this.top = (this.top + bytes + 63) & ~63;
    return address;
  }
}

/** Hidden units of one panel. */
const panelUnits = 16;
const rowBytes = panelUnits * 4;
/** Floats of one panel of hidden weights. */
const panelFloats = inputSize * panelUnits;

/** Panels that the hidden units fill. */
const panelCount = (hidden: number): number => Math.ceil(hidden / panelUnits);

/** Creates the engine that needs nothing installed: WebAssembly SIMD kernels on the CPU, one thread. */
export async function createWasmEngine(): Promise<Engine> {
  const memory = new WebAssembly.Memory({initial: 1, maximum: 65_536});
  return new WasmEngine(memory, await loadKernels(memory));
}

/** Memory, from low to high: the dataset, the network, the batch. Each is laid out anew when the one below changes. */
class WasmEngine implements Engine {
  readonly name = 'wasm';
  readonly device = 'CPU, 1 thread';
  private hidden = 0;
  private step = 0;
  private batchSize = 0;
  private networkStart = 0;
  private batchStart = 0;
  private readonly data: Record<Split, SplitAddresses> = {train: nowhere, test: nowhere};
  private order = 0;
  private images = 0;
  private starts = 0;
  private entries = 0;

  constructor(
    private readonly memory: WebAssembly.Memory,
    private readonly kernels: Kernels,
  ) {}

  async load(dataset: Dataset): Promise<void> {
    const {kernels} = this;
    const arena = new Arena(kernels.brightness.value);
    const brightness = arena.take(256 * 4);
    this.images = arena.take(imageBatch * inputSize);
    for (const name of splits) {
      const {images, labels, count} = dataset[name];
      const split = {count, starts: arena.take((count + 1) * 4), labels: arena.take(count), entries: arena.top};
      let total = 0;
      for (let from = 0; from < count; from += imageBatch) {
        const size = Math.min(imageBatch, count - from);
        this.reserve(split.entries + (total + size * inputSize) * 4);
        this.writeImages(images, from, size);
        total = kernels.listPixels(this.images, size, split.starts + from * 4, split.entries, total);
      }
      this.bytes(split.labels, count).set(labels);
      arena.take(total * 4);
      this.data[name] = split;
    }
    this.floats(brightness, 256).set(Float32Array.from({length: 256}, (_, value) => value / 255));
    this.networkStart = arena.top;
  }

  async setState(state: NetworkState): Promise<void> {
    if (state.hidden !== this.hidden) this.layOutNetwork(state.hidden);
    this.step = state.step;
    this.writeParameters(state.weights, '');
    this.writeParameters(state.firstMoment, 'First');
    this.writeParameters(state.secondMoment, 'Second');
    this.kernels.spreadOutputWeight();
    const everLit = this.bytes(this.kernels.everLit.value, inputSize);
    const {firstMoment, secondMoment, hidden} = state;
    for (let pixel = 0; pixel < inputSize; pixel++) {
      everLit[pixel] = 0;
      for (let unit = 0; unit < hidden && everLit[pixel] === 0; unit++) {
        const place = unit * inputSize + pixel;
        if (firstMoment.hiddenWeight[place] !== 0 || secondMoment.hiddenWeight[place] !== 0) everLit[pixel] = 1;
      }
    }
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
    if (batchSize > this.batchSize) this.layOutBatch(batchSize);
    const {kernels} = this;
    const {starts, entries, labels} = this.data.train;
    const losses = new Float32Array(order.length / batchSize);
    const orderView = this.words(this.order, batchSize);
    const squaredErrors = this.floats(kernels.squaredErrors.value, batchSize);
    const scale = 2 / (batchSize * outputSize);
    for (let index = 0; index < losses.length; index++) {
      orderView.set(order.subarray(index * batchSize, (index + 1) * batchSize));
      this.step++;
      const {rate, epsilon} = adamStep(learningRate, this.step);
      kernels.forward(this.order, 0, batchSize, starts, entries);
      kernels.backward(this.order, 0, batchSize, labels, scale);
      kernels.bucketPixels(this.order, batchSize, starts, entries);
      kernels.updateHidden(0, inputSize, rate, epsilon);
      kernels.updateRest(batchSize, rate, epsilon);
      let sum = 0;
      for (let image = 0; image < batchSize; image++) sum += squaredErrors[image];
      losses[index] = sum / (batchSize * outputSize);
    }
    return losses;
  }

  async scores(split: Split): Promise<Float32Array> {
    const {count, starts, entries} = this.data[split];
    return this.scoreGroups(count, (from, size) => this.forward(from, size, starts, entries));
  }

  async predict(images: Uint8Array): Promise<Float32Array> {
    return this.scoreGroups(images.length / inputSize, (from, size) => {
      this.writeImages(images, from, size);
      this.kernels.listPixels(this.images, size, this.starts, this.entries, 0);
      this.forward(0, size, this.starts, this.entries);
    });
  }

  async dispose(): Promise<void> {}

  /** Has the scores of one group of images after the other computed, and collects them. */
  private scoreGroups(count: number, compute: (from: number, size: number) => void): Float32Array {
    const result = new Float32Array(count * outputSize);
    for (let from = 0; from < count; from += imageBatch) {
      const size = Math.min(imageBatch, count - from);
      compute(from, size);
      const scores = this.floats(this.kernels.scores.value, size * scoreStride);
      for (let image = 0; image < size; image++) {
        const row = scores.subarray(image * scoreStride, image * scoreStride + outputSize);
        result.set(row, (from + image) * outputSize);
      }
    }
    return result;
  }

  /** Scores of neighbouring images of a list. */
  private forward(from: number, size: number, starts: number, entries: number): void {
    const order = this.words(this.order, size);
    for (let image = 0; image < size; image++) order[image] = from + image;
    this.kernels.forward(this.order, 0, size, starts, entries);
  }

  private writeImages(images: Uint8Array, from: number, size: number): void {
    this.bytes(this.images, size * inputSize).set(images.subarray(from * inputSize, (from + size) * inputSize));
  }

  private layOutNetwork(hidden: number): void {
    const {kernels} = this;
    const arena = new Arena(this.networkStart);
    const panels = panelCount(hidden);
    const row = panels * rowBytes;
    this.hidden = hidden;
    kernels.panels.value = panels;
    for (const moment of moments) {
      kernels[`hiddenWeight${moment}`].value = arena.take(inputSize * row);
      kernels[`hiddenBias${moment}`].value = arena.take(row);
      kernels[`outputWeight${moment}`].value = arena.take(row * scoreStride);
      kernels[`outputBias${moment}`].value = arena.take(scoreStride * 4);
    }
    kernels.outputWeightRows.value = arena.take(row * outputSize);
    kernels.everLit.value = arena.take(inputSize);
    this.batchStart = arena.top;
    this.layOutBatch(Math.max(this.batchSize, imageBatch));
    this.bytes(this.networkStart, arena.top - this.networkStart).fill(0);
  }

  private layOutBatch(batchSize: number): void {
    const {kernels} = this;
    const arena = new Arena(this.batchStart);
    const panels = kernels.panels.value;
    this.batchSize = batchSize;
    kernels.imagePanel.value = batchSize * rowBytes;
    this.order = arena.take(batchSize * 4);
    kernels.hidden.value = arena.take(panels * kernels.imagePanel.value);
    kernels.hiddenGradient.value = arena.take(panels * kernels.imagePanel.value);
    kernels.scores.value = arena.take(batchSize * scoreStride * 4);
    kernels.squaredErrors.value = arena.take(batchSize * 4);
    kernels.bucketCount.value = arena.take(inputSize * 4);
    kernels.bucketBytes.value = batchSize * 8;
    kernels.buckets.value = arena.take(inputSize * batchSize * 8);
    this.starts = arena.take((imageBatch + 1) * 4);
    this.entries = arena.take(imageBatch * inputSize * 4);
    this.reserve(arena.top);
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

  /** The two weight matrices as the kernels hold them: panels of 784 rows of 16, and hidden units × 12. */
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
