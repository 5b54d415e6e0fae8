import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {digit} from '../../source/dataset/dataset.js';
import {trainStep} from '../../source/network/reference.js';
import {batchSize, methodCases, methodDataset, methodStart} from '../helpers/pytorch-methods.js';

describe('the plain network has the losses of PyTorch’s first three batches', () => {
  const {train} = methodDataset();
  // Every loss with every optimiser, the activations in turn.
  const cases = methodCases().filter((_, index) => index % 3 === Math.floor(index / 3) % 3);

  for (const method of cases) {
    it(`with ${method.name}`, () => {
      let state = methodStart(method);
      for (let step = 0; step < 3; step++) {
        const batch = Array.from({length: batchSize}, (_, place) => step * batchSize + place);
        const images = batch.map(index => digit(train, index));
        const labels = batch.map(index => train.labels[index]);
        const taken = trainStep(state, images, labels, method.learningRate, method);
        // Seen: 3.7e-7.
        const difference = Math.abs(taken.loss - method.losses[step]);
        assert.ok(difference < 1e-6, `the loss of batch ${step + 1} differs by ${difference}`);
        state = taken.state;
      }
    });
  }
});
