import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {keyOf} from '../../../source/training/sweep/grid.js';
import type {FileOfRuns} from '../../../source/training/sweep/line-file.js';
import {checkSame, together} from '../../../source/training/sweep/merge.js';
import type {SweepRun} from '../../../source/training/sweep/run-line.js';
import {rejectsForPerson} from '../../helpers/errors.js';
import {gridWith, runsOf} from '../../helpers/sweep-runs.js';

const grid = gridWith({learningRate: [0.1, 0.01], hidden: [8, 16], seed: [1, 2]});
const runs = runsOf(grid, (_, place) => place / 10);
const file = (name: string, some: readonly SweepRun[]): FileOfRuns => ({file: name, runs: some, whole: 0});

describe('runs of several files', () => {
  it('come in the order of the combinations, whatever the order of files and lines', () => {
    const found = together([
      file('b', [runs[7], runs[2], runs[4]]),
      file('c', []),
      file('a', [runs[0], runs[6], runs[1]]),
    ]);
    assert.deepEqual(
      found.runs,
      [0, 1, 2, 4, 6, 7].map(place => runs[place]),
    );
    assert.deepEqual(
      found.missing.map(keyOf),
      [3, 5].map(place => keyOf(runs[place].settings)),
    );
    assert.deepEqual(together([file('a', runs)]).missing, []);
  });

  it('count once where they are there twice, the first time', () => {
    const again = {...runs[3], seconds: 99};
    const {runs: found} = together([file('a', runs), file('b', [again])]);
    assert.deepEqual(found, runs);
    assert.equal(together([file('b', [again]), file('a', runs)]).runs[3].seconds, 99);
  });

  it('are refused of another sweep or dataset, with what differs, and where there are none', async () => {
    const others = runsOf({...grid, hidden: [8, 32]}, () => 0);
    await rejectsForPerson(
      () => together([file('a', runs), file('b', others)]),
      /^b: is of another sweep: hidden 8,32, in a 8,16; /,
    );
    const rates = runsOf({...grid, learningRate: [null]}, () => 0);
    await rejectsForPerson(() => together([file('a', rates), file('b', runs)]), 'learningRate 0.1,0.01, in a default');
    const fashion = runs.map(run => ({...run, dataset: {name: 'Fashion', checksum: {train: 'cc', test: 'dd'}}}));
    await rejectsForPerson(
      () => together([file('a', runs), file('b', fashion)]),
      'b: its runs learned other data (Fashion, and in a it is MNIST)',
    );
    await rejectsForPerson(() => together([file('a', []), file('b', [])]), 'a, b: no runs yet');
  });

  it('are of the same dataset whatever its file is called', () => {
    const renamed = runs.map(run => ({...run, dataset: {...run.dataset, name: 'digits.npz'}}));
    assert.equal(together([file('a', runs.slice(0, 4)), file('b', renamed.slice(4))]).missing.length, 0);
  });

  it('are held against the command line where a sweep goes on', async () => {
    const {dataset} = runs[0];
    checkSame(file('a', runs), grid, dataset);
    await rejectsForPerson(
      () => checkSame(file('a', runs), {...grid, epochs: [4]}, dataset),
      /^a: is of another sweep: epochs 3, in the command line 4; /,
    );
  });
});
