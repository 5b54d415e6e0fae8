import {outputSize} from './architecture.js';
import type {Parameters} from './network-state.js';

/** By how much an answer's score leads that of the runner-up, as a sum over the hidden units and the biases. */
export type Lead = {
  readonly answer: number;
  readonly runnerUp: number;
  /** The score of the answer minus that of the runner-up, never below 0. */
  readonly lead: number;
  /** Every unit that is above 0 and has output weights, the one that moves the lead the most first. */
  readonly units: readonly UnitPart[];
  /** The output bias of the answer minus that of the runner-up. */
  readonly biases: number;
};

/** What one hidden unit adds to the lead. */
export type UnitPart = {readonly unit: number; readonly part: number};

/**
 * Takes the lead apart: (w_A − w_R) · h + (b_A − b_R), where h are the hidden values, w and b the output weights and
 * biases, A the answer and R the runner-up. The parts add up to the lead up to rounding.
 * @param activations the hidden values of a digit
 * @param scores its ten scores
 */
export function leadOf(
  {outputWeight, outputBias}: Pick<Parameters, 'outputWeight' | 'outputBias'>,
  activations: Float64Array,
  scores: ArrayLike<number>,
): Lead {
  const [answer, runnerUp] = firstTwo(scores);
  const weight = (digit: number, unit: number): number => outputWeight[digit * activations.length + unit] ?? 0;
  const units = Array.from(activations, (value, unit) => ({
    unit,
    part: value * (weight(answer, unit) - weight(runnerUp, unit)),
    adds: value !== 0 && hasWeight(outputWeight, activations.length, unit),
  }))
    .filter(({adds}) => adds)
    .map(({unit, part}) => ({unit, part}))
    .sort((one, other) => Math.abs(other.part) - Math.abs(one.part));
  return {
    answer,
    runnerUp,
    lead: (scores[answer] ?? 0) - (scores[runnerUp] ?? 0),
    units,
    biases: (outputBias[answer] ?? 0) - (outputBias[runnerUp] ?? 0),
  };
}

/** The digits with the largest and the second largest score, the first of equals. */
function firstTwo(scores: ArrayLike<number>): [number, number] {
  const digits = Array.from({length: outputSize}, (_, digit) => digit);
  const [answer = 0, runnerUp = 1] = digits.sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0));
  return [answer, runnerUp];
}

/** Whether a unit adds to any score: one that is switched off has no output weight. */
const hasWeight = (outputWeight: Float32Array, width: number, unit: number): boolean =>
  Array.from({length: outputSize}, (_, digit) => outputWeight[digit * width + unit]).some(weight => weight !== 0);
