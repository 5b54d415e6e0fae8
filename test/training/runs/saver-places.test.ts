import assert from 'node:assert/strict';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterEach, beforeEach, describe, it} from 'node:test';
import {initialState} from '../../../source/network/initial-state.js';
import {encodeCheckpoint} from '../../../source/training/formats/checkpoint.js';
import {type DatasetMark, openRun} from '../../../source/training/runs/run-files.js';
import {runsFolder} from '../../../source/training/runs/runs-folder.js';
import {RunSaver} from '../../../source/training/runs/saver.js';
import {moveHome} from '../../helpers/environment.js';
import {withFolder} from '../../helpers/program.js';
import {runInfo} from '../../helpers/run-info.js';

const {env} = process;
const before = {...env};
beforeEach(moveHome);
afterEach(() => Object.assign(env, before));

const named = (name: string): DatasetMark => ({name, checksum: {}});

const learned = runInfo(2);
const epoch = learned.history[0] ?? assert.fail();
const guessing = runInfo(2, undefined, {history: [{...epoch, meanTestLoss: 0.0895}]});

describe('the saver of a run and its place', () => {
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
