import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {knownDataset} from '../../source/dataset/known.js';
import {loadDataset} from '../../source/dataset/load.js';
import {defaultDataPath} from '../../source/dataset/locate.js';
import {npyFile, npzFile} from '../helpers/npz.js';
import {fixture, runProgram, withFolder} from '../helpers/program.js';

/** The first labels of Fashion-MNIST, as its authors' files of MD5 25c81989… and bb300cfd… have them. */
const fashion = {
  train: [9, 0, 0, 3, 0, 2, 7, 2, 5, 5, 0, 9, 5, 5, 7, 9, 1, 0, 6, 4, 3, 1, 4, 8],
  test: [9, 2, 1, 1, 6, 1, 4, 6, 5, 7, 4, 5, 7, 3, 4, 1, 2, 4, 8, 0, 2, 5, 7, 9],
};

/** Writes an archive with these labels and blank images. */
function write(file: string, {train, test}: typeof fashion): void {
  const images = (count: number): Uint8Array => npyFile('|u1', [count, 28, 28], new Uint8Array(784 * count));
  const labels = (values: readonly number[]): Uint8Array => npyFile('|u1', [values.length], Uint8Array.from(values));
  const members = {
    'x_train.npy': images(train.length),
    'y_train.npy': labels(train),
    'x_test.npy': images(test.length),
    'y_test.npy': labels(test),
  };
  writeFileSync(file, npzFile(members));
}

describe('known datasets', () => {
  it('are told by their labels, whatever the file is called', async () => {
    await withFolder(async folder => {
      const file = path.join(folder, 'clothes.npz');
      write(file, fashion);
      const {train, test} = await loadDataset(file);
      assert.deepEqual([train.known, test.known], ['Fashion-MNIST', 'Fashion-MNIST']);
      assert.equal(test.classNames?.[9], 'Ankle boot');
    });
    const {train, test} = await loadDataset(defaultDataPath);
    assert.deepEqual([train.known, test.known, test.classNames], ['MNIST', 'MNIST', undefined]);
  });

  const few = Uint8Array.of(1, 2);
  const names: [string, string | undefined][] = [
    ['/data/fashion-mnist_test.csv', 'Fashion-MNIST'],
    ['/data/FashionMNIST/raw/train-images-idx3-ubyte', 'Fashion-MNIST'],
    ['/data/kmnist-train-imgs.npz', 'KMNIST'],
    ['/data/KMNIST/raw/train-images-idx3-ubyte', 'KMNIST'],
    ['/data/emnist-digits-train-images-idx3-ubyte.gz', 'EMNIST digits'],
    ['/data/mnist.npz', 'MNIST'],
    ['/fashion/a/b/c/digits.npz', undefined],
    ['/data/own.npz', undefined],
  ];
  for (const [file, title] of names) {
    it(`are told by names, too: ${file} is ${title ?? 'unknown'}`, () => {
      assert.equal(knownDataset(few, 'train', file)?.title, title);
    });
  }

  it('without digits have images, whose classes are named', async () => {
    await withFolder(async folder => {
      const file = path.join(folder, 'clothes.npz');
      write(file, fashion);
      const info = await runProgram(['info', '--data', file]);
      assert.match(info.stdout, /Known as: Fashion-MNIST\nTrain: 24 images of 28 x 28; test: 24\n/);
      const show = await runProgram(['show', '0', '--data', file]);
      assert.match(show.stdout, /^test 0: label Ankle boot\n/);
      const json = await runProgram(['show', '1', '--data', file, '--json']);
      assert.match(json.stdout, /"label":2,"labelName":"Pullover",/);
    });
  });

  it('with digits are spoken of as before', async () => {
    const {stdout} = await runProgram(['show', '0', '--data', fixture('on-disk/keras'), '--json']);
    assert.doesNotMatch(stdout, /labelName/);
  });
});
