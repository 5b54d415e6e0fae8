import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {advisedRun, mnistPart} from '../helpers/advised-run.js';

/** 100 steps an epoch; with batches of 64, 200. */
const hundred = mnistPart(12_800, 1000);

describe('what the adviser says of real runs', () => {
  it('a learning rate of 1e9: no number any more', async () => {
    const {rules, messages, epochs} = await advisedRun({learningRate: 1e9, data: hundred});
    assert.deepEqual([rules, epochs], [['not-finite'], []]);
    assert.equal(messages[0], 'Stopped at step 2: the loss is no longer a number.');
  });

  it('a learning rate of 0.02: the loss explodes, most units are dead', async () => {
    const {rules, messages} = await advisedRun({learningRate: 0.02, data: hundred, epochs: 1});
    assert.deepEqual(rules, ['exploded', 'most-units-dead']);
    assert.match(messages[0] ?? '', /^Step 1 raised the loss from 0\.11\d to \d\.\d\d\.$/);
    assert.match(messages[1] ?? '', /^1[12]\d of 128 hidden units /);
  });

  it('500 images: an epoch has few steps, and it learns them by heart', async () => {
    const {rules, messages, epochs} = await advisedRun({data: mnistPart(500, 500), epochs: 60, earlyStop: false});
    assert.deepEqual(rules.slice(0, 2), ['few-steps', 'by-heart']);
    assert.equal(messages[0], 'An epoch is 3 steps (116 of 500 images left over).');
    const first = epochs.find(({meanTrainLoss, meanTestLoss}) => meanTrainLoss < meanTestLoss / 4);
    assert.equal(
      messages[1],
      `Train loss ${first?.meanTrainLoss.toFixed(4)}, test ${first?.meanTestLoss.toFixed(4)}: it knows its 500 images by heart.`,
    );
  });

  it('a fourth of the labels drawn anew: labels are doubtful', async () => {
    const {rules, messages, epochs} = await advisedRun({data: mnistPart(12_800, 1000, 0.25), batchSize: 64, epochs: 3});
    assert.deepEqual(rules, ['doubtful-labels']);
    const last = epochs.at(-1);
    const times = ((last?.meanTrainLoss ?? 0) / (last?.meanTestLoss ?? 1)).toFixed(1);
    assert.ok(messages[0]?.includes(` is ${times} times that of test`), messages[0]);
  });

  it('a good run: nothing', async () => {
    assert.deepEqual((await advisedRun({data: hundred, seed: 1, epochs: 3})).messages, []);
  });
});
