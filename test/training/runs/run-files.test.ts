import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdirSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterEach, beforeEach, describe, it} from 'node:test';
import {initialState} from '../../../source/network/initial-state.js';
import {encodeCheckpoint} from '../../../source/training/formats/checkpoint.js';
import type {RunInfo} from '../../../source/training/formats/run-info.js';
import {type DatasetMark, newestRun, openRun, runFileName} from '../../../source/training/runs/run-files.js';
import {runsFolder} from '../../../source/training/runs/runs-folder.js';
import {moveHome} from '../../helpers/environment.js';
import {rejectsForPerson} from '../../helpers/errors.js';
import {withFolder} from '../../helpers/program.js';
import {runInfo} from '../../helpers/run-info.js';

const {env} = process;
const before = {...env};
beforeEach(moveHome);
afterEach(() => Object.assign(env, before));

const named = (name: string): DatasetMark => ({name, checksum: {}});

/** Puts a run into the folder of all runs. */
function put(name: string, info: RunInfo): void {
  mkdirSync(runsFolder(), {recursive: true});
  writeFileSync(path.join(runsFolder(), name), encodeCheckpoint(initialState(2, 1), info));
}

const learned = runInfo(2);
const epoch = learned.history[0] ?? assert.fail();
const guessing = runInfo(2, undefined, {history: [{...epoch, meanTestLoss: 0.0895}]});
const unfinished = runInfo(2, undefined, {epoch: 0, history: [], stepInEpoch: 20});

describe('the runs that are kept', () => {
  it('are named by dataset, time and seed, so that a later one sorts after an earlier', () => {
    const time = new Date('2026-11-25T23:05:09.123Z');
    assert.equal(runFileName('mnist.npz', time, 7), 'mnist-20261125-230509-7.npz');
    assert.equal(runFileName('Fashion-MNIST', time, 7), 'fashion-mnist-20261125-230509-7.npz');
    assert.equal(runFileName('../..', time, 7), 'dataset-20261125-230509-7.npz');
    assert.ok(runFileName('x'.repeat(300), time, 7).length < 100);
  });

  it('give the newest of a dataset that has learned something', async () => {
    assert.equal(await newestRun(named('mnist.npz')), undefined);
    put('mnist-20260101-000000-9.npz', learned);
    put('mnist-20260102-000000-1.npz', learned);
    put('mnist-20260103-000000-1.npz', guessing);
    put('mnist-20260104-000000-1.npz', unfinished);
    put('fashion-mnist-20260105-000000-1.npz', learned);
    mkdirSync(path.join(runsFolder(), 'mnist-20260106-000000-1.npz'));
    writeFileSync(path.join(runsFolder(), 'mnist-20260107-000000-1.npz'), '');
    assert.equal(path.basename((await newestRun(named('mnist.npz'))) ?? ''), 'mnist-20260102-000000-1.npz');
    assert.equal(path.basename((await newestRun(named('Fashion-MNIST'))) ?? ''), 'fashion-mnist-20260105-000000-1.npz');
    const other = {...named('mnist.npz'), checksum: {test: 'ffffffff'}};
    assert.equal(await newestRun(other), undefined);
    assert.ok(await newestRun({...other, checksum: {test: learned.dataset.checksum.test}}));
    const theirs = path.join(runsFolder(), 'mnist-20260102-000000-1.npz');
    await rejectsForPerson(
      () => openRun(undefined, other),
      'no run on mnist.npz that is saved was trained on these images; name one with --model',
      theirs,
    );
    await rejectsForPerson(() => openRun(undefined, named('kmnist')), 'no run on kmnist is saved', 'train first');
  });

  it('are regular files that can be read; of others it is said which is passed over', {
    skip: process.platform === 'win32',
  }, async () => {
    put('mnist-20260101-000000-9.npz', learned);
    const nameOf = (day: number): string => path.join(runsFolder(), `mnist-202601${10 + day}-000000-1.npz`);
    mkdirSync(nameOf(1));
    symlinkSync('/nowhere', nameOf(2));
    assert.equal(spawnSync('mkfifo', [nameOf(3)]).status, 0);
    symlinkSync('/dev/zero', nameOf(4));
    put('mnist-20260115-000000-1.npz', learned);
    truncateSync(nameOf(5), 3e9);
    const lines: string[] = [];
    const found = await newestRun(named('mnist.npz'), line => lines.push(line));
    assert.equal(path.basename(found ?? ''), 'mnist-20260101-000000-9.npz');
    assert.equal(lines.length, 1);
    assert.match(lines[0] ?? '', /^a saved run is passed over: mnist-20260115-000000-1\.npz: File size .* is greater/);
  });

  it('are opened by name, also when they have learned nothing', async () => {
    await withFolder(async folder => {
      const file = path.join(folder, 'weights.npz');
      writeFileSync(file, encodeCheckpoint(initialState(2, 1), guessing));
      assert.deepEqual((await openRun(file, named('any'))).info, guessing);
      await rejectsForPerson(() => openRun(path.join(folder, 'wieghts.npz'), named('any')), 'did you mean');
      await rejectsForPerson(() => openRun(folder, named('any')), folder, /directory/);
    });
  });
});
