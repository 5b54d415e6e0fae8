import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type Controls, train} from '../../source/training/loop.js';
import {TrainImages} from '../../source/training/train-images.js';
import {blankDataset, ScriptedEngine} from '../helpers/scripted-engine.js';
import {drain, loopOf, ofType, options, run} from '../helpers/scripted-run.js';

describe('the moment of an epoch', () => {
  it('comes before the epoch, with the network after it and its evaluation', async () => {
    const {events} = await run({options: {epochs: 2}, script: {testLoss: evaluation => evaluation ** 2 / 16}});
    const ends = events.flatMap(event =>
      event.type === 'moment'
        ? [`${event.state.step} ${event.state.weights.outputBias[0]} ${event.found.meanLoss}`]
        : event.type,
    );
    const kinds = ends.filter(item => item !== 'progress');
    assert.deepEqual(kinds, ['start', '8 8 0.0625', 'epoch', '16 16 0.25', 'epoch']);
    for (const {found} of ofType(events, 'moment')) {
      assert.deepEqual(
        found.confusion,
        Array.from({length: 100}, (_, place) => (place % 11 === 0 ? 2 : 0)),
      );
    }
  });

  it('is none for an epoch that diverged', async () => {
    const {events} = await run({script: {batchLoss: step => (step === 20 ? Number.NaN : 1)}});
    assert.deepEqual(
      ofType(events, 'moment').map(({state}) => state.step),
      [8, 16],
    );
  });
});

describe('a stretch of training', () => {
  it('hands batch size, learning rate, loss and optimiser to the engine', async () => {
    const {engine} = await run({
      options: {epochs: 1, batchSize: 16, learningRate: 0.25, loss: 'cross-entropy', optimizer: 'sgd'},
    });
    for (const {order, options} of engine.calls) {
      assert.deepEqual(options, {batchSize: 16, learningRate: 0.25, loss: 'cross-entropy', optimizer: 'sgd'});
      assert.equal(order.length % 16, 0);
    }
    assert.equal(engine.seen.length, 64);
  });

  it('goes on within an epoch, in the same shuffle, where the run was stopped', async () => {
    const whole = await run({options: {epochs: 1}});
    const rest = await run({options: {epochs: 1}, stepInEpoch: 3});
    assert.deepEqual(rest.engine.seen, whole.engine.seen.slice(3 * 8));
    const [epoch] = ofType(rest.events, 'epoch');
    assert.equal(epoch.epoch, 1);
    assert.equal(ofType(rest.events, 'progress')[0].step, 4);
  });

  it('goes on within an epoch that is not shuffled at its next image', async () => {
    const {engine, events} = await run({options: {epochs: 1, shuffle: false}, stepInEpoch: 3});
    assert.deepEqual(
      engine.seen,
      Array.from({length: 40}, (_, at) => 24 + at),
    );
    assert.equal(ofType(events, 'progress')[0].step, 4);
  });

  it('asks before each call what computes and how fast it learns', async () => {
    const dataset = blankDataset(64, 20);
    const engines = [new ScriptedEngine(dataset), new ScriptedEngine(dataset)];
    let call = 0;
    const controls = (): Controls => {
      call++;
      return {engine: engines[call % 2], learningRate: call, most: () => Number.POSITIVE_INFINITY};
    };
    const run = {
      dataset,
      images: new TrainImages(dataset.train),
      seed: 1,
      finishedEpochs: 0,
      stepInEpoch: 0,
      lossSum: 0,
    };
    await drain(train(run, {...options, epochs: 1}, controls));
    const [even, odd] = engines.map(({calls}) => calls.map(({options: {learningRate}}) => learningRate));
    assert.ok(even.length > 1 && odd.length > 1);
    assert.ok(even.every(rate => rate % 2 === 0) && odd.every(rate => rate % 2 === 1));
    assert.equal(even.length + odd.length, engines[0].calls.length + engines[1].calls.length);
  });

  it('takes no notice of how long it is left standing', async t => {
    let now = 0;
    t.mock.method(performance, 'now', () => now);
    const figures = async (silence: number): Promise<unknown[]> => {
      const dataset = blankDataset(640, 20);
      const script = {
        batchLoss: () => {
          now += 16;
          return 1;
        },
      };
      const engine = new ScriptedEngine(dataset, script);
      const loop = loopOf(engine, {dataset}, {epochs: 2});
      const found = [];
      for (;;) {
        const {done, value} = await loop.next();
        if (done) break;
        now += silence;
        if (value.type === 'progress') found.push(value.losses.length, value.imagesPerSecond);
        if (value.type === 'epoch') found.push(value.seconds);
      }
      return found;
    };
    const undisturbed = await figures(0);
    assert.deepEqual(await figures(3_600_000), undisturbed);
    assert.equal(undisturbed.at(-1), 1.28);
  });
});
