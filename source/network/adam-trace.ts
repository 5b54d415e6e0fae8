import {beta1, beta2, epsilon} from './adam.js';
import type {NetworkState, Parameters} from './network-state.js';

/** The network on one side of a step: its weights, and what Adam remembers. */
export type Snapshot = Pick<NetworkState, 'weights' | 'firstMoment' | 'secondMoment'>;

/** One weight's step, written out as Adam takes it. */
export type AdamTrace = {
  /** Counted from 1 since the initial weights. */
  readonly step: number;
  readonly learningRate: number;
  /** How the batch's loss changes with the weight. */
  readonly gradient: number;
  /** The running mean of the gradient, and of its square, before and after the step. */
  readonly first: {readonly before: number; readonly after: number};
  readonly second: {readonly before: number; readonly after: number};
  /** The two means without their start at 0: what they are a share of. */
  readonly mean: number;
  readonly meanSquare: number;
  /** What is added to the weight. */
  readonly update: number;
  /** The weight before and after the step. */
  readonly before: number;
  readonly after: number;
};

/**
 * How Adam moved one weight from the input to a hidden unit (Kingma and Ba 2015, algorithm 1; torch.optim.Adam). The
 * gradient is what the running mean has taken in, since `m = β₁ m₋₁ + (1 − β₁) g`, as exact as float32 has kept that.
 * @param before the network before the step
 * @param after the network after it
 * @param place where the weight lies in hiddenWeight
 * @param step the step's number, counted from 1
 */
export function adamTrace(
  before: Snapshot,
  after: Snapshot,
  place: number,
  step: number,
  learningRate: number,
): AdamTrace {
  const at = ({hiddenWeight}: Parameters): number => hiddenWeight[place] ?? Number.NaN;
  const first = {before: at(before.firstMoment), after: at(after.firstMoment)};
  const second = {before: at(before.secondMoment), after: at(after.secondMoment)};
  const mean = first.after / (1 - beta1 ** step);
  const meanSquare = second.after / (1 - beta2 ** step);
  return {
    ...{step, learningRate, first, second, mean, meanSquare},
    gradient: (first.after - beta1 * first.before) / (1 - beta1),
    update: (-learningRate * mean) / (Math.sqrt(meanSquare) + epsilon),
    before: at(before.weights),
    after: at(after.weights),
  };
}
