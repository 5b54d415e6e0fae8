import assert from 'node:assert/strict';
import {it} from 'node:test';
import {SweepProgress} from '../../source/commands/sweep-progress.js';
import {combinationsOf} from '../../source/training/sweep/grid.js';
import {gridWith} from '../helpers/sweep-runs.js';

it('the time that a sweep still takes is told from the shares of it that are done, epochs of runs that go on included', () => {
  // Ten runs of ten epochs that cost the same: a hundred epochs.
  const runs = combinationsOf(gridWith({seed: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], epochs: [10]}));
  const progress = new SweepProgress(runs, 60_000);
  const [first, second] = runs;
  assert.ok(first !== undefined && second !== undefined);
  assert.equal(progress.text(500), '0 of 10 runs done');
  progress.begin(1000);
  progress.begin(9000);
  assert.equal(progress.text(2000), '0 of 10 runs done');
  for (let epoch = 0; epoch < 5; epoch++) progress.addEpoch(first);
  // Five epochs in one second: 95 more in nineteen.
  assert.equal(progress.text(2000), '0 of 10 runs done, about 19 s left');
  progress.addRun(first);
  // It has stopped early: a tenth is done.
  assert.equal(progress.text(2000), '1 of 10 runs done, about 9.0 s left');
  progress.addEpoch(second);
  assert.equal(progress.text(12_000), '1 of 10 runs done, about 89 s left');
  for (const run of runs.slice(1)) progress.addRun(run);
  assert.equal(progress.text(20_000), '10 of 10 runs done, about 0.0 s left');
});
