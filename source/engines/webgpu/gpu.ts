import {setImmediate as nextTurn, setTimeout as sleep} from 'node:timers/promises';
import {UserError} from '../../errors.js';
import type {Kernel} from './kernel.js';

/** What a buffer is for; the numbers are the WebGPU specification's (the package's global constants stay unset). */
export const usage = {mapRead: 0x1, copySource: 0x4, copyTarget: 0x8, uniform: 0x40, storage: 0x80} as const;

/** Arrays that may be written to a buffer. */
export type Values = Uint8Array | Uint32Array | Float32Array;

/**
 * Milliseconds: a longer wait is slept through for the most part, since Dawn keeps the thread busy while one of its
 * promises is pending; a shorter one is not, since a timer may be late by as much.
 */
const shortWait = 20;

/** How long calls of one kind wait for the device; the next one of no less work sleeps through most of that. */
export class Waits {
  private milliseconds = 0;
  private work = 0;

  /** What a wait for so much work is expected to take at least. */
  expected(work: number): number {
    // A little work says nothing about much: its wait is mostly the way there and back.
    return this.milliseconds * Math.min(1, work / this.work);
  }

  /** Remembers a wait that began at a time of performance.now(). */
  remember(work: number, begin: number): void {
    this.milliseconds = performance.now() - begin;
    this.work = work;
  }
}

const aligned = (bytes: number): number => Math.max(4, Math.ceil(bytes / 4) * 4);

/** A copy of some bytes, with zeros behind them up to a multiple of four. */
function wholeWords(values: Values): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(aligned(values.byteLength));
  copy.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  return copy;
}

/** One device: its buffers, and what becomes of it. */
export class Gpu {
  /** The kernels that were compiled on it, by their text. */
  readonly kernels = new Map<string, Kernel>();
  private failure: Error | undefined;
  private closed = false;
  /** A process that exits under a busy device can crash; destroy waits until the device is idle. */
  private readonly destroyAtExit = (): void => this.device.destroy();

  constructor(
    /** Dawn itself. It dies under the device, and crashes the process, when nothing holds this object any more. */
    private dawn: GPU | undefined,
    readonly device: GPUDevice,
    /** What a person would call it. */
    readonly label: string,
    /** Whether it is a program on the CPU that acts as a GPU. */
    readonly software: boolean,
  ) {
    process.once('exit', this.destroyAtExit);
    device.lost.then(({message}) => {
      this.failure = this.closed
        ? new Error('The WebGPU engine was disposed')
        : new UserError(`The GPU was lost: ${message}`);
    });
    device.addEventListener('uncapturederror', ({error}) => {
      this.failure ??= new Error(`The GPU refused a command: ${error.message}`);
    });
  }

  /** An empty buffer that kernels and copies can use. */
  storage(bytes: number, what = 'A buffer'): GPUBuffer {
    return this.device.createBuffer(this.storageDescriptor(bytes, what));
  }

  /** A buffer filled once, from memory of any kind. */
  filled(values: Values, what: string): GPUBuffer {
    const descriptor = this.storageDescriptor(values.byteLength, what);
    const buffer = this.device.createBuffer({...descriptor, mappedAtCreation: true});
    new Uint8Array(buffer.getMappedRange()).set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
    buffer.unmap();
    return buffer;
  }

  /** Writes to the start of a buffer. */
  write(buffer: GPUBuffer, values: Values): void {
    // Dawn for Node crashes on shared memory, and a write has whole words: else they go over in memory of their own.
    const whole = values.byteLength % 4 === 0;
    const own = whole && !(values.buffer instanceof SharedArrayBuffer) ? values : wholeWords(values);
    this.device.queue.writeBuffer(buffer, 0, own.buffer, own.byteOffset, own.byteLength);
  }

  /**
   * The start of a buffer after everything submitted so far. Rejects when the device is lost or refused a command.
   * @param expectedMilliseconds how long that is expected to take; most of a long wait is slept through
   */
  async read(buffer: GPUBuffer, bytes: number, expectedMilliseconds = 0): Promise<ArrayBuffer> {
    const size = aligned(bytes);
    const target = this.device.createBuffer({size, usage: usage.mapRead | usage.copyTarget});
    const encoder = this.device.createCommandEncoder();
    encoder.copyBufferToBuffer(buffer, 0, target, 0, size);
    this.device.queue.submit([encoder.finish()]);
    const slept = expectedMilliseconds < shortWait ? 0 : Math.floor(expectedMilliseconds * 0.8);
    if (slept > 0) await sleep(slept);
    try {
      await target.mapAsync(usage.mapRead);
    } catch (error) {
      // The reason for a loss is told after what was pending has failed.
      for (let turn = 0; turn < 10 && this.failure === undefined; turn++) await sleep(1);
      throw this.failure ?? error;
    }
    this.check();
    const copy = target.getMappedRange().slice(0, bytes);
    target.destroy();
    return copy;
  }

  /** Gives the device back: nothing keeps the process or a core busy afterwards. */
  async close(): Promise<void> {
    if (this.dawn === undefined) return;
    this.closed = true;
    process.off('exit', this.destroyAtExit);
    this.device.destroy();
    await this.device.lost;
    // Promises that the end of the device rejects are Dawn's to settle, in turns of the event loop that come first.
    await nextTurn();
    this.dawn = undefined;
  }

  private check(): void {
    if (this.failure !== undefined) throw this.failure;
  }

  private storageDescriptor(bytes: number, what: string): GPUBufferDescriptor {
    const {maxStorageBufferBindingSize, maxBufferSize} = this.device.limits;
    const limit = Math.min(maxStorageBufferBindingSize, maxBufferSize);
    if (bytes > limit) {
      const megabytes = (count: number): string => `${Math.ceil(count / 2 ** 20)} MiB`;
      throw new UserError(`${what} (${megabytes(bytes)}) does not fit: ${this.label} takes ${megabytes(limit)}`);
    }
    return {size: aligned(bytes), usage: usage.storage | usage.copySource | usage.copyTarget};
  }
}
