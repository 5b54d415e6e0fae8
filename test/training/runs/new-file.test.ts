import assert from 'node:assert/strict';
import {existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {writeNew} from '../../../source/training/runs/new-file.js';
import {rejectsForPerson} from '../../helpers/errors.js';
import {withFolder} from '../../helpers/program.js';

const content = Buffer.from('content');
const files = {'one.json': Buffer.from('{}'), 'two.bin': content};

describe('a new file', () => {
  it('is written whole, in a folder that is made for it, and nothing else is left there', async () => {
    await withFolder(async folder => {
      const file = path.join(folder, 'a', 'b', 'new.onnx');
      await writeNew(file, content);
      assert.equal(readFileSync(file, 'utf8'), 'content');
      assert.deepEqual(readdirSync(path.dirname(file)), ['new.onnx']);
    });
  });

  it('can be a folder of files', async () => {
    await withFolder(async folder => {
      for (const name of ['new', 'with-slash/']) {
        await writeNew(path.join(folder, name), files);
        assert.deepEqual(readdirSync(path.join(folder, name)).sort(), ['one.json', 'two.bin']);
        assert.equal(readFileSync(path.join(folder, name, 'two.bin'), 'utf8'), 'content');
      }
      assert.deepEqual(readdirSync(folder).sort(), ['new', 'with-slash']);
    });
  });

  it('takes the place of nothing: no file, no folder, not even an empty one', async () => {
    await withFolder(async folder => {
      const [file, inner] = [path.join(folder, 'file'), path.join(folder, 'folder')];
      writeFileSync(file, 'before');
      mkdirSync(inner);
      for (const each of [content, files]) {
        for (const name of [file, inner]) {
          const {exitCode} = await rejectsForPerson(() => writeNew(name, each), name, 'is there already', 'remove it');
          assert.equal(exitCode, 2);
        }
      }
      assert.equal(readFileSync(file, 'utf8'), 'before');
      assert.deepEqual([readdirSync(folder).sort(), readdirSync(inner)], [['file', 'folder'], []]);
    });
  });

  it('is written where a link leads that leads to nothing yet', {skip: process.platform === 'win32'}, async () => {
    await withFolder(async folder => {
      symlinkSync(path.join(folder, 'target'), path.join(folder, 'link'));
      await writeNew(path.join(folder, 'link'), content);
      assert.equal(readFileSync(path.join(folder, 'target'), 'utf8'), 'content');
      await rejectsForPerson(() => writeNew(path.join(folder, 'link'), content), 'link', 'is there already');
    });
  });

  it('leaves nothing behind where it cannot be', async () => {
    await withFolder(async folder => {
      writeFileSync(path.join(folder, 'file'), 'before');
      const below = path.join(folder, 'file', 'new.onnx');
      await rejectsForPerson(() => writeNew(below, content), 'is a file, not a folder; choose another path');
      await rejectsForPerson(() => writeNew(`${folder}${path.sep}new${path.sep}`, content), 'is a folder; name a file');
      await rejectsForPerson(() => writeNew(path.join(folder, 'x'.repeat(300)), content), 'cannot be written');
      assert.deepEqual([readdirSync(folder), existsSync(below)], [['file'], false]);
    });
  });
});
