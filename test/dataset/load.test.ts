import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {type Split, type SplitData, splits} from '../../source/dataset/dataset.js';
import {loadDataset} from '../../source/dataset/load.js';
import {defaultDataPath} from '../../source/dataset/locate.js';
import {rejectsForPerson} from '../helpers/errors.js';
import {npyFile, npzFile, numberBytes} from '../helpers/npz.js';
import {fixture, withFolder} from '../helpers/program.js';

type Entry =
  | {readonly expect: 'error'; readonly why: string}
  | {
      readonly expect: 'ok';
      readonly why: string;
      readonly train: number;
      readonly test: number;
      readonly first_train_label: number;
      readonly first_train_pixel_sum: number;
      readonly first_train_row10: readonly number[];
    };

const dataFile = (name: string): string => fixture(`data-files/${name}`);
const manifest = JSON.parse(readFileSync(dataFile('manifest.json'), 'utf8')) as Record<string, Entry>;
const sum = (values: Iterable<number>): number => {
  let result = 0;
  for (const value of values) result += value;
  return result;
};
/** What a file of bytes has behind its header. */
const body = (name: string, header: number): Uint8Array =>
  readFileSync(path.join(dataFile('idx-raw'), name)).subarray(header);

describe('loading a dataset that is as it should be', () => {
  for (const [name, entry] of Object.entries(manifest)) {
    if (entry.expect !== 'ok') continue;
    it(`reads ${name}: ${entry.why}`, async () => {
      const dataset = await loadDataset(dataFile(name));
      const {train, test} = dataset;
      assert.equal(dataset.name, name);
      assert.equal(dataset.path, dataFile(name));
      assert.equal(train.count, entry.train);
      assert.equal(test.count, entry.test);
      assert.equal(train.labels[0], entry.first_train_label);
      assert.equal(sum(train.images.subarray(0, 784)), entry.first_train_pixel_sum);
      assert.deepEqual([...train.images.subarray(280, 308)], entry.first_train_row10);
      assert.deepEqual(Buffer.from(train.images), body('train-images-idx3-ubyte', 16));
      assert.deepEqual(Buffer.from(train.labels), body('train-labels-idx1-ubyte', 8));
      assert.deepEqual(Buffer.from(test.images), body('t10k-images-idx3-ubyte', 16));
      assert.deepEqual(Buffer.from(test.labels), body('t10k-labels-idx1-ubyte', 8));
    });
  }

  it('hands over the small test split before the train split, each as it is in the dataset', async () => {
    for (const name of ['compressed.npz', 'idx-raw']) {
      const seen: [Split, SplitData][] = [];
      const {train, test} = await loadDataset(dataFile(name), {onSplit: (split, data) => seen.push([split, data])});
      assert.deepEqual(
        seen.map(([split]) => split),
        ['test', 'train'],
      );
      assert.equal(seen[0][1], test);
      assert.equal(seen[1][1], train);
    }
  });

  it('holds pixels and labels in memory that threads share', async () => {
    for (const name of ['compressed.npz', 'float-unit.npz', 'idx-gz-dots']) {
      const dataset = await loadDataset(dataFile(name));
      for (const split of splits) {
        assert.ok(dataset[split].images.buffer instanceof SharedArrayBuffer, `${name} ${split} images`);
        assert.ok(dataset[split].labels.buffer instanceof SharedArrayBuffer, `${name} ${split} labels`);
      }
    }
  });

  it('takes images that are flat, or have a channel', async () => {
    await withFolder(async folder => {
      const file = path.join(folder, 'flat.npz');
      const pixels = Uint8Array.from({length: 784}, (_, index) => index % 256);
      const labels = npyFile('|u1', [1], Uint8Array.of(3));
      writeFileSync(
        file,
        npzFile({
          'x_train.npy': npyFile('|u1', [1, 784], pixels),
          'x_test.npy': npyFile('|u1', [1, 28, 28, 1], pixels),
          'y_train.npy': labels,
          'y_test.npy': labels,
        }),
      );
      const {train, test} = await loadDataset(file);
      assert.deepEqual(Buffer.from(train.images), Buffer.from(pixels));
      assert.deepEqual(Buffer.from(test.images), Buffer.from(pixels));
    });
  });

  it('loads MNIST when nothing else is asked for: 60,000 and 10,000 digits', async () => {
    const {train, test} = await loadDataset(defaultDataPath);
    // The sums are NumPy's over the files that LeCun and Cortes published.
    assert.equal(train.count, 60_000);
    assert.equal(test.count, 10_000);
    assert.equal(train.images.length, 47_040_000);
    assert.equal(sum(train.images), 1_567_298_545);
    assert.equal(sum(test.images), 264_923_200);
    assert.equal(sum(train.labels), 267_236);
    assert.equal(sum(test.labels), 44_434);
  });
});

