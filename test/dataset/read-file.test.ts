import assert from 'node:assert/strict';
import {chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {loadDataset} from '../../source/dataset/load.js';
import {readData} from '../../source/dataset/read-file.js';
import {rejectsForPerson} from '../helpers/errors.js';
import {withFolder} from '../helpers/program.js';

const root = process.getuid?.() === 0;

describe('a file that cannot be read', () => {
  it('is the fault of whoever gave it: a folder, a circle of links, a file that is too large, nothing', async () => {
    await withFolder(async folder => {
      const place = (name: string): string => path.join(folder, name);
      mkdirSync(place('folder'));
      await rejectsForPerson(() => readData(place('folder')), `${place('folder')}: a folder where a file was wanted`);
      symlinkSync('b', place('a'));
      symlinkSync('a', place('b'));
      await rejectsForPerson(() => loadDataset(place('a')), `${place('a')}: its symbolic links lead in a circle`);
      writeFileSync(place('large.npz'), '');
      truncateSync(place('large.npz'), 2 ** 31 + 1);
      await rejectsForPerson(() => loadDataset(place('large.npz')), /large\.npz: larger than 2 GiB.*uint8/);
      await rejectsForPerson(() => readData(place('none')), `${place('none')}: cannot be read (ENOENT`);
      await rejectsForPerson(() => loadDataset('x'.repeat(300)), 'the name is too long');
    });
  });

  it('is so too when it may not be read', {skip: root && 'root may read everything'}, async () => {
    await withFolder(async folder => {
      const file = path.join(folder, 'mnist.npz');
      writeFileSync(file, 'PK');
      chmodSync(file, 0);
      await rejectsForPerson(() => loadDataset(file), `${file}: you may not read it`);
    });
  });

  it('is a device, which has no end', {skip: process.platform === 'win32'}, async () => {
    await rejectsForPerson(() => loadDataset('/dev/zero'), '/dev/zero: a device; give an .npz file');
  });

  it('gives the bytes of one that can be', async () => {
    await withFolder(async folder => {
      const file = path.join(folder, 'a');
      writeFileSync(file, 'bytes');
      assert.equal(String(await readData(file)), 'bytes');
    });
  });
});
