import {type Dataset, type Split, splits} from '../../dataset/dataset.js';
import {inputSize} from '../../network/architecture.js';
import type {NetworkState, Weights} from '../../network/network-state.js';
import type {Engine, StepOptions} from '../engine.js';
import {openGpu} from './adapter.js';
import type {Gpu} from './gpu.js';
import {Network} from './network.js';
import {Scorer} from './scorer.js';
import {hardwareTiles, softwareTiles, type Tiles} from './tiles.js';
import {type SplitBuffers, Trainer} from './trainer.js';

/** Creates the engine of WGSL compute shaders on the best GPU there is; throws when there is none. */
export async function createWebgpuEngine(): Promise<WebgpuEngine> {
  return new WebgpuEngine(await openGpu());
}

/**
 * See createWebgpuEngine. Before its thread or process is ended, let the pending call settle and dispose the engine:
 * Node cannot end a thread that is within a call of Dawn without a crash.
 */
export class WebgpuEngine implements Engine {
  readonly name = 'webgpu';
  private data: Readonly<Record<Split, SplitBuffers>> | undefined;
  private network: Network | undefined;
  private trainer: Trainer | undefined;
  private scorer: Scorer | undefined;

  /** @param tiles how the kernels' work is cut; the results differ by rounding only */
  constructor(
    private readonly opened: Gpu,
    private readonly tiles: Tiles = opened.software ? softwareTiles : hardwareTiles,
  ) {}

  get device(): string {
    return this.opened.label;
  }

  /** False for a program on the CPU that acts as a GPU: it is slower than the CPU's own engine. */
  get gpu(): boolean {
    return !this.opened.software;
  }

  async load(dataset: Dataset): Promise<void> {
    this.trainer?.destroy();
    this.trainer = undefined;
    for (const split of splits) {
      this.data?.[split].images.destroy();
      this.data?.[split].labels.destroy();
    }
    const bring = (split: Split): SplitBuffers => {
      const {count, images, labels} = dataset[split];
      if (images.length !== count * inputSize || labels.length !== count) throw new RangeError('A split is cut short');
      return {
        count,
        images: this.opened.filled(images, `The ${split} images`),
        labels: this.opened.filled(labels, `The ${split} labels`),
      };
    };
    this.data = {train: bring('train'), test: bring('test')};
  }

  async setTrainImages(images: Uint8Array): Promise<void> {
    this.opened.write(given(this.data).train.images, images);
  }

  async setTrainLabels(labels: Uint8Array): Promise<void> {
    this.opened.write(given(this.data).train.labels, labels);
  }

  async setState(state: NetworkState): Promise<void> {
    const {hidden, weights} = state;
    if (this.network?.layout.hidden !== hidden || this.network.activation !== weights.activation) {
      for (const part of [this.trainer, this.scorer, this.network]) part?.destroy();
      this.trainer = undefined;
      this.scorer = undefined;
      this.network = new Network(this.opened, hidden, weights.activation);
    }
    this.network.set(state);
  }

  getState(): Promise<NetworkState> {
    return given(this.network).get();
  }

  weights(): Promise<Weights> {
    return given(this.network).getWeights();
  }

  async trainSteps(order: Uint32Array, options: StepOptions): Promise<Float32Array> {
    const {batchSize, learningRate} = options;
    if (!this.trainer?.suits(batchSize, options)) {
      this.trainer?.destroy();
      this.trainer = undefined;
      const [network, {train}] = [given(this.network), given(this.data)];
      this.trainer = new Trainer(this.opened, network, train, this.tiles, batchSize, options);
    }
    return this.trainer.train(order, learningRate);
  }

  async scores(split: Split): Promise<Float32Array> {
    const {images, count} = given(this.data)[split];
    this.scorer ??= new Scorer(this.opened, given(this.network), this.tiles);
    return this.scorer.scores(images, count);
  }

  dispose(): Promise<void> {
    return this.opened.close();
  }
}

/** What load or setState brought; calling anything before them is a fault of the caller. */
function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The engine needs load and setState first');
  return value;
}