describe('loading a dataset that is not as it should be', () => {
  /** What each message says besides the file: what was found, and what was wanted or what to do. */
  const messages: Readonly<Record<string, readonly (string | RegExp)[]>> = {
    'truncated.npz': [/archive's end is missing.*broken-off download.*get the file again/],
    'html.npz': [/not an \.npz archive: it starts with "<.*wanted "PK"/],
    'empty.npz': [/the file is empty; wanted an \.npz archive/],
    'flipped-byte.npz': [/[xy]_(train|test)\.npy is damaged \(its CRC-32 does not match\); get the file again/],
    'object-array.npz': [/[xy]_(train|test): an array of pickled Python objects.*never unpickled.*save plain numbers/],
    'missing-key.npz': [/has (?!.*x_test.*;).*x_train.*; wanted x_train, y_train, x_test, y_test/],
    'count-mismatch.npz': [/y_train: labels of shape \(60\); wanted one for each of 64 images/],
    'label-out-of-range.npz': [/y_(train|test): label 26 at index \d+; wanted 0 to 9/],
    'wrong-shape.npz': [/x_(train|test): shape \(\d+, 28, 27\); wanted \(count, 28, 28\)/],
    'idx-swapped': [/train-images-idx3-ubyte: magic number 2049 \(labels\); wanted 2051 \(images\)/],
    'idx-short': [/train-images-idx3-ubyte: 50191 bytes; its header wants 50192/],
  };

  it('is checked for every broken file there is', () => {
    const broken = Object.entries(manifest).flatMap(([name, {expect}]) => (expect === 'error' ? [name] : []));
    assert.deepEqual(Object.keys(messages).sort(), broken.sort());
  });

  for (const [name, patterns] of Object.entries(messages)) {
    it(`says in one line what is wrong with ${name}: ${manifest[name]?.why}`, async () => {
      const error = await rejectsForPerson(() => loadDataset(dataFile(name)), dataFile(name), ...patterns);
      assert.equal(error.exitCode, 1);
    });
  }

  const floats = (values: readonly number[]): Uint8Array =>
    npyFile(
      '<f4',
      [1, 784],
      numberBytes([...values, ...new Array(784 - values.length).fill(0)], 4, (view, offset, value) =>
        view.setFloat32(offset, value, true),
      ),
    );
  const oneLabel = npyFile('|u1', [1], Uint8Array.of(3));
  const good = {'x_train.npy': floats([1]), 'y_train.npy': oneLabel, 'x_test.npy': floats([1]), 'y_test.npy': oneLabel};
  const floatLabel = (value: number): Uint8Array =>
    npyFile(
      '<f4',
      [1],
      numberBytes([value], 4, (view, offset, number) => view.setFloat32(offset, number, true)),
    );
  const faults: [string, Record<string, Uint8Array>, RegExp][] = [
    ['a negative pixel', {'x_test.npy': floats([-1])}, /x_test: a pixel of -1; wanted 0 to 255, or 0 to 1/],
    ['a pixel above 255', {'x_train.npy': floats([256])}, /x_train: a pixel of 256; wanted 0 to 255/],
    ['a pixel that is no number', {'x_train.npy': floats([Number.NaN])}, /x_train: a pixel of NaN; wanted 0 to 255/],
    ['a label between two digits', {'y_train.npy': floatLabel(1.5)}, /y_train: label 1\.5 at index 0; wanted 0 to 9/],
    [
      'a negative label',
      {'y_test.npy': npyFile('|i1', [1], Uint8Array.of(255))},
      /y_test: label -1 at index 0; wanted 0/,
    ],
    [
      'one-hot labels',
      {'y_test.npy': npyFile('|u1', [1, 10], new Uint8Array(10))},
      /y_test: labels of shape \(1, 10\); wanted one/,
    ],
    [
      'no images at all',
      {'x_test.npy': npyFile('|u1', [0, 784], new Uint8Array()), 'y_test.npy': npyFile('|u1', [0], new Uint8Array())},
      /x_test: no images/,
    ],
  ];
  for (const [what, change, pattern] of faults) {
    it(`refuses ${what}`, async () => {
      await withFolder(async folder => {
        const file = path.join(folder, 'digits.npz');
        writeFileSync(file, npzFile({...good, ...change}));
        await rejectsForPerson(() => loadDataset(file), file, pattern);
      });
    });
  }

  it('gives no split of a file that lacks an array', async () => {
    const seen: Split[] = [];
    await rejectsForPerson(() => loadDataset(dataFile('missing-key.npz'), {onSplit: split => seen.push(split)}));
    assert.deepEqual(seen, []);
  });
});
