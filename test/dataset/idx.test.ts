import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {gzipSync} from 'node:zlib';
import {parseIdx} from '../../source/dataset/idx.js';
import {rejectsForPerson} from '../helpers/errors.js';

const labels = Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 3, 5, 0, 4);
/** Two images of 1 × 3 pixels. */
const images = Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 10, 20, 30, 40, 50, 60);

describe('reading an IDX file', () => {
  it('takes labels', () => {
    const {shape, data} = parseIdx(labels, 'labels', 'x');
    assert.deepEqual(shape, [3]);
    assert.deepEqual([...data], [5, 0, 4]);
  });

  it('takes images', () => {
    const {shape, data} = parseIdx(images, 'images', 'x');
    assert.deepEqual(shape, [2, 1, 3]);
    assert.deepEqual([...data], [10, 20, 30, 40, 50, 60]);
  });

  it('takes a gzipped file, also one of several members or with zeros behind it', () => {
    const members = [gzipSync(labels.subarray(0, 5)), gzipSync(labels.subarray(5))];
    for (const file of [gzipSync(labels), Buffer.concat(members), Buffer.concat([...members, Buffer.alloc(512)])]) {
      assert.deepEqual([...parseIdx(file, 'labels', 'x').data], [5, 0, 4]);
    }
  });

  it('reads a large count as the unsigned number that it is', async () => {
    const file = Uint8Array.of(0, 0, 8, 1, 0xff, 0xff, 0xff, 0xff, 1);
    await rejectsForPerson(() => parseIdx(file, 'labels', 'x'), /9 bytes; its header wants 4294967303/);
  });

  const gzipped = gzipSync(images);
  const flipped = Buffer.from(gzipped);
  flipped[flipped.length - 5] ^= 1;
  const faults: [string, Uint8Array, 'images' | 'labels', RegExp][] = [
    ['labels in the place of images', labels, 'images', /magic number 2049 \(labels\); wanted 2051 \(images\)/],
    ['images in the place of labels', images, 'labels', /magic number 2051 \(images\); wanted 2049 \(labels\)/],
    ['a file of another kind', Buffer.from('hello'), 'labels', /magic number 1751477356; wanted 2049/],
    ['an empty file', new Uint8Array(), 'images', /magic number nothing; wanted 2051/],
    ['a file that ends within its header', images.subarray(0, 10), 'images', /10 bytes; its header wants more/],
    ['a file that is one byte short', images.subarray(0, 21), 'images', /21 bytes; its header wants 22/],
    ['a file with a byte too many', Buffer.concat([labels, Buffer.of(1)]), 'labels', /12 bytes; its header wants 11/],
    ['a gzipped file that is cut short', gzipped.subarray(0, 20), 'images', /damaged gzip .*get the file again/],
    ['a gzipped file with a wrong checksum', flipped, 'images', /damaged gzip .*get the file again/],
  ];
  for (const [what, file, wanted, pattern] of faults) {
    it(`says what is wrong with ${what}`, async () => {
      await rejectsForPerson(() => parseIdx(file, wanted, 'folder/digits'), 'folder/digits: ', pattern);
    });
  }
});
