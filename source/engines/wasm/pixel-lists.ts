import type {Dataset, Split} from '../../dataset/dataset.js';
import {inputSize, outputSize} from '../../network/architecture.js';
import type {Kernels} from './kernels.js';
import {Arena, firstFree} from './memory-layout.js';
import type {MemoryViews} from './memory-views.js';

/** Images that are listed at a time. */
const atOnce = 128;

/** See litFirst in assembly/memory.ts; behind the last there is none, which any byte above 15 says. */
const litFirst = Array.from({length: 16}, (_, lit) => {
  const lanes = [0, 1, 2, 3].filter(lane => (lit >> lane) & 1);
  return Array.from({length: 16}, (_, byte) => 4 * (lanes[byte >> 2] ?? 60) + (byte & 3));
}).flat();

/** The lists of the lit pixels of a split's images: where they lie in the kernels' memory, and how far they are made. */
export type PixelList = {
  readonly images: Uint8Array;
  readonly count: number;
  readonly starts: number;
  readonly entries: number;
  listed: number;
  /** Entries of the images that are listed. */
  total: number;
};

const nothing: PixelList = {images: new Uint8Array(), count: 0, starts: 0, entries: 0, listed: 0, total: 0};

/**
 * The dataset as the kernels read it. In memory, from low to high: room for the images that are being listed, the test
 * lists, room for scores, the train labels, and the train lists, which can be replaced.
 */
export class PixelLists {
  test = nothing;
  train = nothing;
  /** Where the scores of a whole split have room. */
  scores = 0;
  private readonly start = new Arena(firstFree);
  private readonly scratch = this.start.take(atOnce * inputSize);
  private trainStart = 0;
  /** Lists of a split that is still being read. */
  private arriving: Partial<Record<Split, PixelList>> = {};

  constructor(
    private readonly views: MemoryViews,
    private readonly kernels: Kernels,
  ) {
    views.bytes(kernels.litFirst.value, litFirst.length).set(litFirst);
  }

  /** The first address behind all. */
  get end(): number {
    return endOf(this.train);
  }

  /** Lists the first images of a split that is still being read. Train images wait until all test images are listed. */
  receive(split: Split, images: Uint8Array, count: number): void {
    const {arriving} = this;
    if (split === 'test') arriving.test ??= this.begin(images, this.start.top);
    const {test} = arriving;
    if (split === 'train' && test?.listed === test?.count && test !== undefined) {
      arriving.train ??= this.beginTrain(test, images);
    }
    const list = arriving[split];
    if (list?.images.buffer === images.buffer) this.goOn(list, count);
  }

  /** Lists of a dataset what was not received, and takes its labels. */
  load({test, train}: Dataset): void {
    const {arriving, kernels, views} = this;
    const received = arriving.test?.images.buffer === test.images.buffer;
    this.test = (received && arriving.test) || this.begin(test.images, this.start.top);
    this.goOn(this.test, test.count);
    const same = received && arriving.train?.images.buffer === train.images.buffer;
    this.train = (same && arriving.train) || this.beginTrain(this.test, train.images);
    this.goOn(this.train, train.count);
    this.arriving = {};
    views.bytes(kernels.trainLabels.value, train.count).set(train.labels);
    this.handOver();
  }

  /** Puts the lists of other images in the place of the train lists. */
  replaceTrain(images: Uint8Array): void {
    this.train = this.begin(images, this.trainStart);
    this.goOn(this.train, this.train.count);
    this.handOver();
  }

  private handOver(): void {
    this.kernels.trainStarts.value = this.train.starts;
    this.kernels.trainEntries.value = this.train.entries;
  }

  private begin(images: Uint8Array, at: number): PixelList {
    const count = images.length / inputSize;
    const arena = new Arena(at);
    const starts = arena.take((count + 1) * 4);
    return {images, count, starts, entries: arena.top, listed: 0, total: 0};
  }

  private beginTrain(test: PixelList, images: Uint8Array): PixelList {
    const arena = new Arena(endOf(test));
    const count = images.length / inputSize;
    this.scores = arena.take(Math.max(count, test.count) * outputSize * 4);
    this.kernels.trainLabels.value = arena.take(count);
    this.trainStart = arena.top;
    return this.begin(images, arena.top);
  }

  /** Lists images up to a number of them. */
  private goOn(list: PixelList, end: number): void {
    const {kernels, views, scratch} = this;
    views.reserve(list.entries + (list.total + (end - list.listed) * inputSize) * 4);
    while (list.listed < end) {
      const size = Math.min(atOnce, end - list.listed);
      const first = list.listed * inputSize;
      const images = list.images.subarray(first, first + size * inputSize);
      views.bytes(scratch, images.length).set(images);
      list.total = kernels.listPixels(scratch, size, list.starts + list.listed * 4, list.entries, list.total);
      list.listed += size;
    }
  }
}

function endOf({entries, total}: PixelList): number {
  const arena = new Arena(entries);
  arena.take(total * 4);
  return arena.top;
}
