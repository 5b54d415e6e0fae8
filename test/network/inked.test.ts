import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {digit} from '../../source/dataset/dataset.js';
import {inkedUntilOther} from '../../source/network/inked.js';
import {type Weights, zeroParameters} from '../../source/network/network-state.js';
import {forward} from '../../source/network/reference.js';
import {surveyAtOnce} from '../../source/network/survey.js';
import {answerOf} from '../../source/training/evaluation.js';
import {mnist} from '../helpers/mnist.js';
import {readOracle} from '../helpers/oracle.js';

describe('ink on black pixels', () => {
  it('goes where it takes most from the lead, until the answer is another', () => {
    const network: Weights = {...zeroParameters(1), activation: 'relu'};
    // The unit is on from the start, and each pixel has a weight of its own to it; it speaks for the 1.
    network.hiddenBias[0] = 0.125;
    network.hiddenWeight.set([0.125, 0.5, 0.125, 0.25]);
    network.outputWeight[1] = 1;
    network.outputBias[0] = 1;
    const image = new Uint8Array(784).with(0, 255);
    // 1 against 0.25, then 0.75, 1 (the 0 is still the first of equals), 1.125.
    assert.deepEqual(inkedUntilOther(network, image, 10), {count: 3, answer: 1});
    assert.deepEqual(inkedUntilOther(network, image, 1), {count: 1, answer: 0});
    assert.deepEqual(inkedUntilOther(network, new Uint8Array(784).fill(1), 10), {count: 0, answer: 0});
  });

  it('finds out about a digit what trying each black pixel finds out', () => {
    const weights = readOracle().weightsAfter(468);
    const {test} = mnist();
    let same = 0;
    for (const index of [8, 92, 18, 33, 62]) {
      const image = digit(test, index).slice();
      const before = forward(weights, image).scores;
      const answer = answerOf(before);
      const [, next] = [...before.keys()].sort((one, other) => before[other] - before[one]);
      // Full ink on the pixel that takes most; what is found by slopes may differ where units are switched by it.
      const inked = new Uint8Array(784 * 784);
      for (let pixel = 0; pixel < 784; pixel++) inked.set(image.with(pixel, 255), 784 * pixel);
      const {scores} = surveyAtOnce(weights, inked);
      const leads = Array.from(image, (ink, pixel) =>
        ink === 0 ? scores[10 * pixel + answer] - scores[10 * pixel + next] : Number.POSITIVE_INFINITY,
      );
      const {count} = inkedUntilOther(weights, image, 10);
      if (Math.min(...leads) < 0 === (count === 1)) same++;
    }
    assert.ok(same >= 4, `${same} of 5`);
  });
});
