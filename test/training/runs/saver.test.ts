import assert from 'node:assert/strict';
import {chmodSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {initialState} from '../../../source/network/initial-state.js';
import {encodeCheckpoint} from '../../../source/training/formats/checkpoint.js';
import {openRun, runNames} from '../../../source/training/runs/run-files.js';
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

  it('keeps permissions that were changed meanwhile, and respects a file that was made read-only', {
    skip: process.platform === 'win32',
  }, async () => {
    await withFolder(async folder => {
      const place = {file: path.join(folder, 'w.npz'), previous: path.join(folder, 'w.previous.npz')};
      const faults: string[] = [];
      const one = new RunSaver(place, fault => faults.push(fault));
      await one.save(state, learned);
      chmodSync(place.file, 0o600);
      assert.equal(await one.save(state, {...learned, epoch: 2}), place.file);
      assert.deepEqual([statSync(place.file).mode & 0o777, faults], [0o600, []]);
      chmodSync(place.file, 0o400);
      assert.equal(await one.save(state, {...learned, epoch: 3}), undefined);
      assert.match(faults.join(), /w\.npz: is read-only/);
      assert.deepEqual(readdirSync(folder), ['w.npz']);
    });
  });

  it('gives a later run a later name, also where the clock was set back, and replaces none', async t => {
    await withFolder(async folder => {
      const days = ['2026-06-01T10:00:00', '2020-01-01T00:00:00', '2020-01-01T00:00:00', '2026-06-02T10:00:00'];
      t.mock.timers.enable({apis: ['Date']});
      const files: (string | undefined)[] = [];
      for (const day of days) {
        t.mock.timers.setTime(Date.parse(`${day}Z`));
        files.push(await saver({folder}).save(state, learned));
        assert.equal((await runNames(folder))[0], path.basename(files.at(-1) ?? ''));
      }
      const times = ['20260601-100000', '20260601-100001', '20260601-100002', '20260602-100000'];
      assert.deepEqual(
        files.map(file => path.basename(file ?? '')),
        times.map(time => `blank-${time}-4294967295.npz`),
      );
    });
  });

  it('keeps what was saved before the clock was set back, as if it were of now', async t => {
    await withFolder(async folder => {
      for (let day = 1; day <= 25; day++) {
        const file = path.join(folder, `mnist-202606${String(day).padStart(2, '0')}-000000-1.npz`);
        writeFileSync(file, encodeCheckpoint(state, learned));
        utimesSync(file, new Date('2026-07-01'), new Date('2026-07-01'));
      }
      t.mock.timers.enable({apis: ['Date'], now: Date.parse('2020-01-01')});
      await saver({folder}).save(state, learned);
      assert.equal(readdirSync(folder).length, 26);
    });
  });

  it('tells of the same fault once until it is saved again, which it tells of, and always at the end', async t => {
    await withFolder(async folder => {
      let now = 5000;
      t.mock.method(performance, 'now', () => now);
      const file = path.join(folder, 'gone', 'w.npz');
      const told: string[] = [];
      const place = {file, previous: `${file}.previous`};
      const one = new RunSaver(
        place,
        fault => told.push(fault.slice(0, 11)),
        model => told.push(`mended ${path.basename(model)}`),
      );
      const saveSoon = async (): Promise<void> => {
        now += 1000;
        one.saveSoon(state, learned);
        await one.written;
      };
      for (let time = 0; time < 3; time++) await saveSoon();
      assert.deepEqual(told, ['the weights']);
      await one.save(state, learned);
      assert.deepEqual(told, ['the weights', 'the weights']);
      mkdirSync(path.dirname(file));
      await saveSoon();
      await saveSoon();
      assert.deepEqual(told.slice(2), ['mended w.npz']);
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
