import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {shuffledIndices} from '../../source/training/loop.js';
import {rejectsForPerson} from '../helpers/errors.js';
import {blankDataset, ScriptedEngine} from '../helpers/scripted-engine.js';
import {drain, epochNumbers, loopOf, ofType, run} from '../helpers/scripted-run.js';

describe('the epochs of a run', () => {
  it('are as many as asked for', async () => {
    const {engine, events, reason} = await run({options: {epochs: 3}});
    const [start] = ofType(events, 'start');
    assert.equal(events[0], start);
    assert.deepEqual([start.firstEpoch, start.lastEpoch, start.steps], [1, 3, 8]);
    assert.deepEqual(epochNumbers(events), [1, 2, 3]);
    assert.equal(reason, 'epochs');
    assert.equal(engine.evaluations, 3);
  });

  it('go on counting where an earlier run ended, up to the number asked for', async () => {
    const {events, reason} = await run({options: {epochs: 5}, finishedEpochs: 2});
    const [start] = ofType(events, 'start');
    assert.deepEqual([start.firstEpoch, start.lastEpoch], [3, 5]);
    assert.deepEqual(epochNumbers(events), [3, 4, 5]);
    assert.equal(reason, 'epochs');
  });

  it('are as many again when the earlier run had them all', async () => {
    const {events, reason} = await run({options: {epochs: 5}, finishedEpochs: 5});
    const [start] = ofType(events, 'start');
    assert.deepEqual([start.firstEpoch, start.lastEpoch], [6, 10]);
    assert.deepEqual(epochNumbers(events), [6, 7, 8, 9, 10]);
    assert.equal(reason, 'epochs');
  });

  it('have the shuffles that one long run would have had', async () => {
    const whole = await run({options: {epochs: 4}});
    const first = await run({options: {epochs: 2}});
    const second = await run({options: {epochs: 4}, finishedEpochs: 2});
    assert.deepEqual([...first.engine.seen, ...second.engine.seen], whole.engine.seen);
  });

  it('are told of with their progress, the last batch of the epoch last', async () => {
    const {events} = await run({options: {epochs: 2}, script: {batchLoss: step => step}});
    for (const epoch of [1, 2]) {
      const progress = ofType(events, 'progress').filter(event => event.epoch === epoch);
      assert.deepEqual(
        progress.flatMap(({losses}) => [...losses]),
        Array.from({length: 8}, (_, index) => (epoch - 1) * 8 + index + 1),
      );
      let step = 0;
      for (const event of progress) {
        step += event.losses.length;
        assert.deepEqual([event.step, event.steps], [step, 8]);
        assert.ok(event.imagesPerSecond > 0 && Number.isFinite(event.imagesPerSecond));
      }
      assert.equal(step, 8);
    }
  });

  it("report the tutorial's two losses, of the last train batch and of the last full test batch", async () => {
    const {events} = await run({
      options: {epochs: 2},
      script: {batchLoss: step => step / 64, testLoss: evaluation => evaluation / 4},
    });
    const figures = ofType(events, 'epoch').map(({loss, testLoss, meanTrainLoss, meanTestLoss, accuracy}) =>
      [loss, testLoss, meanTrainLoss, meanTestLoss, accuracy].map(value => Number(value.toFixed(6))),
    );
    // Every score lies off by the same, so the label's score stays the largest.
    assert.deepEqual(figures, [
      [8 / 64, 0.25, 0.070313, 0.25, 1],
      [16 / 64, 0.5, 0.195313, 0.5, 1],
    ]);
  });

  it('leave out the images that fill no batch, and say what steps an epoch has', async () => {
    const {engine, events} = await run({trainCount: 69, options: {epochs: 1}});
    assert.equal(ofType(events, 'start')[0].steps, 8);
    assert.equal(engine.seen.length, 64);
    assert.equal(new Set(engine.seen).size, 64);
    assert.ok(engine.seen.every(index => index < 69));
  });

  it("are 468 steps of 128 for MNIST's 60,000 images", async () => {
    const dataset = {
      ...blankDataset(1, 20),
      train: {count: 60_000, images: new Uint8Array(), labels: new Uint8Array()},
    };
    const engine = new ScriptedEngine(dataset);
    const {events} = await drain(loopOf(engine, {dataset}, {epochs: 1, batchSize: 128}));
    const steps = ofType(events, 'progress').reduce((sum, {losses}) => sum + losses.length, 0);
    assert.equal(steps, 468);
    assert.equal(engine.seen.length, 59_904);
  });

  it('need at least one full batch of images', async () => {
    const error = await rejectsForPerson(
      () => run({trainCount: 7}),
      /batch of 8 needs as many train images; \/data\/blank has 7/,
    );
    assert.equal(error.exitCode, 1);
    assert.deepEqual(epochNumbers((await run({trainCount: 8, options: {epochs: 1}})).events), [1]);
  });
});

describe('the order of an epoch', () => {
  const sorted = (order: Iterable<number>): number[] => [...order].sort((a, b) => a - b);

  it('has every index once', () => {
    for (const count of [1, 2, 69, 60_000]) {
      assert.deepEqual(
        sorted(shuffledIndices(count, 3, 1)),
        Array.from({length: count}, (_, index) => index),
      );
    }
  });

  it('is another for each epoch and each seed, and the same for the same two', () => {
    const orders = [1, 2, 3].flatMap(epoch => [0, 1, 2].map(seed => shuffledIndices(100, seed, epoch).join()));
    assert.equal(new Set(orders).size, 9);
    assert.equal(shuffledIndices(100, 1, 2).join(), orders[4]);
  });

  it('is any of the orders equally often', () => {
    const counts = new Map<string, number>();
    for (let epoch = 1; epoch <= 6000; epoch++) {
      const order = shuffledIndices(3, 1, epoch).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    assert.deepEqual([...counts.keys()].sort(), ['012', '021', '102', '120', '201', '210']);
    // 1000 of each expected, standard deviation 29.
    for (const [order, count] of counts) assert.ok(Math.abs(count - 1000) < 120, `${order}: ${count}`);
  });

  it('is that of the dataset in every epoch where nothing is shuffled, the last images left out', async () => {
    const inOrder = Array.from({length: 64}, (_, index) => index);
    for (const seed of [1, 5]) {
      const {engine} = await run({trainCount: 69, options: {epochs: 2, shuffle: false}, seed});
      assert.deepEqual(engine.seen, [...inOrder, ...inOrder]);
    }
  });

  it('is what the engine gets, epoch for epoch', async () => {
    const first = await run({options: {epochs: 2}, seed: 4});
    const again = await run({options: {epochs: 2}, seed: 4});
    const other = await run({options: {epochs: 2}, seed: 5});
    const all = Array.from({length: 64}, (_, index) => index);
    assert.deepEqual(sorted(first.engine.seen.slice(0, 64)), all);
    assert.deepEqual(sorted(first.engine.seen.slice(64)), all);
    assert.notDeepEqual(first.engine.seen.slice(0, 64), first.engine.seen.slice(64));
    assert.deepEqual(again.engine.seen, first.engine.seen);
    assert.notDeepEqual(other.engine.seen, first.engine.seen);
  });
});
