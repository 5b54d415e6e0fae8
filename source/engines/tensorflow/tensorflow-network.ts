import type * as tensorflow from '@tensorflow/tfjs';
import type {Activation} from '../../network/activations.js';
import {outputSize} from '../../network/architecture.js';
import type {LossName} from '../../network/losses.js';
import {type NetworkState, type Parameters, parameterNames, type Weights} from '../../network/network-state.js';
import type {OptimizerName} from '../../network/optimizers.js';
import {type Moments, makeOptimizer, type TensorFlowOptimizer} from './tensorflow-optimizer.js';
import {copyOf, parametersOf, type TensorFlow, tensorOf, type Variables, valuesOf} from './tensors.js';

type Tensor2D = tensorflow.Tensor2D;

const activate: Readonly<Record<Activation, (sums: tensorflow.Tensor) => tensorflow.Tensor>> = {
  relu: sums => sums.relu(),
  sigmoid: sums => sums.sigmoid(),
  tanh: sums => sums.tanh(),
};

/** A batch's mean loss, from one-hot targets and scores. */
const meanLoss: Readonly<Record<LossName, (tf: TensorFlow, targets: Tensor2D, scores: Tensor2D) => tensorflow.Scalar>> =
  {
    mse: (tf, targets, scores) => tf.losses.meanSquaredError(targets, scores).asScalar(),
    'cross-entropy': (tf, targets, scores) => tf.losses.softmaxCrossEntropy(targets, scores).asScalar(),
  };

/** The network and its optimiser as TensorFlow.js variables. */
export class TensorFlowNetwork {
  private readonly variables: Variables;
  private readonly hidden: number;
  private readonly activation: Activation;
  /** What the state before the first step remembers; later the optimiser has that. */
  private moments: Moments;
  private step: number;
  private learner:
    | {readonly name: OptimizerName; readonly learningRate: number; readonly optimizer: TensorFlowOptimizer}
    | undefined;

  /** Brings the weights to the device. */
  constructor(
    private readonly tf: TensorFlow,
    {hidden, weights, step, ...moments}: NetworkState,
  ) {
    const variable = (name: keyof Parameters): tensorflow.Variable =>
      tf.tidy(() => tf.variable(tensorOf(tf, hidden, name, weights[name]), true, nextName(name)));
    this.variables = parametersOf(variable);
    this.hidden = hidden;
    this.activation = weights.activation;
    this.moments = moments;
    this.step = step;
  }

  /** Sets how the next steps are taken; another optimiser or learning rate goes on with the same moments. */
  async learnBy(name: OptimizerName, learningRate: number): Promise<void> {
    const {tf, learner, variables, hidden, step} = this;
    if (learner?.name === name && learner.learningRate === learningRate) return;
    if (learner !== undefined) this.moments = await learner.optimizer.read();
    this.learner = undefined;
    learner?.optimizer.dispose();
    const optimizer = await makeOptimizer(tf, name, {variables, hidden, step, ...this.moments}, learningRate);
    this.learner = {name, learningRate, optimizer};
  }

  /**
   * Scores of images.
   * @param images n × 784, 0 to 1
   * @returns n × 10
   */
  scores(images: Tensor2D): Tensor2D {
    const {hiddenWeight, hiddenBias, outputWeight, outputBias} = this.variables;
    const linear = (input: tensorflow.Tensor, weight: tensorflow.Variable, bias: tensorflow.Variable) =>
      this.tf.matMul(input, weight, false, true).add(bias);
    return this.tf.tidy(() => {
      const values = activate[this.activation](linear(images, hiddenWeight, hiddenBias));
      return linear(values, outputWeight, outputBias).as2D(-1, outputSize);
    });
  }

  /**
   * One optimiser step on a batch, after learnBy.
   * @param images n × 784, 0 to 1
   * @param targets n × 10, one-hot
   * @returns the batch's loss before the step, still on the device
   */
  trainStep(images: Tensor2D, targets: Tensor2D, loss: LossName): tensorflow.Scalar {
    const {tf, learner, variables} = this;
    if (learner === undefined) throw new Error('learnBy comes first');
    this.step++;
    return tf.tidy(() => {
      const {value, grads} = tf.variableGrads(
        () => meanLoss[loss](tf, targets, this.scores(images)),
        parameterNames.map(name => variables[name]),
      );
      const gradientOf = (name: keyof Parameters): tensorflow.Tensor => {
        const gradient = grads[variables[name].name];
        if (gradient === undefined) throw new Error(`TensorFlow has no gradient of ${name}`);
        return gradient;
      };
      learner.optimizer.apply(parametersOf(gradientOf));
      return value;
    });
  }

  /** A copy of weights, moments and step count. */
  async read(): Promise<NetworkState> {
    const {hidden, step, learner} = this;
    const weights = await this.readWeights();
    const {firstMoment, secondMoment} = (await learner?.optimizer.read()) ?? this.moments;
    return {hidden, weights, firstMoment: copyOf(firstMoment), secondMoment: copyOf(secondMoment), step};
  }

  /** A copy of the weights alone. */
  async readWeights(): Promise<Weights> {
    return {...(await valuesOf(parameterNames.map(name => this.variables[name]))), activation: this.activation};
  }

  /** Frees all tensors. */
  dispose(): void {
    this.learner?.optimizer.dispose();
    this.tf.dispose(parameterNames.map(name => this.variables[name]));
  }
}

let variableCount = 0;

/** TensorFlow.js wants every variable's name to be new in the process, and sorts names that are numbers. */
function nextName(name: string): string {
  variableCount++;
  return `${name}-${variableCount}`;
}
