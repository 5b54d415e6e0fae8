import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {digit} from '../../source/dataset/dataset.js';
import {inputSize} from '../../source/network/architecture.js';
import {atOnce, nearestByPixels, nearestByValues, squaredNorms} from '../../source/network/nearest.js';
import {forward} from '../../source/network/reference.js';
import {surveyAtOnce} from '../../source/network/survey.js';
import {mnist} from '../helpers/mnist.js';
import {readOracle} from '../helpers/oracle.js';

const {train, test} = mnist();
/** As many train digits as a plain computation does in a moment. */
const some = train.images.subarray(0, 1500 * inputSize);
const weights = readOracle().weightsAfter(468);

/** Indices of the nearest by all their differences, as one would write it first: sorted, of equals the first. */
function plainly(one: ArrayLike<number>, others: ArrayLike<number>[], self?: number): number[] {
  const distances = others.map((other, index) => ({
    index,
    squared: Array.from(other).reduce((sum, value, place) => sum + (value - one[place]) ** 2, 0),
  }));
  const sorted = distances
    .filter(({index}) => index !== self)
    .sort((a, b) => a.squared - b.squared || a.index - b.index);
  return sorted.slice(0, 5).map(({index}) => index);
}

describe('the nearest digits', () => {
  it('by pixels are those of the plain computation, with their distances', () => {
    const norms = atOnce(squaredNorms(some));
    const all = Array.from(norms, (_, index) => digit({...train, images: some}, index));
    for (const index of [0, 8, 115]) {
      const pixels = digit(test, index);
      const found = atOnce(nearestByPixels(pixels, some, norms, 5, undefined));
      assert.deepEqual(
        found.map(each => each.index),
        plainly(pixels, all),
      );
      for (const {index: other, squared} of found) {
        assert.equal(
          squared,
          Array.from(all[other]).reduce((sum, value, place) => sum + (value - pixels[place]) ** 2, 0),
        );
      }
    }
  });

  it('of a train digit leave out itself, and nothing that is the same', () => {
    const twice = new Uint8Array(3 * inputSize);
    for (const at of [0, 1]) twice.set(digit(train, 0), at * inputSize);
    const found = atOnce(nearestByPixels(digit(train, 0), twice, atOnce(squaredNorms(twice)), 5, 0));
    assert.deepEqual(found[0], {index: 1, squared: 0});
    assert.deepEqual(
      found.map(({index}) => index),
      [1, 2],
    );
  });

  it('by hidden values are those of the reference network', () => {
    const count = 300;
    const hiddenOf = (pixels: Uint8Array): ArrayLike<number> => forward(weights, pixels).activations;
    const all = Array.from({length: count}, (_, index) => hiddenOf(digit(train, index)));
    const {hidden} = surveyAtOnce(weights, train.images.subarray(0, count * inputSize), 'hidden');
    for (const index of [0, 8, 115]) {
      const values = hiddenOf(digit(test, index));
      const found = nearestByValues(values, hidden, 5, undefined).map(each => each.index);
      assert.deepEqual(found, plainly(values, all));
    }
    const found = nearestByValues(all[7], hidden, 5, 7).map(each => each.index);
    assert.deepEqual(found, plainly(all[7], all, 7));
  });

  it('by hidden values do not count units that are off', () => {
    const hidden = Float32Array.of(0, 5, 1, 0, 2, 0);
    assert.deepEqual(
      nearestByValues([0, 0], hidden, 3, undefined).map(({index}) => index),
      [1, 2, 0],
    );
    assert.deepEqual(
      nearestByValues([0, 0], hidden, 3, undefined, [1]).map(({index}) => index),
      [0, 1, 2],
    );
  });
});
