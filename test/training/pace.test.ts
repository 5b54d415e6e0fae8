import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {faster, millisecondsBetween, type Pace, PaceClock, slower, speedOf} from '../../source/training/pace.js';

describe('the pace watch', () => {
  it('comes to each step when the design says', () => {
    for (const [step, seconds] of [
      [1, 0.7],
      [2, 1.1],
      [3, 1.5],
      [5, 2.0],
      [10, 2.9],
      [20, 3.9],
      [50, 5.3],
      [100, 6.4],
      [468, 8.9],
      [3276, 12],
    ]) {
      assert.equal((millisecondsBetween('watch', 0, step) / 1000).toFixed(1), seconds.toFixed(1), `step ${step}`);
    }
  });

  it('takes the same time whatever is in between', () => {
    const parts = millisecondsBetween('watch', 0, 7) + millisecondsBetween('watch', 7, 90);
    assert.ok(Math.abs(parts - millisecondsBetween('watch', 0, 90)) < 1e-6);
  });
});

describe('the steps that are due', () => {
  const clock = (pace: Pace, from = 0): PaceClock => {
    const made = new PaceClock();
    made.start(pace, from, 1000);
    return made;
  };

  it('are those of the time that has passed', () => {
    const quick = clock(400);
    assert.equal(quick.wait(0, 1000), 2.5);
    assert.equal(quick.due(0, 1002.5), 1);
    assert.equal(quick.due(1, 1010), 3);
    assert.equal(quick.wait(4, 1010), 2.5);
  });

  it('come at watch as its times say, counted from where training was continued', () => {
    const watch = clock('watch');
    assert.deepEqual([Math.round(watch.wait(0, 1000)), Math.round(watch.wait(1, 1657))], [657, 467]);
    assert.equal(watch.due(99, 1000 + 6374), 1);
    const late = clock('watch', 100);
    assert.equal(Math.round(late.wait(100, 1000)), 16);
    assert.equal(late.due(100, 1050), 3);
  });

  it('are at least one, and without limit at full pace', () => {
    assert.equal(clock(1).due(0, 1000), 1);
    const full = clock('full');
    assert.ok(full.wait(5, 1000) <= 0);
    assert.equal(full.due(5, 1000), Number.POSITIVE_INFINITY);
    assert.equal(full.due(5, 9e6), Number.POSITIVE_INFINITY);
  });

  it('are not made up after a late call: the next counts from then on', () => {
    const slow = clock(5);
    assert.equal(slow.due(0, 2000), 1);
    assert.equal(slow.wait(1, 2000), 200);
    const watch = clock('watch');
    assert.equal(watch.due(0, 61_000), 1);
    assert.equal(Math.round(watch.wait(1, 61_000)), 466);
  });

  it('do not count time that is left out', () => {
    const quick = clock(100);
    quick.leaveOut(500);
    assert.equal(quick.wait(0, 1500), 10);
    assert.equal(quick.due(0, 1510), 1);
  });
});

describe('the speed', () => {
  it('is the pace, and grows with the steps at watch', () => {
    assert.equal(speedOf(25, 9), 25);
    assert.equal(speedOf('full', 0), Number.POSITIVE_INFINITY);
    assert.deepEqual([speedOf('watch', 0), speedOf('watch', 3276)].map(Math.round), [1, 2022]);
  });

  it('goes to the next below or above the present one', () => {
    const around = (pace: Pace, k: number): Pace[] => [slower(pace, k), faster(pace, k)];
    assert.deepEqual(around(1, 0), [1, 5]);
    assert.deepEqual(around(25, 0), [5, 100]);
    assert.deepEqual(around(400, 0), [100, 'full']);
    assert.deepEqual(around('full', 0), [400, 'full']);
    assert.deepEqual(around('watch', 0), [1, 5]);
    assert.deepEqual(around('watch', 20), [5, 25]);
    assert.deepEqual(around('watch', 3276), [400, 'full']);
  });
});
