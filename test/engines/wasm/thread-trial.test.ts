import assert from 'node:assert/strict';
import {describe, it, mock} from 'node:test';
import {fastestThreads} from '../../../source/engines/wasm/thread-trial.js';

/** Runs the trial on a clock of its own: a step takes as long as `milliseconds` says. */
async function trial(
  cores: number,
  milliseconds: (threads: number, round: number) => number,
): Promise<{best: number; isSteady: boolean; tried: number[]}> {
  let now = 0;
  const clock = mock.method(performance, 'now', () => now);
  const tried: number[] = [];
  try {
    const {threads: best, isSteady} = await fastestThreads(cores, async (threads, steps) => {
      tried.push(threads);
      now += steps * milliseconds(threads, tried.length);
    });
    return {best, isSteady, tried};
  } finally {
    clock.mock.restore();
  }
}

describe('the trial for the number of threads', () => {
  it('takes all of two cores when that is faster, and one thread when it is not', async () => {
    assert.equal((await trial(2, threads => 1 / threads)).best, 2);
    assert.equal((await trial(2, () => 1)).best, 1);
    assert.equal((await trial(1, threads => 1 / threads)).best, 1);
  });

  it('leaves a core of a larger machine for the screen, and leaves off when more threads do not help', async () => {
    assert.equal((await trial(8, threads => 0.5 / threads)).best, 7);
    const {best, tried} = await trial(64, threads => 0.2 / Math.min(threads, 4));
    assert.equal(best, 4);
    assert.ok(!tried.includes(16));
  });

  it('says whether the machine did something else: rounds differ by more than a fifth once they are warm', async () => {
    assert.equal((await trial(2, threads => 1 / threads)).isSteady, true);
    assert.equal((await trial(2, (_, round) => (round < 4 ? 9 : 1))).isSteady, true);
    assert.equal((await trial(2, (_, round) => (round === 8 ? 1.1 : 1))).isSteady, true);
    assert.equal((await trial(2, (_, round) => (round === 8 ? 1.3 : 1))).isSteady, false);
    assert.equal((await trial(2, (_, round) => (round === 15 ? 1.3 : 1))).isSteady, false);
  });

  it('says that a trial that its half second broke off is not steady', async () => {
    assert.equal((await trial(16, () => 20)).isSteady, false);
  });

  it('takes no more than about its half second where a step is slow', async () => {
    const {tried} = await trial(16, () => 20);
    assert.deepEqual([...new Set(tried)], [1]);
  });
});
