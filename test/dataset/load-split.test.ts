import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {splits} from '../../source/dataset/dataset.js';
import {loadDataset, loadSplit} from '../../source/dataset/load.js';
import {rejectsForPerson} from '../helpers/errors.js';
import {npyFile, npzFile, numberBytes} from '../helpers/npz.js';
import {fixture, withFolder} from '../helpers/program.js';

const dataFile = (name: string): string => fixture(`data-files/${name}`);

describe('loading one split', () => {
  it('gives it as it is in the dataset', async () => {
    for (const name of ['compressed.npz', 'float-unit.npz', 'idx-raw']) {
      const dataset = await loadDataset(dataFile(name));
      for (const split of splits) assert.deepEqual(await loadSplit(dataFile(name), split), dataset[split]);
    }
  });

  it('says what is wrong with it only to those who want it', async () => {
    const image = (value: number): Uint8Array =>
      npyFile(
        '<f4',
        [1, 784],
        numberBytes([value, ...new Array<number>(783).fill(0)], 4, (view, at, each) => view.setFloat32(at, each, true)),
      );
    const label = npyFile('|u1', [1], Uint8Array.of(3));
    await withFolder(async folder => {
      const file = path.join(folder, 'digits.npz');
      const members = {'x_train.npy': image(-1), 'y_train.npy': label, 'x_test.npy': image(1), 'y_test.npy': label};
      writeFileSync(file, npzFile(members));
      assert.equal((await loadSplit(file, 'test')).count, 1);
      await rejectsForPerson(() => loadSplit(file, 'train'), file, /x_train: a pixel of -1/);
      await rejectsForPerson(() => loadSplit(dataFile('missing-key.npz'), 'train'), /has .*; wanted x_train, y_train/);
    });
  });
});
