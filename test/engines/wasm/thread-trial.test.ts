import assert from 'node:assert/strict';
import {describe, it, mock} from 'node:test';
import {fastestThreads} from '../../../source/engines/wasm/thread-trial.js';

/** Runs the trial on a clock of its own: a step takes as long as `milliseconds` says. */
async function trial(
  cores: number,
  milliseconds: (threads: number) => number,
): Promise<{best: number; tried: number[]}> {
  let now = 0;
  const clock = mock.method(performance, 'now', () => now);
  const tried: number[] = [];
  try {
    const best = await fastestThreads(cores, async (threads, steps) => {
      tried.push(threads);
      now += steps * milliseconds(threads);
    });
    return {best, tried};
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

  it('takes no more than about its half second where a step is slow', async () => {
    const {tried} = await trial(16, () => 20);
    assert.deepEqual([...new Set(tried)], [1]);
  });
});
