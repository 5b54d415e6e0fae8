import {type Parameters, parameterNames} from '../network/network-state.js';

/** The steps since the initial weights at which a moment is told of within an epoch. */
const earlySteps: readonly number[] = [0, 1, 2, 5, 10, 20, 50, 100, 200];

/** Whether there is a moment after so many steps since the initial weights, whether or not an epoch ends there. */
export const isEarlyMoment = (step: number): boolean => earlySteps.includes(step);

/** How many steps it is to the next such moment; infinitely many after the last. */
export const stepsToMoment = (step: number): number =>
  (earlySteps.find(early => early > step) ?? Number.POSITIVE_INFINITY) - step;

/** A copy of weights in shared memory. */
export function sharedWeights(weights: Parameters): Parameters {
  const [hiddenWeight, hiddenBias, outputWeight, outputBias] = parameterNames.map(name => {
    const shared = new Float32Array(new SharedArrayBuffer(weights[name].byteLength));
    shared.set(weights[name]);
    return shared;
  });
  return {hiddenWeight, hiddenBias, outputWeight, outputBias};
}
