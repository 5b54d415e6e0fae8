import {type Dataset, digit, type Split} from '../../source/dataset/dataset.js';
import type {Engine, StepOptions} from '../../source/engines/engine.js';
import {type NetworkState, parameterNames, type Weights, zeroParameters} from '../../source/network/network-state.js';
import {type Gradient, moved} from '../../source/network/optimizers.js';
import {backward, forward, meanLoss} from '../../source/network/reference.js';

/** What an engine gets wrong. */
export type Fault = {
  /** The weights that, in the right arithmetic, do what the wrong arithmetic does with the given ones. */
  readonly standIn?: (weights: Weights) => Weights;
  /** From the stand-ins' gradient to the one that the wrong arithmetic has. */
  readonly gradient?: (gradient: Gradient, hidden: number) => Gradient;
  readonly adam?: ReturnType<typeof adamWith>;
  /** The state as it is taken over and handed out. */
  readonly setState?: (state: NetworkState) => NetworkState;
  readonly getState?: (state: NetworkState) => NetworkState;
};

/** An engine that computes with network/reference.ts, except for its fault. */
export class ReferenceEngine implements Engine {
  readonly name = 'wasm';
  readonly device = 'reference';
  readonly gpu = false;
  private dataset!: Dataset;
  private state!: NetworkState;

  constructor(private readonly fault: Fault = {}) {}

  async load(dataset: Dataset): Promise<void> {
    this.dataset = dataset;
  }

  async setTrainImages(images: Uint8Array): Promise<void> {
    const {train} = this.dataset;
    this.dataset = {...this.dataset, train: {...train, images}};
  }

  async setTrainLabels(labels: Uint8Array): Promise<void> {
    const {train} = this.dataset;
    this.dataset = {...this.dataset, train: {...train, labels}};
  }

  async setState(state: NetworkState): Promise<void> {
    this.state = this.fault.setState?.(state) ?? state;
  }

  async getState(): Promise<NetworkState> {
    return this.fault.getState?.(this.state) ?? this.state;
  }

  async weights(): Promise<Weights> {
    return (await this.getState()).weights;
  }

  async trainSteps(order: Uint32Array, {batchSize, learningRate, loss, optimizer}: StepOptions): Promise<Float32Array> {
    const losses: number[] = [];
    const {train} = this.dataset;
    for (let start = 0; start < order.length; start += batchSize) {
      const batch = [...order.subarray(start, start + batchSize)];
      const labels = batch.map(index => train.labels[index]);
      const weights = this.standIn();
      const passes = batch.map(index => forward(weights, digit(train, index)));
      const gradient = backward(weights, passes, labels, loss);
      const changed = this.fault.gradient?.(gradient, this.state.hidden) ?? gradient;
      losses.push(meanLoss(passes, labels, loss));
      const {adam} = optimizer === 'adam' ? this.fault : {};
      this.state = adam?.(this.state, changed, learningRate) ?? moved(optimizer, this.state, changed, learningRate);
    }
    return Float32Array.from(losses);
  }

  async scores(split: Split): Promise<Float32Array> {
    const data = this.dataset[split];
    const weights = this.standIn();
    return Float32Array.from(
      Array.from({length: data.count}, (_, index) => [...forward(weights, digit(data, index)).scores]).flat(),
    );
  }

  async dispose(): Promise<void> {}

  private standIn(): Weights {
    return this.fault.standIn?.(this.state.weights) ?? this.state.weights;
  }
}

/** Adam written once more, its parts open to be got wrong; without a change it is torch.optim.Adam. */
export function adamWith({beta1 = 0.9, beta2 = 0.99, epsilon = 1e-8, rate = 1, correct = true, rightPlace = true}) {
  return (state: NetworkState, gradient: Gradient, learningRate: number): NetworkState => {
    const [weights, firstMoment, secondMoment] = [1, 2, 3].map(() => zeroParameters(state.hidden));
    const step = state.step + 1;
    const first = correct ? 1 - beta1 ** step : 1;
    const second = correct ? Math.sqrt(1 - beta2 ** step) : 1;
    for (const name of parameterNames) {
      for (let place = 0; place < weights[name].length; place++) {
        const value = gradient[name][place];
        const m = state.firstMoment[name][place] * beta1 + value * (1 - beta1);
        const v = state.secondMoment[name][place] * beta2 + value * value * (1 - beta2);
        const root = rightPlace ? Math.sqrt(v) / second + epsilon : (Math.sqrt(v) + epsilon) / second;
        firstMoment[name][place] = m;
        secondMoment[name][place] = v;
        weights[name][place] = state.weights[name][place] - (rate * learningRate * m) / first / root;
      }
    }
    const {activation} = state.weights;
    return {hidden: state.hidden, weights: {...weights, activation}, firstMoment, secondMoment, step};
  };
}
