import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import zlib from 'node:zlib';
import {checksumOf} from '../../source/dataset/checksum.js';
import {type Dataset, digit, splits} from '../../source/dataset/dataset.js';
import {loadDataset, loadSplit} from '../../source/dataset/load.js';
import {defaultDataPath} from '../../source/dataset/locate.js';
import {scrambleAdvice} from '../../source/dataset/scramble.js';
import {npyFile, npzFile} from '../helpers/npz.js';
import {withFolder} from '../helpers/program.js';

/** What the documented seeding, xoshiro128** and Fisher and Yates give, written in Python and run: CRC-32 of 784 uint16. */
const recorded = {first: [321, 640, 688, 76, 420, 581, 25, 757], crc: 0xa8f92ed7};

const places = Array.from({length: 784}, (_, place) => place);
/** Two images that together say where each of their pixels is: the low and the high byte of its place. */
const where = Uint8Array.from([...places.map(place => place & 255), ...places.map(place => place >> 8)]);

/** A dataset of those two images in both splits, the train split twice over, its pixels scrambled. */
function scrambledPlaces(): Promise<Dataset> {
  return withFolder(folder => {
    const file = path.join(folder, 'places.npz');
    const members = {
      'x_train.npy': npyFile('|u1', [4, 28, 28], Uint8Array.from([...where, ...where])),
      'y_train.npy': npyFile('|u1', [4], Uint8Array.of(0, 1, 2, 3)),
      'x_test.npy': npyFile('|u1', [2, 784], where),
      'y_test.npy': npyFile('|u1', [2], Uint8Array.of(0, 1)),
    };
    writeFileSync(file, npzFile(members));
    return loadDataset(file, {scramble: true});
  });
}

/** Where each pixel of two images that follow one another came from. */
const orderIn = (data: Dataset['train'], first: number): number[] =>
  places.map(place => (digit(data, first)[place] ?? 0) + 256 * (digit(data, first + 1)[place] ?? 0));

describe('scrambled pixels', () => {
  it('are all 784, each once, in an order that is the same on every machine', async () => {
    const {test} = await scrambledPlaces();
    const order = orderIn(test, 0);
    assert.deepEqual(
      order.toSorted((a, b) => a - b),
      places,
    );
    assert.deepEqual(order.slice(0, 8), recorded.first);
    assert.equal(zlib.crc32(new Uint8Array(Uint16Array.from(order).buffer)), recorded.crc);
  });

  it('are scrambled alike in every image of both splits', async () => {
    const {train, test} = await scrambledPlaces();
    const order = orderIn(test, 0);
    assert.deepEqual(orderIn(train, 0), order);
    assert.deepEqual(orderIn(train, 2), order);
  });

  it('are those of the plain dataset, its labels, count and classes as they were', async () => {
    const {test: whole} = await scrambledPlaces();
    const order = orderIn(whole, 0);
    for (const split of splits) {
      const plain = await loadSplit(defaultDataPath, split);
      const data = await loadSplit(defaultDataPath, split, true);
      for (const index of [0, 1, 99, 5000, data.count - 1]) {
        const pixels = digit(plain, index);
        assert.deepEqual(
          [...digit(data, index)],
          order.map(place => pixels[place]),
        );
      }
      const {images: _, ...rest} = data;
      assert.deepEqual(rest, {count: plain.count, labels: plain.labels, known: 'MNIST, scrambled', isScrambled: true});
    }
  });

  it('make another dataset: its name says so, its checksum is another', async () => {
    const seen: unknown[] = [];
    const plain = await loadDataset(defaultDataPath);
    const data = await loadDataset(defaultDataPath, {
      scramble: true,
      onSplit: (_, {isScrambled}) => seen.push(isScrambled),
    });
    assert.deepEqual([plain.name, data.name, data.path], ['mnist.npz', 'mnist.npz, scrambled', plain.path]);
    assert.deepEqual(seen, [true, true]);
    for (const split of splits) assert.notEqual(checksumOf(data[split]), checksumOf(plain[split]));
  });

  it('that are mixed up with plain ones have a way out', () => {
    assert.equal(scrambleAdvice('MNIST, scrambled', 'mnist.npz'), '; add --scramble');
    assert.equal(scrambleAdvice('MNIST', 'mnist.npz, scrambled'), '; leave out --scramble');
    assert.equal(scrambleAdvice('MNIST', 'fashion'), '');
    assert.equal(scrambleAdvice('MNIST, scrambled', 'fashion, scrambled'), '');
  });
});
