import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {initialState} from '../../source/network/initial-state.js';
import {parameterNames} from '../../source/network/network-state.js';

const state = initialState(128, 1);
/** 1/√fan_in of each array: 784 pixels, or 128 hidden units. */
const bounds = {
  hiddenWeight: 1 / 28,
  hiddenBias: 1 / 28,
  outputWeight: 0.08838834764831845,
  outputBias: 0.08838834764831845,
};
const lengths = {hiddenWeight: 100_352, hiddenBias: 128, outputWeight: 1280, outputBias: 10};

describe('a network before its first step', () => {
  for (const name of parameterNames) {
    it(`has its ${name} spread evenly over ±1/√fan_in`, () => {
      const values = [...state.weights[name]];
      const bound = bounds[name];
      assert.equal(values.length, lengths[name]);
      // The bound itself can be met, rounded to float32.
      assert.ok(values.every(value => Math.abs(value) <= bound * (1 + 2 ** -24)));
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const square = values.reduce((sum, value) => sum + value * value, 0) / values.length;
      // A uniform variable of ±b has variance b²/3, and its square has variance 4b⁴/45; four standard errors each.
      assert.ok(Math.abs(mean) < (4 * bound) / Math.sqrt(3 * values.length), `mean ${mean}`);
      const error = 4 * bound ** 2 * Math.sqrt(4 / 45 / values.length);
      assert.ok(Math.abs(square - bound ** 2 / 3) < error, `mean square ${square}`);
    });
  }

  it('reaches close to both bounds, and has no value twice too often', () => {
    const sorted = Float32Array.from(state.weights.hiddenWeight).sort();
    assert.ok(sorted[0] < -0.999 / 28 && sorted[sorted.length - 1] > 0.999 / 28);
    // 100,352 draws of 2²⁴ values: about 300 pairs are to be expected.
    assert.ok(new Set(sorted).size > 99_500);
  });

  it('has moments of zero and has taken no step', () => {
    assert.equal(state.step, 0);
    assert.equal(state.hidden, 128);
    for (const moment of [state.firstMoment, state.secondMoment]) {
      for (const name of parameterNames) {
        assert.equal(moment[name].length, lengths[name]);
        assert.ok(moment[name].every(value => value === 0));
      }
    }
  });

  it('has the same weights for the same seed and others for another', () => {
    assert.deepEqual(initialState(128, 1), state);
    for (const name of parameterNames) {
      assert.notDeepEqual(initialState(128, 2).weights[name], state.weights[name]);
    }
  });

  it('has as many hidden units as it is asked for', () => {
    const {weights} = initialState(3, 1);
    assert.deepEqual(
      parameterNames.map(name => weights[name].length),
      [2352, 3, 30, 10],
    );
    const bound = 1 / Math.sqrt(3);
    assert.ok(weights.outputWeight.some(value => Math.abs(value) > 0.5 * bound));
    assert.ok(weights.outputWeight.every(value => Math.abs(value) <= bound * (1 + 2 ** -24)));
  });
});
