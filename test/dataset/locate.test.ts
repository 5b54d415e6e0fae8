import assert from 'node:assert/strict';
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {locate} from '../../source/dataset/locate.js';
import {rejectsForPerson} from '../helpers/errors.js';
import {fixture, withFolder} from '../helpers/program.js';

const published = [
  'train-images-idx3-ubyte',
  'train-labels-idx1-ubyte',
  't10k-images-idx3-ubyte',
  't10k-labels-idx1-ubyte',
] as const;

/** Gives a folder of empty files to `use`. */
const withFiles = (names: readonly string[], use: (folder: string) => Promise<unknown>): Promise<unknown> =>
  withFolder(async folder => {
    for (const name of names) writeFileSync(path.join(folder, name), '');
    return use(folder);
  });

describe('finding a dataset', () => {
  it('takes a file as an .npz archive, whatever its name', async () => {
    const file = fixture('data-files/html.npz');
    assert.deepEqual(await locate(file), {npz: file});
  });

  const forms: [string, (name: string) => string][] = [
    ['as published', name => name],
    ['gzipped', name => `${name}.gz`],
    ['with a dot before idx', name => name.replace('-idx', '.idx')],
    ['with a dot before idx and gzipped', name => `${name.replace('-idx', '.idx')}.gz`],
    ['in capitals', name => name.toUpperCase()],
  ];
  for (const [form, rename] of forms) {
    it(`finds the four IDX files in a folder, named ${form}`, async () => {
      const names = published.map(rename);
      await withFiles([...names, 'README.txt', 'emnist-train-images-idx3-ubyte'], async folder => {
        const [trainImages, trainLabels, testImages, testLabels] = names.map(name => path.join(folder, name));
        assert.deepEqual(await locate(folder), {
          idx: {
            train: {images: trainImages, labels: trainLabels},
            test: {images: testImages, labels: testLabels},
          },
        });
      });
    });
  }

  it('names the file that a folder lacks, each of the four', async () => {
    for (const missing of published) {
      await withFiles(
        published.filter(name => name !== missing),
        folder => rejectsForPerson(() => locate(folder), `${folder}: no ${missing} (or .gz) in this folder`),
      );
    }
  });

  it('says that a path leads nowhere, and what can be given', async () => {
    await withFolder(async folder => {
      const nowhere = path.join(folder, 'nowhere');
      await rejectsForPerson(
        () => locate(nowhere),
        `${nowhere}: no such file or folder; give an .npz file or a folder of IDX files`,
      );
      mkdirSync(nowhere);
      await rejectsForPerson(() => locate(nowhere), `${nowhere}: no train-images-idx3-ubyte`);
      rmSync(nowhere, {recursive: true});
    });
  });

  it('names the path when a file stands where a folder was meant', async () => {
    const within = path.join(fixture('data-files/html.npz'), 'train-images-idx3-ubyte');
    await rejectsForPerson(() => locate(within), within, 'give an .npz file or a folder of IDX files');
  });
});
