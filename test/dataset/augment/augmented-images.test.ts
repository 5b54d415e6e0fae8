import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {describe, it} from 'node:test';
import {AugmentedImages} from '../../../source/dataset/augment/augmented-images.js';
import {mnist} from '../../helpers/mnist.js';

/** No multiple of any number of threads, nor of the images that are changed at once. */
const count = 2_003;
const images = mnist().train.images.subarray(0, 784 * count);
const checksum = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What the first 2,003 train digits become in the second epoch of seed 1, on every machine. */
const known = 'b073524658e0bfee4d8d8b3a8032504de139bb9c0562dc197337bc19e2db5a45';

/** Checksums of the images of some epochs, asked for in this order. */
async function made(
  threads: number,
  epochs: readonly (readonly [seed: number, epoch: number])[],
  ahead: boolean,
): Promise<string[]> {
  const augmented = new AugmentedImages(images, {alone: threads, beside: Math.max(1, threads - 1)});
  const found = [];
  for (const [seed, epoch] of epochs) found.push(checksum(await augmented.of(seed, epoch, ahead)));
  await augmented.end();
  return found;
}

describe('the images of an epoch', () => {
  it('are the same bytes on one, two and three threads, and on every machine', async () => {
    for (const threads of [1, 2, 3]) assert.deepEqual(await made(threads, [[1, 2]], false), [known]);
  });

  it('are the same whatever was asked for before, also where the next are made ahead', async () => {
    const alone = async (seed: number, epoch: number): Promise<string> =>
      (await made(1, [[seed, epoch]], false)).join();
    const [one, two, three, other] = [await alone(1, 1), await alone(1, 2), await alone(1, 3), await alone(5, 1)];
    assert.equal(new Set([one, two, three, other]).size, 4);
    const epochs = [
      [1, 1],
      [1, 2],
      [1, 2],
      [5, 1],
      [1, 3],
      [1, 1],
    ] as const;
    assert.deepEqual(await made(3, epochs, true), [one, two, two, other, three, one]);
  });

  it('are refused each time by threads that fail, and nothing waits for them', async () => {
    const broken = {length: 784 * 3} as Uint8Array;
    const augmented = new AugmentedImages(broken, {alone: 2, beside: 1});
    for (const ahead of [true, false]) await assert.rejects(augmented.of(1, 1, ahead), TypeError);
    await augmented.end();
  });

  it('stay what they are while the next are made, and are the same array when they are asked for again', async () => {
    const augmented = new AugmentedImages(images, {alone: 1, beside: 1});
    const first = await augmented.of(1, 1, true);
    const before = checksum(first);
    const second = await augmented.of(1, 2, false);
    assert.equal(checksum(first), before);
    assert.equal(checksum(second), known);
    assert.equal(await augmented.of(1, 2, false), second);
    assert.notEqual(await augmented.of(1, 3, false), first);
    await augmented.end();
  });
});
