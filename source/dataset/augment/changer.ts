import {readFile} from 'node:fs/promises';
import {messageOf, UserError} from '../../errors.js';
import {inputSize} from '../../network/architecture.js';
import type {Change} from './change.js';

/** What assembly/change.ts exports. */
type Kernel = {
  readonly memory: {readonly buffer: ArrayBuffer};
  readonly told: WebAssembly.Global;
  readonly images: WebAssembly.Global;
  readonly changed: WebAssembly.Global;
  change(count: number): void;
};

/** Images of one call of the kernel, and words of what it is told of each, as in assembly/change.ts. */
const capacity = 64;
const wordsEach = 7;
/** The kernel's units of a pixel. */
const places = 2 ** 20;
const strokes = 256;
/** The middle of an image, counted from the middle of its first pixel. */
const centre = 13.5;

/**
 * Changes images: first their stroke, then their place, each pixel mixed from the four that lie around where it comes from.
 * Beyond an image there is no ink. Every machine and every thread gets the same bytes.
 */
export class Changer {
  private readonly told: Int32Array;
  private readonly images: Uint8Array;
  private readonly changed: Uint8Array;

  private constructor(private readonly kernel: Kernel) {
    const {memory, told, images, changed} = kernel;
    this.told = new Int32Array(memory.buffer, told.value, capacity * wordsEach);
    this.images = new Uint8Array(memory.buffer, images.value, capacity * inputSize);
    this.changed = new Uint8Array(memory.buffer, changed.value, capacity * inputSize);
  }

  /** @throws UserError when the kernel, which the build puts beside this file, is missing or damaged */
  static async create(): Promise<Changer> {
    try {
      const module = await WebAssembly.compile(await readFile(new URL('./change.wasm', import.meta.url)));
      return new Changer((await WebAssembly.instantiate(module, {})).exports as Kernel);
    } catch (error) {
      throw new UserError(`what changes images is missing or damaged (${messageOf(error)}); install mnist-tui anew`);
    }
  }

  /**
   * Writes images as they are after a change.
   * @param images count × 784
   * @param first the first that is wanted, and `end` the first behind them
   * @param changeOf what the image of an index is changed by
   * @param changed count × 784: each is written to the place that it has in `images`
   */
  change(
    images: Uint8Array,
    [first, end]: readonly [number, number],
    changeOf: (index: number) => Change,
    changed: Uint8Array,
  ): void {
    for (let from = first; from < end; from += capacity) {
      const count = Math.min(capacity, end - from);
      for (let place = 0; place < count; place++) this.tell(place, changeOf(from + place));
      this.images.set(images.subarray(from * inputSize, (from + count) * inputSize));
      this.kernel.change(count);
      changed.set(this.changed.subarray(0, count * inputSize), from * inputSize);
    }
  }

  /** Undoes scale, shear, turn and shift, in the opposite order: where each pixel comes from. */
  private tell(place: number, {halfTurn, width, height, shear, right, down, stroke}: Change): void {
    const square = halfTurn * halfTurn;
    const cosine = (1 - square) / (1 + square);
    const sine = (2 * halfTurn) / (1 + square);
    // turn × shear × scale, and its inverse.
    const [a, b] = [cosine * width, (cosine * shear - sine) * height];
    const [c, d] = [sine * width, (sine * shear + cosine) * height];
    const area = a * d - b * c;
    const [e, f, g, h] = [d / area, -b / area, -c / area, a / area];
    const [x, y] = [centre + right, centre + down];
    const source = [e, f, centre - e * x - f * y, g, h, centre - g * x - h * y];
    const {told} = this;
    const at = place * wordsEach;
    for (const [word, value] of source.entries()) told[at + word] = Math.round(value * places);
    told[at + source.length] = Math.round(stroke * strokes);
  }
}
