import type * as tensorflow from '@tensorflow/tfjs';
import {beta1, beta2, epsilon} from '../../network/adam.js';
import {type NetworkState, type Parameters, parameterNames, zeroParameters} from '../../network/network-state.js';
import {momentum, type OptimizerName} from '../../network/optimizers.js';
import {type TensorFlow, tensorOf, type Variables, valuesOf} from './tensors.js';

/** What an optimiser remembers of the steps so far. */
export type Moments = Pick<NetworkState, 'firstMoment' | 'secondMoment'>;

/** A network before some steps: its variables on the device, and the rest of its state. */
type Start = Moments & {readonly variables: Variables; readonly hidden: number; readonly step: number};

/** One for each variable, in its shape. */
type Gradients = Readonly<Record<keyof Parameters, tensorflow.Tensor>>;

/** An optimiser on the device, with a learning rate of its own. */
export type TensorFlowOptimizer = {
  /** Moves the variables against their gradients. */
  apply(gradients: Gradients): void;
  /** What it remembers. */
  read(): Promise<Moments>;
  /** Frees its tensors. */
  dispose(): void;
};

type Maker = (tf: TensorFlow, start: Start, learningRate: number) => Promise<TensorFlowOptimizer>;

/** The library's own Adam. */
const adam: Maker = async (tf, {variables, hidden, step, ...moments}, learningRate) => {
  const optimizer = tf.train.adam(learningRate, beta1, beta2, epsilon);
  if (step > 0) {
    // Adam's own order: the step count, then all first moments, then all second ones, in the variables' order.
    const named = [moments.firstMoment, moments.secondMoment].flatMap(moment =>
      parameterNames.map(name => ({name, tensor: tensorOf(tf, hidden, name, moment[name])})),
    );
    const weights = [{name: 'iter', tensor: tf.scalar(step, 'int32')}, ...named];
    await optimizer.setWeights(weights);
    tf.dispose(weights.map(weight => weight.tensor));
  }
  let fresh = step === 0;
  return {
    apply(gradients) {
      fresh = false;
      optimizer.applyGradients(parameterNames.map(name => ({name: variables[name].name, tensor: gradients[name]})));
    },
    async read() {
      // Before its first step it has no moments at all.
      if (fresh) return moments;
      const tensors = (await optimizer.getWeights()).map(({tensor}) => tensor);
      tf.dispose(tensors.slice(0, 1));
      const count = parameterNames.length;
      const firstMoment = await valuesOf(tensors.slice(1, 1 + count));
      return {firstMoment, secondMoment: await valuesOf(tensors.slice(1 + count))};
    },
    dispose: () => optimizer.dispose(),
  };
};

/** As torch.optim.SGD has momentum. (The library's own leaves a tensor behind each time it is disposed.) */
const rolling: Maker = async (tf, {variables, hidden, firstMoment}, learningRate) => {
  const moves = parameterNames.map(name => ({
    name,
    move: tf.tidy(() => tf.variable(tensorOf(tf, hidden, name, firstMoment[name]), false)),
  }));
  const tensors = moves.map(({move}) => move);
  return {
    apply: gradients =>
      tf.tidy(() => {
        for (const {name, move} of moves) {
          move.assign(move.mul(momentum).add(gradients[name]));
          variables[name].assign(variables[name].sub(move.mul(learningRate)));
        }
      }),
    read: async () => ({firstMoment: await valuesOf(tensors), secondMoment: zeroParameters(hidden)}),
    dispose: () => tf.dispose(tensors),
  };
};

/** Plain gradient descent, which remembers nothing. */
const descent: Maker = async (tf, {variables, hidden}, learningRate) => ({
  apply: gradients =>
    tf.tidy(() => {
      for (const name of parameterNames) {
        variables[name].assign(variables[name].sub(gradients[name].mul(learningRate)));
      }
    }),
  read: async () => ({firstMoment: zeroParameters(hidden), secondMoment: zeroParameters(hidden)}),
  dispose: () => undefined,
});

const makers: Readonly<Record<OptimizerName, Maker>> = {adam, momentum: rolling, sgd: descent};

/** Brings what an optimiser remembers to the device. */
export const makeOptimizer = (
  tf: TensorFlow,
  name: OptimizerName,
  start: Start,
  learningRate: number,
): Promise<TensorFlowOptimizer> => makers[name](tf, start, learningRate);
