import assert from 'node:assert/strict';
import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {locate} from '../../source/dataset/locate.js';
import {rejectsForPerson} from '../helpers/errors.js';
import {withFolder} from '../helpers/program.js';

const idx = (beginning = '', test = 't10k'): string[] =>
  ['train', test].flatMap(split => [
    `${beginning}${split}-images-idx3-ubyte`,
    `${beginning}${split}-labels-idx1-ubyte`,
  ]);
const within = (folder: string, names: readonly string[]): string[] => names.map(name => path.join(folder, name));

/** Gives a folder of empty files to `use`. */
const withFiles = (names: readonly string[], use: (folder: string) => Promise<unknown>): Promise<unknown> =>
  withFolder(async folder => {
    for (const name of names) {
      mkdirSync(path.dirname(path.join(folder, name)), {recursive: true});
      writeFileSync(path.join(folder, name), '');
    }
    return use(folder);
  });

/** The files of a location by their paths below the folder, in the order train images, labels, test images, labels. */
async function found(folder: string, data = folder): Promise<string[]> {
  const {note: _, ...location} = await locate(data);
  const [place] = Object.values(location) as [string | Record<string, string | Record<string, string>>];
  const files =
    typeof place === 'string'
      ? [place]
      : Object.values(place).flatMap(each => (typeof each === 'string' ? [each] : Object.values(each)));
  return files.map(file => path.relative(folder, file));
}

describe('finding a dataset below a folder', () => {
  const npy = ['x_train.npy', 'y_train.npy', 'x_test.npy', 'y_test.npy'];
  const kmnist = ['kmnist-train-imgs.npz', 'kmnist-train-labels.npz', 'kmnist-test-imgs.npz', 'kmnist-test-labels.npz'];
  const csv = ['mnist_train.csv', 'mnist_test.csv'];
  const layouts: [string, string[], string[]][] = [
    ["torchvision's", within('MNIST/raw', idx()), within('MNIST/raw', idx())],
    ['three levels down', within('a/b/c', npy), within('a/b/c', npy)],
    ["KMNIST's four archives", kmnist, kmnist],
    ['two CSV files', [...csv, 'sample_submission.csv'], csv],
    [
      "Kaggle's folders named like the files",
      idx().map(name => `${name}/${name}`),
      idx().map(name => `${name}/${name}`),
    ],
    ['the nearest first', ['mnist.npz', ...within('MNIST/raw', idx())], ['mnist.npz']],
    ['mnist.npz of several', ['mnist.npz', 'imdb.npz', 'reuters.npz'], ['mnist.npz']],
    ['the only archive, whatever its name', ['notes.txt', 'a/digits.npz'], ['a/digits.npz']],
    ['IDX before all else', [...idx(), ...npy, ...csv, 'mnist.npz'], idx()],
    ['raw files before the same gzipped', [...idx().map(name => `${name}.gz`), ...idx()], idx()],
    ['what is not hidden', [...within('.cache', idx()), ...within('data', npy)], within('data', npy)],
    [
      'digits of the subsets of EMNIST',
      ['letters', 'digits', 'balanced', 'mnist'].flatMap(subset => idx(`emnist-${subset}-`, 'test')),
      idx('emnist-digits-', 'test'),
    ],
  ];
  for (const [what, names, wanted] of layouts) {
    it(`takes ${what}`, async () => {
      await withFiles(names, async folder => assert.deepEqual(await found(folder), wanted));
    });
  }

  it('says of EMNIST which subset is taken, and takes the other by the beginning of its names', async () => {
    const names = ['digits', 'mnist'].flatMap(subset => idx(`emnist-${subset}-`, 'test'));
    await withFiles(names, async folder => {
      const other = path.join(folder, 'emnist-mnist');
      assert.equal((await locate(folder)).note, `emnist-digits is taken of several; --data ${other} takes the other`);
      assert.deepEqual(await found(folder, other), idx('emnist-mnist-', 'test'));
    });
  });

  it('takes either file of a pair of CSV files', async () => {
    await withFiles(csv, async folder => {
      for (const name of csv) assert.deepEqual(await found(folder, path.join(folder, name)), csv);
    });
  });

  it('follows links, and does not walk in a circle', async () => {
    await withFiles(within('real', npy), async folder => {
      const top = path.join(folder, 'top');
      mkdirSync(top);
      symlinkSync('..', path.join(top, 'circle'));
      symlinkSync('../real', path.join(top, 'link'));
      assert.deepEqual(await found(top), within('link', npy));
    });
  });

  const refusals: [string, string[], RegExp][] = [
    ['two archives', ['a.npz', 'b.npz'], /several datasets: a\.npz, b\.npz; give one of them, such as .*a\.npz$/],
    [
      'two folders of one level',
      [...within('FashionMNIST/raw', idx()), ...within('MNIST/raw', idx())],
      /several datasets: FashionMNIST.raw, MNIST.raw; give one/,
    ],
    ['what lies four levels down', within('a/b/c/d', npy), /no train-images-idx3-ubyte .* or 3 levels below/],
    ['one CSV file', ['train.csv'], /train\.csv: a dataset has two CSV files.*hold back a sixth.*mnist_test\.csv/],
    ['three of four', within('raw', idx().slice(1)), /raw: no train-images-idx3-ubyte \(or \.gz\) in this folder/],
    ['three of EMNIST', idx('emnist-digits-', 'test').slice(0, 3), /no emnist-digits-test-labels-idx1-ubyte/],
  ];
  for (const [what, names, pattern] of refusals) {
    it(`refuses ${what}`, async () => {
      await withFiles(names, folder => rejectsForPerson(() => locate(folder), folder, pattern));
    });
  }
});
