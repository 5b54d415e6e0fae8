import type {Dataset, Split} from '../dataset/dataset.js';
import type {NetworkState, Weights} from '../network/network-state.js';
import type {Method} from '../network/reference.js';
import type {EngineName} from './catalogue.js';

/** What one call of trainSteps is told besides the order. */
export type StepOptions = Method & {
  /** Images in a batch, 1 to 1024. */
  readonly batchSize: number;
  readonly learningRate: number;
};

/** What computes: the network's steps and scores, on one device, inside the training worker. */
export interface Engine {
  readonly name: EngineName;
  /** What a person would call the device; never a guess. */
  readonly device: string;
  /** Whether the device is real graphics hardware, as the library says. */
  readonly gpu: boolean;
  /** How many threads compute together, where that can be chosen; the figures do not depend on it. */
  readonly threads?: number;
  /** Takes the first images of a split that is still being read, so that `load` has less to do. */
  receive?(split: Split, images: Uint8Array, count: number): void;
  /** Brings all images to the device, once, as uint8. Call it before any other method but `receive`. */
  load(dataset: Dataset): Promise<void>;
  /** Replaces the pixels of all train images, count × 784 in shared memory; the network and the labels stay. */
  setTrainImages(images: Uint8Array): Promise<void>;
  /** Replaces the labels of all train images. */
  setTrainLabels(labels: Uint8Array): Promise<void>;
  /**
   * Replaces weights, moments and the step count; the state may have another number of hidden units, and another
   * activation.
   */
  setState(state: NetworkState): Promise<void>;
  /** A copy of weights, the optimiser's moments and the step count. */
  getState(): Promise<NetworkState>;
  /** A copy of the weights alone, each array in a buffer of its own. */
  weights(): Promise<Weights>;
  /**
   * Takes one optimiser step for each batch.
   * @param order indices of train images, steps × batchSize
   * @returns each batch's loss before its step
   */
  trainSteps(order: Uint32Array, options: StepOptions): Promise<Float32Array>;
  /** The scores of a whole split, count × 10. */
  scores(split: Split): Promise<Float32Array>;
  /** Frees the device. The engine is not used after it. */
  dispose(): Promise<void>;
}
