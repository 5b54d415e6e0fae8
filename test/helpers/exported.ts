import assert from 'node:assert/strict';
import {type Activation, activationNames} from '../../source/network/activations.js';
import {initialState} from '../../source/network/initial-state.js';
import {type LossName, lossNames} from '../../source/network/losses.js';
import {parameterNames, type Weights} from '../../source/network/network-state.js';
import {forward} from '../../source/network/reference.js';
import type {TrainedNetwork} from '../../source/training/formats/kind.js';
import {mnist} from './mnist.js';

/**
 * A network whose weights are four times those before a first step: its sums reach where sigmoid and tanh bend, and its
 * scores are as large as those of a trained one.
 */
export function network(activation: Activation = 'relu', loss: LossName = 'mse', hidden = 24): TrainedNetwork {
  const {weights} = initialState(hidden, 7, activation);
  for (const name of parameterNames) weights[name].set(weights[name].map(value => 4 * value));
  return {weights, loss};
}

/** A network of each activation; every loss is among theirs. */
export const networks: readonly TrainedNetwork[] = activationNames.map((activation, place) =>
  network(activation, lossNames[place % lossNames.length]),
);

/** The bytes of the first test digits, one after the other. */
export const someDigits = (count: number): Uint8Array => mnist().test.images.slice(0, count * 784);

/** What the network answers to such digits, in float64: ten scores each. */
export function scoresOf(weights: Weights, digits: Uint8Array): number[] {
  const images = Array.from({length: digits.length / 784}, (_, index) =>
    digits.subarray(index * 784, (index + 1) * 784),
  );
  return images.flatMap(image => [...forward(weights, image).scores]);
}

/**
 * Checks scores that another program has computed in float32. A sum of 784 terms loses some 2⁻²⁴ of its size with each
 * addition, in whatever order; these sums are of size 10 at most, and the errors go either way, which leaves less than
 * 2⁻²⁴ × 10 × √784. A wrong activation, or weights in another order, are off by tenths.
 */
export function assertScores(found: readonly number[], expected: readonly number[]): void {
  assert.equal(found.length, expected.length);
  assert.ok(Math.max(...expected.map(Math.abs)) < 10, 'the scores are larger than the tolerance is for');
  const tolerance = 2 ** -24 * 10 * Math.sqrt(784);
  for (const [place, score] of expected.entries()) {
    assert.ok(Math.abs((found[place] ?? Number.NaN) - score) <= tolerance, `${place}: ${found[place]}, not ${score}`);
  }
}

/** The bits of weights, so that −0 and 0 differ, by the arrays' names. */
export const bitsOf = (weights: Weights): Record<string, number[]> =>
  Object.fromEntries(parameterNames.map(name => [name, [...new Uint32Array(weights[name].slice().buffer)]]));
