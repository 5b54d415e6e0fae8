import {type Gpu, usage} from './gpu.js';

/** What the kernels of one step are told; the shaders' `Step`. */
export type Step = {
  /** Place of the batch's first image: in the order, or among the images to score. */
  readonly first: number;
  /** Images in the batch. */
  readonly count: number;
  /** Place of the batch's loss among those of the call. */
  readonly index: number;
  /** The derivative of the batch's loss by an image's own; 0 where nothing is updated, as are the next two. */
  readonly gradientScale: number;
  /** Of stepRates. */
  readonly rate: number;
  readonly epsilon: number;
};

/** The uniform buffer of many steps; each dispatch gets its own by a dynamic offset. */
export class Steps {
  readonly buffer: GPUBuffer;
  /** Bytes from one step to the next. */
  readonly stride: number;
  private readonly words: Uint32Array<ArrayBuffer>;
  private readonly floats: Float32Array;

  constructor(
    private readonly gpu: Gpu,
    /** Steps that fit. */
    readonly capacity: number,
  ) {
    this.stride = gpu.device.limits.minUniformBufferOffsetAlignment;
    this.words = new Uint32Array((capacity * this.stride) / 4);
    this.floats = new Float32Array(this.words.buffer);
    this.buffer = gpu.device.createBuffer({size: this.words.byteLength, usage: usage.uniform | usage.copyTarget});
  }

  /** Sets one step; `upload` brings it to the device. */
  set(place: number, {first, count, index, gradientScale, rate, epsilon}: Step): void {
    const word = (place * this.stride) / 4;
    this.words[word] = first;
    this.words[word + 1] = count;
    this.words[word + 2] = index;
    this.floats[word + 3] = gradientScale;
    this.floats[word + 4] = rate;
    this.floats[word + 5] = epsilon;
  }

  /** Uploads the first `count` steps. */
  upload(count: number): void {
    this.gpu.write(this.buffer, this.words.subarray(0, (count * this.stride) / 4));
  }
}
