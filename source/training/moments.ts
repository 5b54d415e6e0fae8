import type {Weights} from '../network/network-state.js';

/** The steps since the initial weights at which a moment is told of within an epoch. */
const earlySteps: readonly number[] = [0, 1, 2, 5, 10, 20, 50, 100, 200];

/** Whether there is a moment after so many steps since the initial weights, whether or not an epoch ends there. */
export const isEarlyMoment = (step: number): boolean => earlySteps.includes(step);

/** How many steps it is to the next such moment; infinitely many after the last. */
export const stepsToMoment = (step: number): number =>
  (earlySteps.find(early => early > step) ?? Number.POSITIVE_INFINITY) - step;

/** A copy of weights in shared memory. */
export function sharedWeights(weights: Weights): Weights {
  const shared = (values: Float32Array): Float32Array => {
    const copy = new Float32Array(new SharedArrayBuffer(values.byteLength));
    copy.set(values);
    return copy;
  };
  const {hiddenWeight, hiddenBias, outputWeight, outputBias, activation} = weights;
  return {
    activation,
    hiddenWeight: shared(hiddenWeight),
    hiddenBias: shared(hiddenBias),
    outputWeight: shared(outputWeight),
    outputBias: shared(outputBias),
  };
}
