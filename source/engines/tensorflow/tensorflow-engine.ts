import type * as tensorflow from '@tensorflow/tfjs';
import {type Dataset, type Split, splits} from '../../dataset/dataset.js';
import {outputSize} from '../../network/architecture.js';
import type {NetworkState, Weights} from '../../network/network-state.js';
import type {Engine, StepOptions} from '../engine.js';
import {TensorFlowNetwork} from './tensorflow-network.js';
import {brightness, type TensorFlow} from './tensors.js';

type Resident = {readonly images: tensorflow.Tensor2D; readonly targets: tensorflow.Tensor2D};

/** Trains with TensorFlow.js: images resident on the device, batches gathered there, losses read once a call. */
export class TensorFlowEngine implements Engine {
  readonly name = 'tensorflow';
  private data: Partial<Record<Split, Resident>> = {};
  private network: TensorFlowNetwork | undefined;

  /** @param device what the library says that it runs on */
  constructor(
    private readonly tf: TensorFlow,
    readonly device: string,
    readonly gpu: boolean,
  ) {}

  async load(dataset: Dataset): Promise<void> {
    const {tf} = this;
    for (const split of splits) {
      const {images, labels} = dataset[split];
      const resident = {images: brightness(tf, images), targets: this.oneHot(labels)};
      this.data[split] = resident;
      // The first use of a tensor brings it to the device.
      tf.tidy(() => resident.images.slice([0, 0], [1, 1]).dataSync());
    }
  }

  async setTrainImages(images: Uint8Array): Promise<void> {
    const {images: former, targets} = this.resident('train');
    former.dispose();
    this.data.train = {images: brightness(this.tf, images), targets};
  }

  async setTrainLabels(labels: Uint8Array): Promise<void> {
    const {images, targets} = this.resident('train');
    targets.dispose();
    this.data.train = {images, targets: this.oneHot(labels)};
  }

  private oneHot(labels: Uint8Array): tensorflow.Tensor2D {
    const {tf} = this;
    return tf.tidy(() =>
      tf
        .oneHot(tf.tensor1d(Int32Array.from(labels), 'int32'), outputSize)
        .toFloat()
        .as2D(-1, outputSize),
    );
  }

  async setState(state: NetworkState): Promise<void> {
    this.network?.dispose();
    this.network = new TensorFlowNetwork(this.tf, state);
  }

  async getState(): Promise<NetworkState> {
    return this.current().read();
  }

  async weights(): Promise<Weights> {
    return this.current().readWeights();
  }

  async trainSteps(order: Uint32Array, options: StepOptions): Promise<Float32Array> {
    const {tf} = this;
    const {batchSize, learningRate, loss, optimizer} = options;
    const {images, targets} = this.resident('train');
    const network = this.current();
    await network.learnBy(optimizer, learningRate);
    if (order.length === 0) return new Float32Array(0);
    const losses: tensorflow.Scalar[] = [];
    for (let start = 0; start < order.length; start += batchSize) {
      losses.push(
        tf.tidy(() => {
          const picks = tf.tensor1d(Int32Array.from(order.subarray(start, start + batchSize)), 'int32');
          return network.trainStep(images.gather(picks), targets.gather(picks), loss);
        }),
      );
    }
    const all = tf.stack(losses);
    const result = Float32Array.from(await all.data<'float32'>());
    tf.dispose([all, ...losses]);
    return result;
  }

  async scores(split: Split): Promise<Float32Array> {
    const scores = this.current().scores(this.resident(split).images);
    const values = Float32Array.from(await scores.data<'float32'>());
    scores.dispose();
    return values;
  }

  async dispose(): Promise<void> {
    this.network?.dispose();
    this.network = undefined;
    for (const resident of Object.values(this.data)) this.tf.dispose(resident);
    this.data = {};
  }

  private resident(split: Split): Resident {
    const resident = this.data[split];
    if (resident === undefined) throw new Error('load comes first');
    return resident;
  }

  private current(): TensorFlowNetwork {
    if (this.network === undefined) throw new Error('setState comes first');
    return this.network;
  }
}
