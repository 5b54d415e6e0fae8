import assert from 'node:assert/strict';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterEach, beforeEach, describe, it} from 'node:test';
import {initialState} from '../../../source/network/initial-state.js';
import {encodeCheckpoint} from '../../../source/training/formats/checkpoint.js';
import type {RunInfo} from '../../../source/training/formats/run-info.js';
import {type DatasetMark, newestRun, openRun, runFileName} from '../../../source/training/runs/run-files.js';
import {runsFolder} from '../../../source/training/runs/runs-folder.js';
import {RunSaver} from '../../../source/training/runs/saver.js';
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

describe('the saver of a run', () => {
  const state = initialState(2, 1);
  const faults: string[] = [];
  const saver = (place: ConstructorParameters<typeof RunSaver>[0]): RunSaver =>
    new RunSaver(place, message => faults.push(message));

  it('gives every run a file of its own, also two of one second', async () => {
    mkdirSync(runsFolder(), {recursive: true});
    const one = saver({folder: runsFolder()});
    const first = await one.save(state, learned);
    assert.equal(await one.save(state, learned), first);
    const second = await saver({folder: runsFolder()}).save(state, learned);
    assert.notEqual(second, first);
    assert.deepEqual(faults, []);
  });

  it('keeps what a named file had before, once for a run', async () => {
    await withFolder(async folder => {
      const place = {file: path.join(folder, 'w.npz'), previous: path.join(folder, 'w.previous.npz')};
      const before = encodeCheckpoint(state, guessing);
      writeFileSync(place.file, before);
      const one = saver(place);
      await one.save(state, learned);
      await one.save(state, learned);
      assert.deepEqual(readFileSync(place.previous), Buffer.from(before));
    });
  });

  it('keeps what was there at first through all runs of the program', async () => {
    await withFolder(async folder => {
      const place = {file: path.join(folder, 'w.npz'), previous: path.join(folder, 'w.previous.npz')};
      const before = encodeCheckpoint(state, guessing);
      writeFileSync(place.file, before);
      const one = saver(place);
      await one.save(state, learned);
      const another = new RunSaver(place, fault => faults.push(fault), undefined, one);
      await another.save(state, {...learned, epoch: 9});
      assert.deepEqual(readFileSync(place.previous), Buffer.from(before));
      assert.equal((await openRun(place.file, named(''))).info?.epoch, 9);
    });
  });

  it('saves in the background once a second at most, and the end in any case', async t => {
    await withFolder(async folder => {
      let now = 5000;
      t.mock.method(performance, 'now', () => now);
      const place = {file: path.join(folder, 'w.npz'), previous: path.join(folder, 'w.previous.npz')};
      const one = saver(place);
      const epochs = async (): Promise<number | undefined> => (await openRun(place.file, named(''))).info?.epoch;
      one.saveSoon(state, {...learned, epoch: 1});
      now += 999;
      one.saveSoon(state, {...learned, epoch: 2});
      await one.written;
      assert.equal(await epochs(), 1);
      now += 1;
      one.saveSoon(state, {...learned, epoch: 3});
      await one.written;
      assert.equal(await epochs(), 3);
      await one.save(state, {...learned, epoch: 4});
      assert.equal(await epochs(), 4);
    });
  });

  it('does not save in the background while it still does', async t => {
    await withFolder(async folder => {
      let now = 5000;
      t.mock.method(performance, 'now', () => now);
      const one = saver({file: path.join(folder, 'w.npz'), previous: path.join(folder, 'w.previous.npz')});
      one.saveSoon(state, {...learned, epoch: 1});
      now += 5000;
      assert.equal(one.isDue, false);
      await one.written;
      assert.equal(one.isDue, true);
    });
  });

  it('tells of a fault, gives no file, and tries again', async () => {
    await withFolder(async folder => {
      const file = path.join(folder, 'gone', 'w.npz');
      const one = saver({file, previous: `${file}.previous`});
      faults.length = 0;
      assert.equal(await one.save(state, learned), undefined);
      assert.equal(faults.length, 1);
      assert.match(faults[0] ?? '', /the weights could not be saved \([^)]*\): .*w\.npz/);
      mkdirSync(path.dirname(file));
      assert.equal(await one.save(state, learned), file);
    });
  });

  it('keeps what was there before until it has itself been saved, and replaces nothing that came meanwhile', async () => {
    await withFolder(async folder => {
      const place = {file: path.join(folder, 'w.npz'), previous: path.join(folder, 'gone', 'w.previous.npz')};
      const before = encodeCheckpoint(state, guessing);
      writeFileSync(place.file, before);
      const one = saver(place);
      assert.equal(await one.save(state, learned), undefined);
      assert.deepEqual(readFileSync(place.file), Buffer.from(before));
      mkdirSync(path.dirname(place.previous));
      assert.equal(await one.save(state, learned), place.file);
      assert.deepEqual(readFileSync(place.previous), Buffer.from(before));
      writeFileSync(place.file, 'precious');
      assert.equal(await one.save(state, learned), undefined);
      assert.equal(readFileSync(place.file, 'utf8'), 'precious');
      assert.match(faults.at(-1) ?? '', /w\.npz: is there already, and holds no run/);
    });
  });

  it('saves nothing where nothing is to be saved', async () => {
    const one = saver(undefined);
    one.saveSoon(state, learned);
    assert.equal(await one.save(state, learned), undefined);
  });
});
