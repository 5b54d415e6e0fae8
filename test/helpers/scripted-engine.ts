import {type Dataset, type Split, sharedBytes} from '../../source/dataset/dataset.js';
import type {Engine, StepOptions} from '../../source/engines/engine.js';
import {type NetworkState, type Weights, zeroParameters} from '../../source/network/network-state.js';

/** What the engine is to answer; each function gets numbers counted from 1 since the engine was made. */
export type Script = {
  /** Loss of a step. */
  readonly batchLoss?: (step: number) => number;
  /** Loss of every test image in an evaluation. */
  readonly testLoss?: (evaluation: number) => number;
};

/** An engine that computes nothing: it answers by a script and keeps a record of what it was asked. */
export class ScriptedEngine implements Engine {
  readonly name = 'wasm';
  readonly device = 'script';
  readonly gpu = false;
  /** The order of every call of trainSteps, and its options. */
  readonly calls: {readonly order: Uint32Array; readonly options: StepOptions}[] = [];
  /** Every state that was set. */
  readonly statesSet: NetworkState[] = [];
  /** Every set of train images that was given. */
  readonly trainImages: Uint8Array[] = [];
  /** Every set of train labels that was given. */
  readonly trainLabels: Uint8Array[] = [];
  evaluations = 0;
  private steps = 0;
  /** The state's step count, which stands for its weights. */
  private step = 0;

  constructor(
    private readonly dataset: Dataset,
    private readonly script: Script = {},
  ) {}

  async load(): Promise<void> {}

  async setTrainImages(images: Uint8Array): Promise<void> {
    this.trainImages.push(images);
  }

  async setTrainLabels(labels: Uint8Array): Promise<void> {
    this.trainLabels.push(labels);
  }

  async setState(state: NetworkState): Promise<void> {
    this.statesSet.push(state);
    this.step = state.step;
  }

  async weights(): Promise<Weights> {
    const weights = zeroParameters(1);
    weights.outputBias.fill(this.step);
    return {...weights, activation: 'relu'};
  }

  async getState(): Promise<NetworkState> {
    const weights = await this.weights();
    return {hidden: 1, weights, firstMoment: zeroParameters(1), secondMoment: zeroParameters(1), step: this.step};
  }

  async trainSteps(order: Uint32Array, options: StepOptions): Promise<Float32Array> {
    this.calls.push({order: Uint32Array.from(order), options});
    const count = order.length / options.batchSize;
    this.step += count;
    return Float32Array.from({length: count}, () => {
      this.steps++;
      return this.script.batchLoss?.(this.steps) ?? 1;
    });
  }

  /** Scores that lie off each target by the root of the scripted loss. */
  async scores(split: Split): Promise<Float32Array> {
    this.evaluations++;
    const off = Math.sqrt(this.script.testLoss?.(this.evaluations) ?? 0.5);
    const {count, labels} = this.dataset[split];
    return Float32Array.from({length: count * 10}, (_, place) => {
      return (labels[Math.floor(place / 10)] === place % 10 ? 1 : 0) + off;
    });
  }

  async dispose(): Promise<void> {}

  /** The indices of all train images asked for, in order. */
  get seen(): number[] {
    return this.calls.flatMap(({order}) => [...order]);
  }
}

/** A dataset of blank images, labels 0 to 9 in turn. */
export function blankDataset(trainCount: number, testCount: number): Dataset {
  const split = (count: number): Dataset['train'] => {
    const labels = sharedBytes(count);
    for (let index = 0; index < count; index++) labels[index] = index % 10;
    return {count, images: sharedBytes(count * 784), labels};
  };
  return {name: 'blank', path: '/data/blank', train: split(trainCount), test: split(testCount)};
}
