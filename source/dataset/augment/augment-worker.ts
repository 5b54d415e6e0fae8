// Changes some of the train images for an epoch, sleeps until it is told of others, and so on.
import {parentPort, workerData} from 'node:worker_threads';
import {changesOf} from './change.js';
import {Changer} from './changer.js';

/** What the thread is started with: count × 784, in shared memory. */
export type AugmentData = {readonly images: Uint8Array};

/** What it is told: of which epoch of which seed, which images, and where they go (count × 784, in shared memory). */
export type AugmentTask = {
  readonly seed: number;
  readonly epoch: number;
  readonly range: readonly [first: number, end: number];
  readonly changed: Uint8Array;
};

const {images} = workerData as AugmentData;
const changer = await Changer.create();
parentPort?.on('message', ({seed, epoch, range, changed}: AugmentTask) => {
  changer.change(images, range, changesOf(seed, epoch), changed);
  parentPort?.postMessage('done');
});
