import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {adamStep, beta1, beta2, epsilon} from '../../source/network/adam.js';

/** torch.optim.Adam's step for one weight, as its documentation has it: corrected moments first, then the update. */
function torchStep(
  weight: {value: number; first: number; second: number},
  gradient: number,
  learningRate: number,
  step: number,
): void {
  weight.first = 0.9 * weight.first + (1 - 0.9) * gradient;
  weight.second = 0.99 * weight.second + (1 - 0.99) * gradient * gradient;
  const corrected = {first: weight.first / (1 - 0.9 ** step), second: weight.second / (1 - 0.99 ** step)};
  weight.value -= (learningRate * corrected.first) / (Math.sqrt(corrected.second) + 1e-8);
}

describe('Adam', () => {
  it("has the tutorial's decays and epsilon", () => {
    assert.deepEqual([beta1, beta2, epsilon], [0.9, 0.99, 1e-8]);
  });

  // The last gradients are so small that epsilon decides.
  for (const gradients of [
    [0.5, -0.25, 0.125, 3, -1, 0, 0, 0.01],
    [1e-9, -2e-9, 5e-10, 0, 1e-8, 3e-9],
  ]) {
    it(`moves a weight as torch.optim.Adam does for the gradients ${gradients.join(', ')}`, () => {
      for (const learningRate of [0.001, 0.1]) {
        const expected = {value: 0.3, first: 0, second: 0};
        const found = {value: 0.3, first: 0, second: 0};
        gradients.forEach((gradient, index) => {
          torchStep(expected, gradient, learningRate, index + 1);
          const step = adamStep(learningRate, index + 1);
          found.first = beta1 * found.first + (1 - beta1) * gradient;
          found.second = beta2 * found.second + (1 - beta2) * gradient * gradient;
          found.value -= (step.rate * found.first) / (Math.sqrt(found.second) + step.epsilon);
          assert.ok(Math.abs(found.value - expected.value) < 1e-15, `step ${index + 1}: ${found.value}`);
          assert.notEqual(expected.value, 0.3);
        });
      }
    });
  }

  it('takes the plain learning rate and a tenth of epsilon at its first step', () => {
    // √(1 − 0.99) / (1 − 0.9) = 1, and epsilon counts √(1 − 0.99) = 0.1 of itself.
    const {rate, epsilon: folded} = adamStep(0.001, 1);
    assert.ok(Math.abs(rate - 0.001) < 1e-18);
    assert.ok(Math.abs(folded - 1e-9) < 1e-23);
  });

  it('comes to the plain learning rate and epsilon after many steps', () => {
    const {rate, epsilon: folded} = adamStep(0.001, 100_000);
    assert.deepEqual([rate, folded], [0.001, 1e-8]);
  });
});
