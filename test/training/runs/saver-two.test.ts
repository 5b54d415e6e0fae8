import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {initialState} from '../../../source/network/initial-state.js';
import {openRun} from '../../../source/training/runs/run-files.js';
import {markOf} from '../../../source/training/runs/safe-file.js';
import {RunSaver} from '../../../source/training/runs/saver.js';
import {withFolder} from '../../helpers/program.js';
import {runInfo} from '../../helpers/run-info.js';

const state = initialState(2, 1);
const learned = runInfo(2);
const saver = (place: ConstructorParameters<typeof RunSaver>[0]): RunSaver =>
  new RunSaver(place, fault => assert.fail(fault));

describe('two programs that save', () => {
  it('of two that go on with one run at once, the first leaves the file to the second and takes another', async () => {
    await withFolder(async folder => {
      const faults: string[] = [];
      const [one, two] = [1, 2].map(() => new RunSaver({folder}, fault => faults.push(fault)));
      assert.ok(one !== undefined && two !== undefined);
      const file = await one.save(state, {...learned, epoch: 1});
      assert.ok(file !== undefined);
      two.goOnIn(file, state.step, await markOf(file));
      assert.equal(await two.save(state, {...learned, epoch: 22}), file);
      const other = await one.save(state, {...learned, epoch: 3});
      assert.ok(other !== undefined && other !== file);
      assert.equal((await openRun(file, {name: '', checksum: {}})).info?.epoch, 22);
      assert.equal((await openRun(other, {name: '', checksum: {}})).info?.epoch, 3);
      assert.match(faults.join(), /was saved by another program, too; this run goes on in a file of its own$/);
    });
  });

  it('of two that have read one run before either saves, the second leaves what the first has saved', async () => {
    await withFolder(async folder => {
      const faults: string[] = [];
      const file = await saver({folder}).save(state, {...learned, epoch: 1});
      assert.ok(file !== undefined);
      const mark = await markOf(file);
      const [one, two] = [1, 2].map(() => new RunSaver({folder}, fault => faults.push(fault)));
      one?.goOnIn(file, state.step, mark);
      two?.goOnIn(file, state.step, mark);
      assert.equal(await one?.save(state, {...learned, epoch: 5}), file);
      const other = await two?.save(state, {...learned, epoch: 7});
      assert.ok(other !== undefined && other !== file);
      const epochOf = async (each: string): Promise<number | undefined> =>
        (await openRun(each, {name: '', checksum: {}})).info?.epoch;
      assert.deepEqual([await epochOf(file), await epochOf(other)], [5, 7]);
      assert.equal(faults.length, 1);
    });
  });

  it('of two that have read one run in a file that was named, likewise', async () => {
    await withFolder(async folder => {
      const place = {file: path.join(folder, 'w.npz'), previous: path.join(folder, 'w.previous.npz')};
      await saver(place).save(state, {...learned, epoch: 1});
      const mark = await markOf(place.file);
      const [one, two] = [1, 2].map(() => new RunSaver(place, () => undefined));
      one?.goOnIn(place.file, state.step, mark);
      two?.goOnIn(place.file, state.step, mark);
      assert.equal(await one?.save(state, {...learned, epoch: 5}), place.file);
      assert.equal(await two?.save(state, {...learned, epoch: 7}), path.join(folder, 'w-2.npz'));
      const epochOf = async (name: string): Promise<number | undefined> =>
        (await openRun(path.join(folder, name), {name: '', checksum: {}})).info?.epoch;
      const names = ['w.npz', 'w-2.npz', 'w.previous.npz'];
      assert.deepEqual(await Promise.all(names.map(epochOf)), [5, 7, 1]);
    });
  });

  it('of two that save in one file that was named, the first leaves it to the second and takes one beside it', async () => {
    await withFolder(async folder => {
      const place = {file: path.join(folder, 'w.npz'), previous: path.join(folder, 'w.previous.npz')};
      const faults: string[] = [];
      const [one, two] = [1, 2].map(() => new RunSaver(place, fault => faults.push(fault)));
      assert.ok(one !== undefined && two !== undefined);
      await one.save(state, {...learned, epoch: 1});
      await two.save(state, {...learned, epoch: 2});
      const other = await one.save(state, {...learned, epoch: 3});
      assert.equal(other, path.join(folder, 'w-2.npz'));
      assert.equal(await one.save(state, {...learned, epoch: 4}), other);
      assert.equal(await two.save(state, {...learned, epoch: 5}), place.file);
      const epochs = readdirSync(folder).map(async name => {
        const {info} = await openRun(path.join(folder, name), {name: '', checksum: {}});
        return [name, info?.epoch];
      });
      assert.deepEqual(await Promise.all(epochs), [
        ['w-2.npz', 4],
        ['w.npz', 5],
        ['w.previous.npz', 1],
      ]);
      assert.match(
        faults.join(),
        /^\S+w\.npz: was saved by another program, too; this run goes on in a file of its own$/,
      );
      // The next run of the same program goes on in that file, too.
      const next = new RunSaver(place, fault => faults.push(fault), undefined, one);
      assert.equal(await next.save(state, {...learned, epoch: 6}), other);
      assert.equal(faults.length, 1);
    });
  });
});
