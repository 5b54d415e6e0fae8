import assert from 'node:assert/strict';
import {chmodSync, linkSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {removeLeftovers, resolveLinks, tryWriting, writeWhole} from '../../../source/training/runs/safe-file.js';
import {rejectsForPerson} from '../../helpers/errors.js';
import {withFolder} from '../../helpers/program.js';

const bytes = (text: string): Buffer => Buffer.from(text);
const windows = process.platform === 'win32' ? 'skipped: links and modes are other on Windows' : false;

describe('writing a whole file', () => {
  it('puts it there in a single move, so that no reader sees half of it, and leaves nothing else', async () => {
    await withFolder(async folder => {
      const file = path.join(folder, 'a.npz');
      await writeWhole(file, bytes('old'));
      const reader = path.join(folder, 'reader');
      linkSync(file, reader);
      await writeWhole(file, bytes('new'));
      assert.deepEqual([readFileSync(file, 'utf8'), readFileSync(reader, 'utf8')], ['new', 'old']);
      assert.deepEqual(readdirSync(folder).sort(), ['a.npz', 'reader']);
    });
  });

  it('keeps what was there under another name, and in place of what had that name', async () => {
    await withFolder(async folder => {
      const [file, keep] = [path.join(folder, 'a.npz'), path.join(folder, 'a.previous.npz')];
      for (const text of ['1', '2', '3']) await writeWhole(file, bytes(text), {keep});
      assert.deepEqual([readFileSync(file, 'utf8'), readFileSync(keep, 'utf8')], ['3', '2']);
      assert.deepEqual(readdirSync(folder).sort(), ['a.npz', 'a.previous.npz']);
    });
  });

  it('replaces nothing where something has happened while it was written, and leaves nothing', async () => {
    await withFolder(async folder => {
      const file = path.join(folder, 'a.npz');
      await writeWhole(file, bytes('old'));
      const unless = async (): Promise<boolean> => {
        assert.equal(readdirSync(folder).length, 2, 'all is written by then');
        return true;
      };
      assert.equal(await writeWhole(file, bytes('new'), {unless}), false);
      assert.deepEqual([readFileSync(file, 'utf8'), readdirSync(folder)], ['old', ['a.npz']]);
      assert.equal(await writeWhole(file, bytes('new'), {unless: async () => false}), true);
      assert.equal(readFileSync(file, 'utf8'), 'new');
    });
  });

  it('keeps the permissions of what it replaces', {skip: windows}, async () => {
    await withFolder(async folder => {
      const file = path.join(folder, 'a.npz');
      await writeWhole(file, bytes('old'));
      chmodSync(file, 0o640);
      await writeWhole(file, bytes('new'));
      assert.equal(statSync(file).mode & 0o777, 0o640);
    });
  });

  it('leaves nothing half-written behind when it cannot take its place', async () => {
    await withFolder(async folder => {
      const file = path.join(folder, 'a.npz');
      mkdirSync(path.join(file, 'something'), {recursive: true});
      await rejectsForPerson(() => writeWhole(file, bytes('new')), file, 'could not be saved', '--model');
      assert.deepEqual(readdirSync(folder), ['a.npz']);
    });
  });
});

describe('trying to write a file', () => {
  it('makes its folder, and neither touches the file nor leaves anything', async () => {
    await withFolder(async folder => {
      const place = path.join(folder, 'a', 'b');
      await tryWriting(path.join(place, 'a.npz'), bytes('trial'));
      assert.deepEqual(readdirSync(place), []);
      writeFileSync(path.join(place, 'a.npz'), 'old');
      await tryWriting(path.join(place, 'a.npz'), bytes('trial'));
      assert.equal(readFileSync(path.join(place, 'a.npz'), 'utf8'), 'old');
    });
  });

  it('says at once that a folder cannot be made: below a file, in /proc, with too long a name', async () => {
    await withFolder(async folder => {
      writeFileSync(path.join(folder, 'file'), '');
      await rejectsForPerson(
        () => tryWriting(path.join(folder, 'file', 'a.npz'), bytes('')),
        'file: is a file',
        '--model',
      );
      await rejectsForPerson(() => tryWriting(path.join(folder, 'x'.repeat(300), 'a.npz'), bytes('')), '--model');
      await rejectsForPerson(() => tryWriting(path.join(folder, `${'x'.repeat(300)}.npz`), bytes('')), '--model');
      if (process.platform === 'linux') {
        await rejectsForPerson(() => tryWriting('/proc/nope/deeper/a.npz', bytes('')), '/proc/nope', '--model');
      }
    });
  });
});

it('links are followed to where writing really ends, also to what is not there yet', {skip: windows}, async () => {
  await withFolder(async folder => {
    const at = (name: string): string => path.join(folder, name);
    mkdirSync(at('store'));
    writeFileSync(at('store/w.npz'), '');
    symlinkSync('store/w.npz', at('there'));
    symlinkSync('there', at('twice'));
    symlinkSync('store/new.npz', at('dangling'));
    symlinkSync('round', at('round'));
    assert.equal(await resolveLinks(at('there')), at('store/w.npz'));
    assert.equal(await resolveLinks(at('twice')), at('store/w.npz'));
    assert.equal(await resolveLinks(at('dangling')), at('store/new.npz'));
    assert.equal(await resolveLinks(at('nothing.npz')), at('nothing.npz'));
    await rejectsForPerson(() => resolveLinks(at('round')), 'too many links');
  });
});

it('what killed runs left is removed, and nothing else', async () => {
  await withFolder(async folder => {
    // The largest number of a process is below this on every system.
    const dead = 2 ** 30;
    const names = [
      `a.npz.${dead}.partial`,
      `a.npz.${process.ppid}.partial`,
      `b.npz.${dead}.partial`,
      'a.npz',
      'a.partial',
    ];
    for (const name of names) writeFileSync(path.join(folder, name), '');
    await removeLeftovers(folder, 'a.npz');
    assert.deepEqual(readdirSync(folder).sort(), names.slice(1).sort());
  });
});
