import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {flipped, flips, mostFlips} from '../../source/network/flips.js';
import type {Weights} from '../../source/network/network-state.js';
import {forward} from '../../source/network/reference.js';
import {mnist} from '../helpers/mnist.js';
import {readOracle} from '../helpers/oracle.js';

const weights = readOracle().weightsAfter(468);
const {test} = mnist();
const image = (index: number): Uint8Array => test.images.subarray(index * 784, (index + 1) * 784);

/** The answer by the readable network. */
function answerTo(pixels: Uint8Array, network = weights): number {
  const scores = [...forward(network, pixels).scores];
  return scores.indexOf(Math.max(...scores));
}

/** The first test digits that are read right. */
const right = Array.from({length: 120}, (_, index) => index).filter(
  index => answerTo(image(index)) === test.labels[index],
);

/** How many pixels a search needs that tries every pixel in truth at each step. */
function exhaustive(network: Weights, pixels: Uint8Array): number {
  const before = answerTo(pixels, network);
  const width = network.hiddenBias.length;
  const inputs = [...pixels].map(ink => ink / 255);
  const sums = [...network.hiddenBias].map((bias, unit) =>
    inputs.reduce((sum, input, pixel) => sum + input * network.hiddenWeight[unit * 784 + pixel], bias),
  );
  const leadOf = (values: readonly number[]): number => {
    const scores = [...network.outputBias].map((bias, digit) =>
      values.reduce((sum, value, unit) => sum + Math.max(0, value) * network.outputWeight[digit * width + unit], bias),
    );
    return scores[before] - Math.max(...scores.filter((_, digit) => digit !== before));
  };
  const taken = new Set<number>();
  for (let count = 1; count <= mostFlips; count++) {
    let best = {lead: Number.POSITIVE_INFINITY, pixel: 0, sums};
    for (let pixel = 0; pixel < 784; pixel++) {
      if (taken.has(pixel)) continue;
      const change = (inputs[pixel] < 0.5 ? 1 : 0) - inputs[pixel];
      const values = sums.map((sum, unit) => sum + change * network.hiddenWeight[unit * 784 + pixel]);
      const lead = leadOf(values);
      if (lead < best.lead) best = {lead, pixel, sums: values};
    }
    taken.add(best.pixel);
    sums.splice(0, sums.length, ...best.sums);
    if (best.lead < 0) return count;
  }
  return Number.POSITIVE_INFINITY;
}

const middle = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

describe('the fewest pixels that flip an answer', () => {
  it('make the other answer by the readable network, to ink or to paper, and none of them can be spared', () => {
    let found = 0;
    for (const index of right) {
      const flip = flips(weights, image(index));
      if (flip === undefined) continue;
      found++;
      const changed = flipped(image(index), flip.pixels);
      assert.equal(answerTo(changed), flip.answer, `digit ${index}`);
      assert.notEqual(flip.answer, test.labels[index]);
      assert.ok(flip.pixels.length <= mostFlips && new Set(flip.pixels).size === flip.pixels.length);
      const differing = [...changed.keys()].filter(pixel => changed[pixel] !== image(index)[pixel]);
      assert.deepEqual(
        differing,
        flip.pixels.toSorted((one, other) => one - other),
      );
      assert.ok(differing.every(pixel => changed[pixel] === (image(index)[pixel] < 127.5 ? 255 : 0)));
      for (const pixel of flip.pixels) {
        const fewer: number[] = flip.pixels.filter(other => other !== pixel);
        assert.equal(answerTo(flipped(image(index), fewer)), test.labels[index], `digit ${index}`);
      }
    }
    assert.ok(found > 0.8 * right.length, `${found} of ${right.length}`);
  });

  it('are about as few as a search that tries every pixel finds', () => {
    const some = right.slice(0, 12);
    const fast = some.map(index => flips(weights, image(index))?.pixels.length ?? Number.POSITIVE_INFINITY);
    const slow = some.map(index => exhaustive(weights, image(index)));
    assert.ok(Math.abs(middle(fast) - middle(slow)) <= 1, `${fast.join()} against ${slow.join()}`);
    fast.forEach((count, place) => {
      if (Number.isFinite(slow[place])) assert.ok(count <= slow[place] + 3, `${fast.join()} against ${slow.join()}`);
    });
  });

  it('are seven in the middle after one epoch', () => {
    // So many a search found that tries every pixel, for the first 300 digits; after a whole run they are four.
    const counts = right.map(index => flips(weights, image(index))?.pixels.length ?? Number.POSITIVE_INFINITY);
    const median = middle(counts);
    assert.ok(median >= 6 && median <= 8, `${median}`);
  });

  it('are none where no pixel changes anything, and where weights have run away', () => {
    const same = {...weights, hiddenWeight: new Float32Array(784 * 128)};
    assert.equal(flips(same, image(0)), undefined);
    const away = {...weights, outputWeight: new Float32Array(1280).fill(Number.NaN)};
    assert.equal(flips(away, image(0)), undefined);
  });

  it('are found by hand where one pixel decides', () => {
    // One hidden unit that sees the first pixel: with its ink the answer is 3, without it 0.
    const one: Weights = {
      activation: 'relu',
      hiddenWeight: new Float32Array(784).fill(1, 0, 1),
      hiddenBias: new Float32Array(1).fill(0.1),
      outputWeight: new Float32Array(10).fill(1, 3, 4),
      outputBias: new Float32Array(10).fill(0.5, 0, 1),
    };
    assert.deepEqual(flips(one, new Uint8Array(784)), {pixels: [0], answer: 3});
    assert.deepEqual(flips(one, new Uint8Array(784).fill(255)), {pixels: [0], answer: 0});
  });
});
