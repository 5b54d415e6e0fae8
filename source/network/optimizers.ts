import {adamStep, beta1, beta2, epsilon} from './adam.js';
import {type LossName, losses} from './losses.js';
import {type NetworkState, type Parameters, parameterNames, zeroParameters} from './network-state.js';

/** How the weights follow their gradient. */
export const optimizerNames = ['adam', 'momentum', 'sgd'] as const;

/** See optimizerNames. */
export type OptimizerName = (typeof optimizerNames)[number];

/** How many numbers each remembers of a parameter. */
export const memory: Readonly<Record<OptimizerName, number>> = {adam: 2, momentum: 1, sgd: 0};

/** How much of the last step the next one keeps (momentum of torch.optim.SGD). */
export const momentum = 0.9;

/** How the loss would change with each parameter: one number for each, in the parameters' layout. */
export type Gradient = Readonly<Record<keyof Parameters, Float64Array>>;

/** One step's two numbers for the kernels: what a gradient, or its mean, is multiplied by, and Adam's epsilon. */
export function stepRates(optimizer: OptimizerName, learningRate: number, step: number): ReturnType<typeof adamStep> {
  return optimizer === 'adam' ? adamStep(learningRate, step) : {rate: learningRate, epsilon: 0};
}

/** The learning rate where none is given. */
export const defaultRate = (optimizer: OptimizerName, loss: LossName): number =>
  optimizer === 'adam' ? 0.001 : losses[loss].rates[optimizer];

/** What one parameter comes to: itself and its two moments. */
type Moved = readonly [weight: number, first: number, second: number];

/** How a parameter moves against its gradient. Step counts from 1. */
type Move = (before: Moved, gradient: number, learningRate: number, step: number) => Moved;

const moves: Readonly<Record<OptimizerName, Move>> = {
  /**
   * Adam (Kingma and Ba 2015, algorithm 1; torch.optim.Adam): the mean of the last gradients says where to, the mean of
   * their squares how unsure that is. A weight moves by about the learning rate where they agree, and by less where they
   * do not. Both means start at 0, so that at first they hold only a share of what they should.
   */
  adam([weight, first, second], gradient, learningRate, step) {
    const m = Math.fround(beta1 * first + (1 - beta1) * gradient);
    const v = Math.fround(beta2 * second + (1 - beta2) * gradient * gradient);
    const mean = m / (1 - beta1 ** step);
    const meanSquare = v / (1 - beta2 ** step);
    return [weight - (learningRate * mean) / (Math.sqrt(meanSquare) + epsilon), m, v];
  },
  /** Like a ball that rolls on: each step is the gradient and most of the step before. */
  momentum([weight, first], gradient, learningRate) {
    const m = Math.fround(momentum * first + gradient);
    return [weight - learningRate * m, m, 0];
  },
  /** Straight down the slope. */
  sgd: ([weight], gradient, learningRate) => [weight - learningRate * gradient, 0, 0],
};

/** Moves every weight against its gradient; the given state stays as it is. */
export function moved(
  optimizer: OptimizerName,
  state: NetworkState,
  gradient: Gradient,
  learningRate: number,
): NetworkState {
  const {hidden} = state;
  const step = state.step + 1;
  const [weights, firstMoment, secondMoment] = [zeroParameters(hidden), zeroParameters(hidden), zeroParameters(hidden)];
  for (const name of parameterNames) {
    gradient[name].forEach((slope, place) => {
      const before = [
        state.weights[name][place],
        state.firstMoment[name][place],
        state.secondMoment[name][place],
      ] as const;
      const [weight, first, second] = moves[optimizer](before, slope, learningRate, step);
      weights[name][place] = weight;
      firstMoment[name][place] = first;
      secondMoment[name][place] = second;
    });
  }
  const {activation} = state.weights;
  return {hidden, weights: {...weights, activation}, firstMoment, secondMoment, step};
}
