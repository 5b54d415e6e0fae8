import assert from 'node:assert/strict';
import {mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {initialState} from '../../../source/network/initial-state.js';
import {encodeCheckpoint} from '../../../source/training/formats/checkpoint.js';
import {openRun} from '../../../source/training/runs/run-files.js';
import {runsFolder} from '../../../source/training/runs/runs-folder.js';
import {RunSaver} from '../../../source/training/runs/saver.js';
import {withFolder} from '../../helpers/program.js';
import {runInfo} from '../../helpers/run-info.js';

const state = initialState(2, 1);
const learned = runInfo(2);
const guessing = {...learned, epoch: 0, history: []};
const saver = (place: ConstructorParameters<typeof RunSaver>[0]): RunSaver =>
  new RunSaver(place, fault => assert.fail(fault));

describe('the saver of a run', () => {
  it('takes back what it saved: the weights that were there before are there again, else nothing', async () => {
    await withFolder(async folder => {
      const place = {file: path.join(folder, 'w.npz'), previous: path.join(folder, 'w.previous.npz')};
      const fresh = saver(place);
      await fresh.save(state, learned);
      await fresh.withdraw();
      assert.deepEqual(readdirSync(folder), []);
      const before = encodeCheckpoint(state, guessing);
      writeFileSync(place.file, before);
      const one = saver(place);
      await one.withdraw();
      await one.save(state, learned);
      await one.withdraw();
      assert.deepEqual(readFileSync(place.file), Buffer.from(before));
      assert.deepEqual(readdirSync(folder), ['w.npz']);
    });
  });

  it('of two that go on with one run at once, the first leaves the file to the second and takes another', async () => {
    await withFolder(async folder => {
      const faults: string[] = [];
      const [one, two] = [1, 2].map(() => new RunSaver({folder}, fault => faults.push(fault)));
      assert.ok(one !== undefined && two !== undefined);
      const file = await one.save(state, {...learned, epoch: 1});
      assert.ok(file !== undefined);
      two.goOnIn(file, state.step);
      assert.equal(await two.save(state, {...learned, epoch: 22}), file);
      const other = await one.save(state, {...learned, epoch: 3});
      assert.ok(other !== undefined && other !== file);
      assert.equal((await openRun(file, {name: '', checksum: {}})).info?.epoch, 22);
      assert.equal((await openRun(other, {name: '', checksum: {}})).info?.epoch, 3);
      assert.match(faults.join(), /was saved by another program, too; this run goes on in a file of its own$/);
    });
  });

  it('removes the oldest runs but twenty, and none with a star, that is damaged, or that is saved just now', async t => {
    await withFolder(async home => {
      const before = {...process.env};
      t.after(() => {
        process.env = before;
      });
      Object.assign(process.env, {XDG_DATA_HOME: home, HOME: home, LOCALAPPDATA: home});
      const folder = runsFolder();
      mkdirSync(folder, {recursive: true});
      const nameOf = (at: number): string => `mnist-202601${String(at).padStart(2, '0')}-000000-1.npz`;
      for (let at = 1; at <= 26; at++) {
        const file = path.join(folder, nameOf(at));
        writeFileSync(file, at === 3 ? 'torn' : encodeCheckpoint(state, learned));
        const day = new Date(Date.UTC(2026, 0, at));
        if (at !== 2) utimesSync(file, day, day);
      }
      writeFileSync(path.join(folder, 'mnist-20260101-000000-1.star'), '');
      const saved = await saver({folder}).save(state, learned);
      const left = readdirSync(folder).filter(name => name.endsWith('.npz') && name !== path.basename(saved ?? ''));
      // The second was saved within the hour; of the others, with the new one, the newest stay.
      assert.deepEqual(left.sort(), [1, 2, 3, ...Array.from({length: 18}, (_, at) => at + 9)].map(nameOf));
    });
  });

  it('leaves a damaged run for readers to pass over with a line', async t => {
    await withFolder(async home => {
      const before = {...process.env};
      t.after(() => {
        process.env = before;
      });
      Object.assign(process.env, {XDG_DATA_HOME: home, HOME: home, LOCALAPPDATA: home});
      mkdirSync(runsFolder(), {recursive: true});
      const [good, bad] = ['blank-20260101-000000-1.npz', 'blank-20260102-000000-1.npz'].map(name =>
        path.join(runsFolder(), name),
      );
      assert.ok(good !== undefined && bad !== undefined);
      const bytes = Buffer.from(encodeCheckpoint(state, learned));
      writeFileSync(good, bytes);
      bytes[600] ^= 1;
      writeFileSync(bad, bytes);
      const lines: string[] = [];
      const {file} = await openRun(undefined, {name: 'blank', checksum: {}}, line => lines.push(line));
      assert.equal(file, good);
      assert.equal(lines.length, 1);
      assert.match(lines[0] ?? '', /^a saved run is passed over: .*blank-20260102-000000-1\.npz/);
    });
  });
});
