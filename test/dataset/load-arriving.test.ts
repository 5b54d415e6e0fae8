import assert from 'node:assert/strict';
import {it} from 'node:test';
import {type Split, splits} from '../../source/dataset/dataset.js';
import {loadDataset} from '../../source/dataset/load.js';
import {fixture} from '../helpers/program.js';

const file = fixture('data-files/compressed.npz');

it('tells of the images that are there while it reads, in the memory that the dataset has them in', async () => {
  const seen: Partial<Record<Split, {images: Uint8Array; count: number}>> = {};
  const onImages = (split: Split, images: Uint8Array, count: number): void => {
    assert.deepEqual(images.subarray(0, 784 * (seen[split]?.count ?? 0)), seen[split]?.images ?? new Uint8Array());
    seen[split] = {images: images.slice(0, 784 * count), count};
  };
  const dataset = await loadDataset(file, {onImages});
  for (const split of splits) {
    assert.equal(seen[split]?.count, dataset[split].count);
    assert.deepEqual(seen[split]?.images, dataset[split].images.slice());
  }
  await loadDataset(file, {scramble: true, onImages: () => assert.fail()});
});
