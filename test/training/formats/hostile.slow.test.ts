import assert from 'node:assert/strict';
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {unzipSync} from 'fflate';
import {initialState} from '../../../source/network/initial-state.js';
import {encodeCheckpoint} from '../../../source/training/formats/checkpoint.js';
import {homeIn} from '../../helpers/environment.js';
import {npzFile} from '../../helpers/npz.js';
import {fixture, type Result, runProgram, withFolder} from '../../helpers/program.js';
import {runInfo} from '../../helpers/run-info.js';

const small = fixture('data-files/compressed.npz');
const planted = Buffer.from('planted');

/** Names that would lead out of a folder, or be too long for one, were they written. */
const namesFor = (folder: string): string[] => [
  ...['../planted.npy', '../../planted.npy', '..\\planted.npy', './/planted.npy', '.star', 'planted/../../planted'],
  ...[path.join(folder, 'planted.npy'), 'C:\\planted.npy', '~/planted.npy', '$HOME/planted', `${'x'.repeat(60_000)}`],
  ...['planted\u0000.npy', 'planted\n.npy', 'planted\u001B[31m.npy', '', '/', '..', 'con', 'moment.1.0.weight.npy'],
];

/** An archive with the members of another, and with those of hostile names. */
const hostile = (bytes: Uint8Array, folder: string): Uint8Array =>
  npzFile({...unzipSync(bytes), ...Object.fromEntries(namesFor(folder).map(name => [name, planted]))});

/** An archive in which the first member is there twice, the second time by its name in the directory alone. */
function twice(bytes: Uint8Array): Uint8Array {
  const [[name, content] = assert.fail(), ...rest] = Object.entries(unzipSync(bytes));
  const twin = `${name.slice(0, -1)}#`;
  const archive = Buffer.from(npzFile({[name]: content, ...Object.fromEntries(rest), [twin]: planted}));
  for (let at = archive.indexOf(twin); at >= 0; at = archive.indexOf(twin, at + 1)) archive.write(name, at, 'latin1');
  return archive;
}

/** All that lies in a folder. */
const all = (folder: string): string[] => readdirSync(folder, {recursive: true, encoding: 'utf8'}).sort();

/** A deep folder to work in, and what runs a command there. */
async function withPlace(
  use: (work: string, run: (...args: string[]) => Promise<Result>, top: string) => Promise<void>,
) {
  await withFolder(async top => {
    const work = path.join(top, 'a', 'b');
    mkdirSync(work, {recursive: true});
    await use(work, (...args) => runProgram(args, {env: {...homeIn(path.join(top, 'home')), TMPDIR: work}}), top);
  });
}

describe('an archive with hostile names', () => {
  it('is read as a run, goes on, is exported and reported on, and none of its names is written', async () => {
    await withPlace(async (work, run, top) => {
      const model = path.join(work, 'w.npz');
      const train = ['--engine', 'wasm', '--data', small, '--model', model, '--batch-size', '8'];
      await run('train', ...train, '--epochs', '2', '--hidden', '4');
      writeFileSync(model, hostile(readFileSync(model), top));
      for (const args of [
        ['predict', '0', '--data', small, '--model', model],
        ['train', ...train, '--resume', '--epochs', '3'],
        ['export', path.join(work, 'x.npz'), '--model', model],
        ['report', path.join(work, 'x.html'), '--data', small, '--model', model],
      ]) {
        const {exitCode, stderr} = await run(...args);
        assert.equal(exitCode, 0, stderr);
      }
      assert.deepEqual(
        all(path.join(top, 'a')),
        ['b', ...['w.npz', 'w.previous.npz', 'x.html', 'x.npz'].map(name => path.join('b', name))].sort(),
      );
      const names = Object.keys(unzipSync(readFileSync(model)));
      assert.ok(names.length > 10 && names.every(name => /^[\w.]+\.npy$/.test(name)), names.join());
      assert.ok(!all(top).some(name => path.basename(name).includes('planted')), all(top).join());
      assert.ok(!existsSync(path.join(top, 'planted.npy')));
    });
  });

  it('is read as a dataset, and none of its names is written, nor reaches the terminal as it is', async () => {
    await withPlace(async (work, run, top) => {
      const data = path.join(work, 'data.npz');
      writeFileSync(data, hostile(readFileSync(small), top));
      const before = all(path.join(top, 'a'));
      for (const args of [
        ['info', '--data', data],
        ['train', '--engine', 'wasm', '--data', data, '--batch-size', '8', '--epochs', '1'],
      ]) {
        const {exitCode, stderr, stdout} = await run(...args);
        assert.equal(exitCode, 0, stderr);
        assert.ok(!(stdout + stderr).includes('\u001B'));
      }
      assert.deepEqual(all(path.join(top, 'a')), before);
      assert.ok(!all(top).some(name => path.basename(name).includes('planted')), all(top).join());
    });
  });

  it('is refused in a line where it has two members of one name', async () => {
    await withPlace(async (work, run) => {
      const files = [
        ['info', '--data', 'data.npz', twice(readFileSync(small))],
        ['predict', '--model', 'w.npz', twice(encodeCheckpoint(initialState(2, 1), runInfo(2)))],
      ] as const;
      for (const [command, option, name, bytes] of files) {
        const file = path.join(work, name);
        writeFileSync(file, bytes);
        const {stderr, stdout, exitCode} = await run(command, ...(command === 'predict' ? ['0'] : []), option, file);
        assert.deepEqual([stdout, exitCode], ['', 1]);
        assert.match(stderr, /^mnist-tui: .*\.npz: has \S+\.npy twice, and which counts is not known; save it anew\n$/);
      }
    });
  });
});
