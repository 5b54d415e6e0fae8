import type * as tensorflow from '@tensorflow/tfjs';
import type {Activation} from '../../network/activations.js';
import {beta1, beta2, epsilon} from '../../network/adam.js';
import {inputSize, outputSize} from '../../network/architecture.js';
import {
  type NetworkState,
  type Parameters,
  parameterNames,
  parameterShapes,
  type Weights,
} from '../../network/network-state.js';

/** TensorFlow.js, whichever package it comes from. */
export type TensorFlow = typeof tensorflow;

type Variables = Readonly<Record<keyof Parameters, tensorflow.Variable>>;

/** The tutorial's network and its optimiser as TensorFlow.js variables; weights are (out, in), as in PyTorch. */
export class TensorFlowNetwork {
  private step: number;

  private constructor(
    private readonly tf: TensorFlow,
    readonly hidden: number,
    readonly activation: Activation,
    private readonly variables: Variables,
    private readonly optimizer: tensorflow.AdamOptimizer,
    readonly learningRate: number,
    step: number,
  ) {
    this.step = step;
  }

  /** Brings weights, moments and step count to the device. */
  static async create(tf: TensorFlow, state: NetworkState, learningRate: number): Promise<TensorFlowNetwork> {
    const shapes = parameterShapes(state.hidden);
    const tensor = (name: keyof Parameters, values: Float32Array): tensorflow.Tensor =>
      tf.tensor(values.slice(), [...shapes[name]], 'float32');
    const variable = (name: keyof Parameters): tensorflow.Variable =>
      tf.tidy(() => tf.variable(tensor(name, state.weights[name]), true, nextName(name)));
    const variables = {
      hiddenWeight: variable('hiddenWeight'),
      hiddenBias: variable('hiddenBias'),
      outputWeight: variable('outputWeight'),
      outputBias: variable('outputBias'),
    };
    const optimizer = tf.train.adam(learningRate, beta1, beta2, epsilon);
    if (state.step > 0) {
      // Adam's own order: the step count, then all first moments, then all second ones, in the variables' order.
      const moments = [state.firstMoment, state.secondMoment].flatMap(moment =>
        parameterNames.map(name => ({name, tensor: tensor(name, moment[name])})),
      );
      const weights = [{name: 'iter', tensor: tf.scalar(state.step, 'int32')}, ...moments];
      await optimizer.setWeights(weights);
      tf.dispose(weights.map(weight => weight.tensor));
    }
    return new TensorFlowNetwork(
      tf,
      state.hidden,
      state.weights.activation,
      variables,
      optimizer,
      learningRate,
      state.step,
    );
  }

  /**
   * Scores of images.
   * @param images n × 784, 0 to 1
   * @returns n × 10
   */
  scores(images: tensorflow.Tensor2D): tensorflow.Tensor2D {
    const {hiddenWeight, hiddenBias, outputWeight, outputBias} = this.variables;
    const linear = (input: tensorflow.Tensor, weight: tensorflow.Variable, bias: tensorflow.Variable) =>
      this.tf.matMul(input, weight, false, true).add(bias);
    return this.tf.tidy(() =>
      linear(linear(images, hiddenWeight, hiddenBias).relu(), outputWeight, outputBias).as2D(-1, outputSize),
    );
  }

  /**
   * One optimiser step on a batch.
   * @param images n × 784, 0 to 1
   * @param targets n × 10, one-hot
   * @returns the mean squared error before the step, still on the device
   */
  trainStep(images: tensorflow.Tensor2D, targets: tensorflow.Tensor2D): tensorflow.Scalar {
    this.step++;
    return this.tf.tidy(() => {
      const {value, grads} = this.tf.variableGrads(
        () => this.tf.losses.meanSquaredError(targets, this.scores(images)).asScalar(),
        parameterNames.map(name => this.variables[name]),
      );
      this.optimizer.applyGradients(Object.entries(grads).map(([name, tensor]) => ({name, tensor})));
      return value;
    });
  }

  /** A copy of weights, moments and step count. */
  async read(): Promise<NetworkState> {
    const {tf, hidden, step} = this;
    const weights = await this.readWeights();
    if (step === 0) {
      const zero = (name: keyof Parameters): Float32Array => new Float32Array(weights[name].length);
      return {hidden, weights, firstMoment: parametersOf(zero), secondMoment: parametersOf(zero), step};
    }
    // Adam's own count of steps, its first moments, its second moments.
    const tensors = (await this.optimizer.getWeights()).map(({tensor}) => tensor);
    tf.dispose(tensors.slice(0, 1));
    const count = parameterNames.length;
    const firstMoment = await values(tensors.slice(1, 1 + count));
    return {hidden, weights, firstMoment, secondMoment: await values(tensors.slice(1 + count)), step};
  }

  /** A copy of the weights alone. */
  async readWeights(): Promise<Weights> {
    return {...(await values(parameterNames.map(name => this.variables[name]))), activation: this.activation};
  }

  /** Frees all tensors. */
  dispose(): void {
    this.optimizer.dispose();
    this.tf.dispose(parameterNames.map(name => this.variables[name]));
  }
}

let variableCount = 0;

/** TensorFlow.js wants every variable's name to be new in the process, and sorts names that are numbers. */
function nextName(name: string): string {
  variableCount++;
  return `${name}-${variableCount}`;
}

function parametersOf(value: (name: keyof Parameters, index: number) => Float32Array): Parameters {
  return Object.fromEntries(parameterNames.map((name, index) => [name, value(name, index)])) as Parameters;
}

/** The values of four tensors in the order of parameterNames, copied. */
async function values(tensors: readonly tensorflow.Tensor[]): Promise<Parameters> {
  const arrays = await Promise.all(tensors.map(async tensor => Float32Array.from(await tensor.data<'float32'>())));
  return parametersOf((name, index) => {
    const array = arrays[index];
    if (array === undefined) throw new Error(`TensorFlow has no values of ${name}`);
    return array;
  });
}

/** Pixels as TensorFlow.js takes them: float32, 0 to 1. It has no uint8, and keeps integers off the GPU. */
export function brightness(tf: TensorFlow, images: Uint8Array): tensorflow.Tensor2D {
  const scaled = new Float32Array(images.length);
  for (let place = 0; place < images.length; place++) scaled[place] = images[place] / 255;
  return tf.tensor2d(scaled, [images.length / inputSize, inputSize], 'float32');
}
