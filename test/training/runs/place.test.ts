import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import path from 'node:path';
import {describe, it} from 'node:test';
import {unzipSync} from 'fflate';
import {initialState} from '../../../source/network/initial-state.js';
import {encodeCheckpoint} from '../../../source/training/formats/checkpoint.js';
import {encodeText} from '../../../source/training/formats/npy-scalars.js';
import {preparePlace} from '../../../source/training/runs/place.js';
import {rejectsForPerson} from '../../helpers/errors.js';
import {npzFile} from '../../helpers/npz.js';
import {fixture, withFolder} from '../../helpers/program.js';
import {runInfo} from '../../helpers/run-info.js';

const ours = encodeCheckpoint(initialState(2, 1), runInfo(2));
const network = {hidden: 2, optimizer: 'adam'} as const;
const windows = process.platform === 'win32' ? 'skipped: such files are other on Windows' : false;

/** Checks that a path is refused as a wrong command line, and that what was there is as it was. */
async function refuses(file: string, ...patterns: readonly (string | RegExp)[]): Promise<void> {
  const error = await rejectsForPerson(() => preparePlace(file, network), file, ...patterns);
  assert.equal(error.exitCode, 2);
}

describe('the place for weights', () => {
  it('is a file that is not there yet, or holds weights of this program', async () => {
    await withFolder(async folder => {
      const file = path.join(folder, 'w.npz');
      assert.deepEqual(await preparePlace(file, network), {file, previous: path.join(folder, 'w.previous.npz')});
      writeFileSync(file, ours);
      assert.deepEqual(await preparePlace(file, network), {file, previous: path.join(folder, 'w.previous.npz')});
      writeFileSync(file, readFileSync(fixture('format-1.npz')));
      await preparePlace(file, network);
    });
  });

  it('is no other file: a dataset, notes, nothing, half of a checkpoint', async () => {
    await withFolder(async folder => {
      const contents: [string, Uint8Array | string][] = [
        ['data.npz', readFileSync(fixture('data-files/compressed.npz'))],
        ['notes.txt', 'my notes'],
        ['empty.npz', ''],
        ['half.npz', ours.subarray(0, ours.length / 2)],
      ];
      for (const [name, content] of contents) {
        const file = path.join(folder, name);
        writeFileSync(file, content);
        await refuses(file, 'holds no run that mnist-tui saved', '--model');
        assert.deepEqual(readFileSync(file), Buffer.from(content));
      }
      const file = path.join(folder, 'w.npz');
      writeFileSync(file, ours);
      writeFileSync(path.join(folder, 'w.previous.npz'), 'my notes');
      const error = await rejectsForPerson(() => preparePlace(file, network), 'w.previous.npz', 'holds no run');
      assert.equal(error.exitCode, 2);
    });
  });

  it('is no file of a version to come, which it says', async () => {
    await withFolder(async folder => {
      const file = path.join(folder, 'w.npz');
      const members = {...unzipSync(ours), 'info.npy': encodeText(JSON.stringify({...runInfo(2), format: 3}))};
      writeFileSync(file, npzFile(members));
      await refuses(file, 'saved by a newer mnist-tui', 'update');
    });
  });

  it('is no folder, which it says with a name in it', async () => {
    await withFolder(async folder => {
      await refuses(folder, 'is a folder', `--model ${path.join(folder, 'model.npz')}`);
      const missing = `${path.join(folder, 'missing')}/`;
      await refuses(missing, 'is a folder', `--model ${path.join(missing, 'model.npz')}`);
    });
  });

  it('is neither a FIFO nor a socket', {skip: windows}, async () => {
    await withFolder(async folder => {
      const fifo = path.join(folder, 'fifo');
      assert.equal(spawnSync('mkfifo', [fifo]).status, 0);
      await refuses(fifo, 'no regular file', '--no-save');
      const socket = path.join(folder, 'socket');
      const server = createServer();
      await new Promise<void>(resolve => server.listen(socket, resolve));
      await refuses(socket, 'no regular file', '--no-save').finally(() => server.close());
    });
  });

  it('is where a link leads, whose target is looked at', {skip: windows}, async () => {
    await withFolder(async folder => {
      mkdirSync(path.join(folder, 'store'));
      writeFileSync(path.join(folder, 'store', 'w.npz'), ours);
      symlinkSync('store/w.npz', path.join(folder, 'link.npz'));
      const place = await preparePlace(path.join(folder, 'link.npz'), network);
      assert.equal('file' in place && place.file, path.join(folder, 'store', 'w.npz'));
      writeFileSync(path.join(folder, 'store', 'w.npz'), 'notes');
      await refuses(path.join(folder, 'link.npz'), 'holds no run');
    });
  });

  it('is no read-only file, not even for root', {skip: windows}, async () => {
    await withFolder(async folder => {
      const file = path.join(folder, 'w.npz');
      writeFileSync(file, ours);
      chmodSync(file, 0o444);
      await refuses(file, 'read-only');
    });
  });
});
