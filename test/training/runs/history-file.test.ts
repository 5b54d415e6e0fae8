import assert from 'node:assert/strict';
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {encodeHistory, isHistory} from '../../../source/training/formats/history.js';
import type {EpochRecord, TrainingEvent} from '../../../source/training/protocol.js';
import {HistoryFile} from '../../../source/training/runs/history-file.js';
import {rejectsForPerson} from '../../helpers/errors.js';
import {withFolder} from '../../helpers/program.js';
import {runInfo} from '../../helpers/run-info.js';

const record = (epoch: number): EpochRecord => ({
  epoch,
  loss: 0.02 / epoch,
  testLoss: 0.018,
  meanTrainLoss: 1e-7,
  meanTestLoss: 0.019,
  accuracy: 0.959,
  seconds: 1.5,
});
const told = (epoch: number): TrainingEvent => ({type: 'epoch', run: 1, ...record(epoch)});
const end: TrainingEvent = {
  ...{type: 'end', run: 1, stretch: 1, reason: 'epochs', step: 2},
  ...{epochs: 2, seconds: 3, learned: true},
};
const opened = (history: readonly EpochRecord[]): TrainingEvent => ({
  ...{type: 'opened', run: 1, trained: true},
  resumed: {
    file: 'x.npz',
    dataset: 'x',
    epochs: history.length,
    stepInEpoch: 0,
    settings: runInfo(1).settings,
    history,
  },
});
const noFault = (message: string): never => assert.fail(message);

/** Folds events into the file that a path names. */
async function written(file: string, events: readonly TrainingEvent[]): Promise<string> {
  const history = await HistoryFile.prepare(file, noFault);
  for (const event of events) history.add(event);
  await history.written;
  return readFileSync(file, 'utf8');
}

describe('the history of a run', () => {
  it('is a table with a row an epoch, or a list of objects with the same names', () => {
    const names = ['epoch', 'loss', 'testLoss', 'meanTrainLoss', 'meanTestLoss', 'accuracy', 'seconds'];
    const table = Buffer.from(encodeHistory([record(1), record(2)], 'a.CSV')).toString();
    assert.deepEqual(table.split('\n'), [
      names.join(','),
      '1,0.02,0.018,1e-7,0.019,0.959,1.5',
      '2,0.01,0.018,1e-7,0.019,0.959,1.5',
      '',
    ]);
    const list: unknown = JSON.parse(Buffer.from(encodeHistory([record(1), record(2)], 'a.json')).toString());
    assert.deepEqual(list, [record(1), record(2)]);
    assert.deepEqual(Object.keys((list as object[])[0] ?? {}), names);
  });

  it('is told from other files, also an empty one', () => {
    for (const name of ['a.csv', 'a.json']) {
      for (const history of [[], [record(1)]]) {
        assert.ok(isHistory(Buffer.from(encodeHistory(history, name)).toString()), name);
      }
    }
    for (const other of ['', 'epoch,loss\n1,2\n', '{}', 'null', '[1]', '[null]', '[{"epoch":1}]', '\u0000']) {
      assert.ok(!isHistory(other), other);
    }
  });
});

describe('the file of a history', () => {
  it('has every epoch that was told, each as soon as it is over, and those from before', async () => {
    await withFolder(async folder => {
      const file = path.join(folder, 'new', 'h.json');
      const history = await HistoryFile.prepare(file, noFault);
      history.add(opened([record(1)]));
      for (const epoch of [2, 3]) {
        history.add(told(epoch));
        await history.written;
        assert.deepEqual((JSON.parse(readFileSync(file, 'utf8')) as EpochRecord[]).at(-1), record(epoch));
      }
      history.add(end);
      await history.written;
      assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), [1, 2, 3].map(record));
      assert.deepEqual(readdirSync(path.dirname(file)), ['h.json']);
    });
  });

  it('is there without an epoch, too', async () => {
    await withFolder(async folder => {
      assert.equal((await written(path.join(folder, 'h.csv'), [end])).trim().split('\n').length, 1);
      assert.deepEqual(JSON.parse(await written(path.join(folder, 'h.json'), [end])), []);
    });
  });

  it('leaves an earlier history beside it, and nothing of one that was not begun', async () => {
    await withFolder(async folder => {
      const file = path.join(folder, 'h.csv');
      const first = await written(file, [told(1), end]);
      await HistoryFile.prepare(file, noFault);
      assert.deepEqual([readFileSync(file, 'utf8'), readdirSync(folder)], [first, ['h.csv']]);
      const second = await written(file, [told(1), told(2), end]);
      assert.notEqual(second, first);
      assert.equal(readFileSync(path.join(folder, 'h.previous.csv'), 'utf8'), first);
    });
  });

  it('says once that it cannot be written, and again where it could meanwhile', async () => {
    await withFolder(async folder => {
      const faults: string[] = [];
      const file = path.join(folder, 'own', 'h.csv');
      const history = await HistoryFile.prepare(file, fault => faults.push(fault));
      const add = async (epoch: number): Promise<void> => {
        history.add(told(epoch));
        await history.written;
      };
      for (const round of [0, 2]) {
        rmSync(path.dirname(file), {recursive: true});
        await add(2 * round + 1);
        await add(2 * round + 2);
        assert.equal(faults.length, round / 2 + 1, faults.join('\n'));
        mkdirSync(path.dirname(file));
        await add(2 * round + 3);
      }
      assert.equal(readFileSync(file, 'utf8').trim().split('\n').length, 7);
    });
  });

  it('is refused where anything else lies, which stays as it is', async () => {
    await withFolder(async folder => {
      const file = path.join(folder, 'h.csv');
      writeFileSync(file, 'label,pixel0\n7,0\n');
      const {exitCode} = await rejectsForPerson(() => HistoryFile.prepare(file, noFault), file, 'holds no history');
      assert.deepEqual([exitCode, readFileSync(file, 'utf8')], [2, 'label,pixel0\n7,0\n']);
      writeFileSync(path.join(folder, 'i.previous.csv'), 'mine');
      await rejectsForPerson(
        () => HistoryFile.prepare(path.join(folder, 'i.csv'), noFault),
        'i.previous.csv',
        'history',
      );
      mkdirSync(path.join(folder, 'k.csv'));
      await rejectsForPerson(() => HistoryFile.prepare(path.join(folder, 'k.csv'), noFault), 'no regular file');
      await rejectsForPerson(() => HistoryFile.prepare(path.join(file, 'l.csv'), noFault), 'h.csv', '--history');
    });
  });

  it('says so when it cannot be written any more', async () => {
    await withFolder(async folder => {
      const faults: string[] = [];
      const inner = path.join(folder, 'inner');
      const history = await HistoryFile.prepare(path.join(inner, 'h.csv'), message => faults.push(message));
      rmSync(inner, {recursive: true});
      history.add(told(1));
      await history.written;
      assert.equal(faults.length, 1);
      assert.match(faults[0] ?? '', /the history could not be written.*h\.csv; choose another place with --history/);
    });
  });
});
