import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {splits} from '../../source/dataset/dataset.js';
import {loadDataset} from '../../source/dataset/load.js';
import {rejectsForPerson} from '../helpers/errors.js';
import {fixture} from '../helpers/program.js';

type Entry =
  | {readonly expect: 'error' | 'bright-or-error'; readonly why: string}
  | {
      readonly expect: 'ok';
      readonly why: string;
      readonly first_train_label: number;
      readonly first_train_pixel_sum: number;
      readonly first_train_row10: readonly number[];
    };

const place = (name: string): string => fixture(`on-disk/${name}`);
const manifest = JSON.parse(readFileSync(place('manifest.json'), 'utf8')) as Record<string, Entry>;
const sum = (values: Uint8Array): number => values.reduce((total, value) => total + value, 0);

describe('files as people have them on disk', () => {
  for (const [name, entry] of Object.entries(manifest)) {
    if (entry.expect !== 'ok') continue;
    it(`${name} is read: ${entry.why}`, async () => {
      const dataset = await loadDataset(place(name));
      const {train, test} = dataset;
      const keras = await loadDataset(place('keras/mnist.npz'));
      assert.deepEqual([train.count, test.count], [70, 30]);
      assert.equal(train.labels[0], entry.first_train_label);
      assert.equal(sum(train.images.subarray(0, 784)), entry.first_train_pixel_sum);
      assert.deepEqual([...train.images.subarray(280, 308)], entry.first_train_row10);
      for (const split of splits) {
        assert.deepEqual(dataset[split].images, keras[split].images);
        assert.deepEqual(dataset[split].labels, keras[split].labels);
      }
      for (const {images, labels} of [train, test]) {
        assert.ok(images.buffer instanceof SharedArrayBuffer && labels.buffer instanceof SharedArrayBuffer);
      }
    });
  }

  it('float-over-1.npz is brightness, cut at 1', async () => {
    const {train} = await loadDataset(place('float-over-1.npz'));
    const keras = await loadDataset(place('keras/mnist.npz'));
    // Stored as 1.02 times the brightness.
    const expected = [...keras.train.images.subarray(0, 784)].map(value => Math.min(255, Math.round(1.02 * value)));
    const off = train.images.subarray(0, 784).map((value, index) => Math.abs(value - (expected[index] ?? 0)));
    assert.ok(Math.max(...off) <= 1, `${Math.max(...off)}`);
  });

  const refusals: Readonly<Record<string, readonly (string | RegExp)[]>> = {
    'mnist.pkl.gz': [/pickle, which is never opened.*numpy\.savez/],
    'one-file/train-images-idx3-ubyte': [/one IDX file alone; give its folder .*one-file, if all four/],
    'many-members.zip': ['training/5/0.png', /… and 794 more;/],
    'escape-in-name.npz': ['\\x1b]0;title\\x07\\x1b[31mx_train'],
  };
  for (const [name, {expect, why}] of Object.entries(manifest)) {
    if (expect !== 'error') continue;
    it(`${name} is refused: ${why}`, async () => {
      const error = await rejectsForPerson(() => loadDataset(place(name)), place(name), ...(refusals[name] ?? [/^$/]));
      assert.ok(error.message.length - place(name).length < 400);
      assert.doesNotMatch(error.message, /\p{Cc}/u);
    });
  }
});
