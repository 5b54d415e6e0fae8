import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {digit} from '../../source/dataset/dataset.js';
import {activations} from '../../source/network/activations.js';
import {explain, ranked} from '../../source/network/explain.js';
import {initialState} from '../../source/network/initial-state.js';
import {forward} from '../../source/network/reference.js';
import {mnist} from '../helpers/mnist.js';
import {readOracle} from '../helpers/oracle.js';

const oracle = readOracle();
const weights = oracle.weightsAfter(468);
const {test} = mnist();
const scoresOf = (index: number): number[] => [...oracle.testScores.subarray(10 * index, 10 * index + 10)];
/** PyTorch's answer and its runner-up. */
const bestTwo = (scores: readonly number[]): [number, number] => {
  const answer = scores.indexOf(Math.max(...scores));
  const others = scores.map((score, place) => (place === answer ? Number.NEGATIVE_INFINITY : score));
  return [answer, others.indexOf(Math.max(...others))];
};

describe('the parts of a lead', () => {
  it('add up exactly to the lead that PyTorch has, over the runner-up and over any digit', () => {
    for (let index = 0; index < 200; index++) {
      const scores = scoresOf(index);
      const [answer, next] = bestTwo(scores);
      for (const wanted of [undefined, index % 10]) {
        const {contributions, rest, difference, ...found} = explain(weights, digit(test, index), wanted);
        const against = wanted === undefined || wanted === answer ? next : wanted;
        assert.deepEqual([found.answer, found.against], [answer, against], `test ${index}`);
        const sum = contributions.reduce((all, part) => all + part, rest);
        assert.ok(Math.abs(sum - difference) < 1e-9, `test ${index}: ${sum} is not ${difference}`);
        assert.ok(Math.abs(difference - (scores[answer] - scores[against])) < 1e-4, `test ${index}`);
      }
    }
  });

  it('are 0 where there is no ink', () => {
    const image = digit(test, 0);
    const {contributions} = explain(weights, image);
    assert.ok(contributions.every((part, pixel) => (part === 0) === (image[pixel] === 0)));
  });

  it('have the slopes that finite differences give, at inked and at dark pixels', () => {
    let compared = 0;
    for (const index of [0, 3, 8, 18, 247]) {
      const image = digit(test, index);
      const {answer, against, slopes} = explain(weights, image);
      const at = (pixel: number, value: number): ReturnType<typeof forward> =>
        forward(weights, image.with(pixel, value));
      for (let pixel = 0; pixel < 784; pixel += 5) {
        const [low, high] = [Math.max(0, image[pixel] - 1), Math.min(255, image[pixel] + 1)];
        const [before, after] = [at(pixel, low), at(pixel, high)];
        // Between two such values the lead is no straight line where a unit is switched on or off.
        if (before.activations.some((value, unit) => value > 0 !== after.activations[unit] > 0)) continue;
        const lead = ({scores}: typeof before): number => scores[answer] - scores[against];
        const expected = (255 * (lead(after) - lead(before))) / (high - low);
        assert.ok(Math.abs(slopes[pixel] - expected) < 1e-9, `test ${index}, pixel ${pixel}`);
        compared++;
      }
    }
    assert.ok(compared > 600, `${compared} compared`);
  });

  it('rank equal scores by their digits', () => {
    assert.deepEqual(ranked([0, 3, 3, 1, 1, 1, 1, 1, 1, 1]).slice(0, 4), [1, 2, 3, 4]);
  });
});

for (const activation of ['sigmoid', 'tanh'] as const) {
  it(`with ${activation} the parts are those on the way from a blank picture, and add up with what that has`, () => {
    const {weights} = initialState(24, 5, activation);
    const image = test.images.subarray(0, 784);
    const {answer, against, contributions, rest, difference} = explain(weights, image);
    const leadOf = (inputs: readonly number[]): number => {
      const {of} = activations[activation];
      const values = Array.from(weights.hiddenBias, (bias, unit) =>
        of(inputs.reduce((sum, input, pixel) => sum + input * (weights.hiddenWeight[unit * 784 + pixel] ?? 0), bias)),
      );
      const score = (digit: number): number =>
        values.reduce(
          (sum, value, unit) => sum + value * (weights.outputWeight[digit * 24 + unit] ?? 0),
          weights.outputBias[digit] ?? 0,
        );
      return score(answer) - score(against);
    };
    const inputs = Array.from(image, ink => ink / 255);
    assert.ok(Math.abs(rest - leadOf(inputs.map(() => 0))) < 1e-9);
    assert.ok(Math.abs(contributions.reduce((sum, part) => sum + part, rest) - difference) < 1e-9);
    // Integrated gradients of one pixel, by the midpoints of 200 steps on the way and finite differences.
    const pixel = contributions.indexOf(Math.max(...contributions));
    let sum = 0;
    for (let step = 0; step < 200; step++) {
      const on = inputs.map(input => (input * (step + 0.5)) / 200);
      const nudge = (by: number): number => leadOf(on.map((input, place) => (place === pixel ? input + by : input)));
      sum += (nudge(1e-4) - nudge(-1e-4)) / 2e-4 / 200;
    }
    assert.ok(Math.abs(sum * (inputs[pixel] ?? 0) - (contributions[pixel] ?? 0)) < 1e-6);
  });
}
