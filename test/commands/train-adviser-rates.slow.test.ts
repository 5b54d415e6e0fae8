import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {advisedRun, mnistPart} from '../helpers/advised-run.js';

/** 100 steps an epoch; with batches of 64, 200. */
const hundred = mnistPart(12_800, 1000);

describe('what the adviser says of real runs', () => {
  it('a learning rate of 1: the first step ruins it, also when it goes back to before that', async () => {
    const {rules, messages, epochs} = await advisedRun({learningRate: 1, data: hundred, epochs: 1});
    assert.deepEqual([rules, epochs], [['exploded'], []]);
    assert.match(messages[0] ?? '', /^Step 1 raised the loss from 0\.11\d to \d\.\de7\.$/);
  });

  it('a learning rate of 0.1: one answer for all digits', async () => {
    const {rules, messages} = await advisedRun({learningRate: 0.1, data: hundred, epochs: 1});
    assert.deepEqual(rules, ['exploded', 'one-answer', 'most-units-dead']);
    assert.match(messages[1] ?? '', /^It answers \d for 1,000 of 1,000 digits: /);
  });

  it('a learning rate of 0.003: many units are dead', async () => {
    const {rules, messages} = await advisedRun({learningRate: 0.003, data: hundred, epochs: 1});
    assert.deepEqual(rules, ['many-units-dead']);
    assert.match(messages[0] ?? '', /^(3|4|5)\d of 128 hidden units are dead; 5 to 15 is usual\.$/);
  });

  it('a learning rate of 1e-5: it is slow', async () => {
    const {rules, messages, fixes, epochs} = await advisedRun({
      learningRate: 1e-5,
      data: hundred,
      batchSize: 64,
      epochs: 3,
    });
    assert.deepEqual(rules, ['slow']);
    const [, before = 0, now = 0] = epochs.map(({accuracy}) => 100 * accuracy);
    const gain = (now - before).toFixed(1);
    assert.equal(
      messages[0],
      `${now.toFixed(1)} % right and still +${gain} points an epoch: the learning rate 0.00001 is low.`,
    );
    assert.match(fixes[0] ?? '', /--learning-rate 0\.0001\.$/);
  });

  it('good runs of three seeds: nothing', async () => {
    for (const seed of [1, 2, 3]) {
      assert.deepEqual((await advisedRun({data: hundred, seed, epochs: 3})).messages, [], `seed ${seed}`);
    }
  });
});
