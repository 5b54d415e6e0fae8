import type {Activation} from '../../network/activations.js';
import type {NetworkState, Weights} from '../../network/network-state.js';
import type {Gpu} from './gpu.js';
import {
  type NetworkLayout,
  networkLayout,
  packMoments,
  packParameters,
  unpackMoments,
  unpackParameters,
} from './layout.js';

/** The network's state on the device. */
export class Network {
  readonly layout: NetworkLayout;
  /** All weights and biases, layout.quads × vec4. */
  readonly weights: GPUBuffer;
  /** The optimiser's moments, layout.quads × (vec4, vec4). */
  readonly moments: GPUBuffer;
  /** Steps taken so far. */
  step = 0;

  constructor(
    private readonly gpu: Gpu,
    hidden: number,
    readonly activation: Activation,
  ) {
    this.layout = networkLayout(hidden);
    this.weights = gpu.storage(this.layout.quads * 16);
    this.moments = gpu.storage(this.layout.quads * 32);
  }

  /** Replaces everything; the state has this network's number of hidden units and its activation. */
  set(state: NetworkState): void {
    this.gpu.write(this.weights, packParameters(this.layout, state.weights));
    this.gpu.write(this.moments, packMoments(this.layout, state.firstMoment, state.secondMoment));
    this.step = state.step;
  }

  /** A copy of everything. */
  async get(): Promise<NetworkState> {
    const {layout, gpu, step} = this;
    const weights = await this.getWeights();
    const moments = new Float32Array(await gpu.read(this.moments, layout.quads * 32));
    const {first, second} = unpackMoments(layout, moments);
    return {
      hidden: layout.hidden,
      weights,
      firstMoment: first,
      secondMoment: second,
      step,
    };
  }

  /** A copy of the weights alone. */
  async getWeights(): Promise<Weights> {
    const {layout, gpu} = this;
    const weights = new Float32Array(await gpu.read(this.weights, layout.quads * 16));
    return {...unpackParameters(layout, weights), activation: this.activation};
  }

  destroy(): void {
    this.weights.destroy();
    this.moments.destroy();
  }
}
