import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {digit} from '../../source/dataset/dataset.js';
import {activationNames} from '../../source/network/activations.js';
import {initialState} from '../../source/network/initial-state.js';
import {lossNames} from '../../source/network/losses.js';
import {parameterNames, type Weights} from '../../source/network/network-state.js';
import {backward, forward, meanLoss} from '../../source/network/reference.js';
import {finiteDifference} from '../helpers/finite-difference.js';
import {noiseDataset} from '../helpers/mnist.js';

describe('the plain network has the gradient that finite differences give', () => {
  const count = 6;
  const {train} = noiseDataset(count, 1, 2);
  const passesOf = (weights: Weights) =>
    Array.from({length: count}, (_, index) => forward(weights, digit(train, index)));

  for (const loss of lossNames) {
    for (const activation of activationNames) {
      it(`with ${loss} and ${activation}`, () => {
        const {weights} = initialState(5, 3, activation);
        const lossOf = (changed: Weights): number => meanLoss(passesOf(changed), train.labels, loss);
        const gradient = backward(weights, passesOf(weights), train.labels, loss);
        for (const name of parameterNames) {
          const stride = Math.max(1, Math.floor(weights[name].length / 40));
          for (let place = 0; place < weights[name].length; place += stride) {
            const expected = finiteDifference(weights, name, place, lossOf);
            const found = gradient[name][place];
            // Seen: 1.9e-8, of gradients up to 0.2: the loss is curved between the two sides.
            assert.ok(Math.abs(found - expected) < 1e-7, `${name}[${place}]: ${found} is not ${expected}`);
          }
        }
      });
    }
  }
});
