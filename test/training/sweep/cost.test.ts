import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {costOf, longestFirst, shardOf} from '../../../source/training/sweep/cost.js';
import {combinationsOf, keyOf} from '../../../source/training/sweep/grid.js';
import {gridWith} from '../../helpers/sweep-runs.js';

const train = 60_000;
const all = combinationsOf(
  gridWith({learningRate: [0.1, 0.01, 0.001], hidden: [32, 128, 512], trainImages: [null, 1000], seed: [1, 2]}),
);

describe('the cost of a run', () => {
  it('grows with units, epochs and images, and falls with the batch', () => {
    const usual = {hidden: 128, batchSize: 128, trainImages: undefined, epochs: 3};
    const cost = costOf(usual, train);
    assert.ok(costOf({...usual, hidden: 129}, train) > cost);
    assert.ok(costOf({...usual, batchSize: 64}, train) > cost);
    assert.ok(costOf({...usual, trainImages: 59_000}, train) < cost);
    assert.equal(costOf({...usual, epochs: 6}, train), 2 * cost);
  });

  it('says which runs come first, and takes none away', () => {
    const sorted = longestFirst(all, train);
    assert.deepEqual([sorted[0]?.hidden, sorted.at(-1)?.hidden, sorted.at(-1)?.trainImages], [512, 32, 1000]);
    for (const [place, run] of sorted.slice(1).entries()) {
      assert.ok(costOf(run, train) <= costOf(sorted[place], train));
    }
    assert.deepEqual(sorted.map(keyOf).sort(), all.map(keyOf).sort());
  });
});

describe('shards', () => {
  it('have each combination in exactly one of them, however many they are', () => {
    for (const parts of [1, 2, 3, 5, 7, all.length, all.length + 3]) {
      const shards = Array.from({length: parts}, (_, place) => shardOf(all, {part: place + 1, parts}, train));
      assert.deepEqual(shards.flat().map(keyOf).sort(), all.map(keyOf).sort(), String(parts));
      const sizes = shards.map(({length}) => length);
      assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1, String(sizes));
    }
  });

  it('keep the order of the combinations, and take about as long', () => {
    const shards = [1, 2, 3].map(part => shardOf(all, {part, parts: 3}, train));
    for (const shard of shards)
      assert.deepEqual(
        shard,
        all.filter(run => shard.includes(run)),
      );
    const costs = shards.map(shard => shard.reduce((sum, run) => sum + costOf(run, train), 0));
    assert.ok(Math.max(...costs) < 1.1 * Math.min(...costs), String(costs));
  });
});
