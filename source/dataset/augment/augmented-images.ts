import {availableParallelism} from 'node:os';
import {Worker} from 'node:worker_threads';
import {inputSize} from '../../network/architecture.js';
import {sharedBytes} from '../dataset.js';
import type {AugmentData, AugmentTask} from './augment-worker.js';

/** The images of an epoch: made, or being made. */
type Epoch = {readonly seed: number; readonly epoch: number; readonly images: Promise<Uint8Array>};

/** How many threads make an epoch's images: while nothing trains, and while the epoch before is trained on. */
export type AugmentThreads = {readonly alone: number; readonly beside: number};

/** One core is left to what trains. */
function defaultThreads(): AugmentThreads {
  const cores = Math.min(5, availableParallelism());
  return {alone: Math.min(4, cores), beside: Math.max(1, cores - 1)};
}

/**
 * The train images as each epoch sees them, made by threads of their own. There is room for two epochs: one that is trained
 * on, and the next, which is made meanwhile.
 */
export class AugmentedImages {
  private readonly workers: Worker[] = [];
  private readonly rooms: Uint8Array[] = [];
  /** What the rooms hold. */
  private readonly held: (Epoch | undefined)[] = [undefined, undefined];
  /** The room of the epoch that was asked for last. */
  private current = 0;
  /** Settles when no thread has anything to do. */
  private idle: Promise<unknown> = Promise.resolve();

  /**
   * @param images count × 784, in shared memory
   * @param threads how many make them; the images do not depend on it
   */
  constructor(
    private readonly images: Uint8Array,
    private readonly threads = defaultThreads(),
  ) {}

  /**
   * The images of an epoch, count × 784; they stay what they are until the next but one is asked for.
   * @param ahead whether the epoch after it should be made as well, in the background
   */
  async of(seed: number, epoch: number, ahead: boolean): Promise<Uint8Array> {
    this.current = this.roomOf(seed, epoch, this.threads.alone);
    const images = await this.held[this.current]?.images;
    if (images === undefined) throw new Error('another epoch was asked for meanwhile');
    if (ahead) this.roomOf(seed, epoch + 1, this.threads.beside);
    return images;
  }

  /** Ends the threads. */
  async end(): Promise<void> {
    // What is on its way would say that a thread is no reason to wait any more, while its end is waited for.
    const ended = this.workers.splice(0).map(worker =>
      worker
        .removeAllListeners()
        .on('error', () => undefined)
        .terminate(),
    );
    await Promise.all(ended);
  }

  /** The room that has an epoch's images, or will have them: where it is made anew, not that of the present epoch. */
  private roomOf(seed: number, epoch: number, threads: number): number {
    const found = this.held.findIndex(held => held?.seed === seed && held.epoch === epoch);
    if (found >= 0) return found;
    const room = 1 - this.current;
    const images = this.idle.then(() => this.make(seed, epoch, room, threads));
    this.held[room] = {seed, epoch, images};
    this.idle = images.catch(() => {
      // What failed is not kept: who asks again has it tried again.
      this.held[room] = undefined;
    });
    return room;
  }

  private async make(seed: number, epoch: number, room: number, threads: number): Promise<Uint8Array> {
    this.rooms[room] ??= sharedBytes(this.images.length);
    // An array of its own for each epoch, by which it is told from the last one that lay here.
    const changed = new Uint8Array(this.rooms[room].buffer);
    const count = changed.length / inputSize;
    while (this.workers.length < threads) this.workers.push(this.newWorker());
    const share = Math.ceil(count / threads);
    const shares = this.workers.slice(0, threads).map((worker, at) => {
      const range = [Math.min(at * share, count), Math.min((at + 1) * share, count)] as const;
      return carryOut(worker, {seed, epoch, range, changed});
    });
    try {
      await Promise.all(shares);
    } catch (error) {
      // A thread that has failed is gone.
      await this.end();
      throw error;
    }
    return changed;
  }

  private newWorker(): Worker {
    const data: AugmentData = {images: this.images};
    const worker = new Worker(new URL('./augment-worker.js', import.meta.url), {workerData: data});
    worker.unref();
    return worker;
  }
}

/** Has a thread do something; until then it is a reason for the process to stay. */
function carryOut(worker: Worker, task: AugmentTask): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error): void => {
      worker.off('message', onMessage).off('error', settle).unref();
      if (error === undefined) resolve();
      else reject(error);
    };
    const onMessage = (): void => settle();
    worker.ref();
    worker.on('message', onMessage).on('error', settle).postMessage(task);
  });
}
