import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {train} from '../../source/training/loop.js';
import type {TrainingEvent} from '../../source/training/protocol.js';
import {blankDataset, ScriptedEngine} from '../helpers/scripted-engine.js';
import {ending, epochNumbers, ofType, run} from '../helpers/scripted-run.js';

const upTo = (last: number): number[] => Array.from({length: last}, (_, index) => index + 1);

describe('the early stop', () => {
  it('comes not before the seventh epoch, however small the test loss has become', async () => {
    const {events} = await run({script: {testLoss: () => 0.001}});
    assert.deepEqual(epochNumbers(events), upTo(7));
    assert.deepEqual(ending(events), ['early-stop', 7]);
  });

  it('comes not when the loss was below 0.015 earlier and is above it at the seventh', async () => {
    const {events} = await run({script: {testLoss: evaluation => (evaluation < 7 ? 0.01 : 0.0151)}});
    assert.deepEqual(ending(events), ['epochs', 20]);
  });

  it('comes at the first epoch from the seventh on with a loss below 0.015', async () => {
    const {events} = await run({script: {testLoss: evaluation => (evaluation < 11 ? 0.0151 : 0.0149)}});
    assert.deepEqual(epochNumbers(events), upTo(11));
    assert.deepEqual(ending(events), ['early-stop', 11]);
  });

  it("goes by the last test batch, the tutorial's number, not by the mean", async () => {
    // Images 16 to 19 of 20 stand in no full batch, and nothing of them counts.
    const dataset = blankDataset(64, 20);
    const engine = new ScriptedEngine(dataset);
    engine.scores = async () =>
      Float32Array.from({length: 200}, (_, place) => {
        const target = dataset.test.labels[Math.floor(place / 10)] === place % 10 ? 1 : 0;
        return place >= 80 && place < 160 ? target : target + 1;
      });
    const events: TrainingEvent[] = [];
    const options = {epochs: 20, batchSize: 8, learningRate: 0.001, earlyStop: true};
    for await (const event of train(
      {
        engine: () => engine,
        dataset,
        seed: 1,
        finishedEpochs: 0,
        stepInEpoch: 0,
        lossSum: 0,
        learned: false,
        keep: () => undefined,
      },
      options,
      () => false,
    )) {
      events.push(event);
    }
    assert.deepEqual(ending(events), ['early-stop', 7]);
    const [epoch] = ofType(events, 'epoch');
    assert.equal(epoch.testLoss, 0);
    assert.ok(Math.abs(epoch.meanTestLoss - 12 / 20) < 1e-9);
  });

  it('does not come when it is turned off', async () => {
    const {events} = await run({script: {testLoss: () => 0.001}, options: {earlyStop: false}});
    assert.deepEqual(ending(events), ['epochs', 20]);
  });

  it('can come right after the first epoch of a run that goes on from the seventh', async () => {
    const {events} = await run({script: {testLoss: () => 0.001}, finishedEpochs: 7});
    assert.deepEqual(epochNumbers(events), [8]);
    assert.deepEqual(ending(events), ['early-stop', 8]);
  });
});

describe('the end that a person asks for', () => {
  it('comes after the call of the engine that is under way', async () => {
    const {engine, events} = await run({stopAfter: event => event.type === 'progress'});
    assert.equal(engine.calls.length, 1);
    assert.equal(engine.evaluations, 0);
    assert.deepEqual(ending(events), ['stopped', 0]);
    assert.deepEqual(engine.statesSet, []);
  });

  it('counts only the epochs that were finished', async () => {
    const {events} = await run({stopAfter: event => event.type === 'progress' && event.epoch === 3});
    assert.deepEqual(epochNumbers(events), [1, 2]);
    assert.deepEqual(ending(events), ['stopped', 2]);
  });

  it('comes right after an epoch when it was asked for then', async () => {
    const {engine, events} = await run({stopAfter: event => event.type === 'epoch' && event.epoch === 2});
    assert.deepEqual(epochNumbers(events), [1, 2]);
    assert.deepEqual(ending(events), ['stopped', 2]);
    assert.equal(engine.seen.length, 2 * 64);
  });
});

describe('a loss that is not finite', () => {
  const beforeThird = 2 * 8;
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
    it(`ends the run as diverged with the weights from before the epoch: a batch of ${bad}`, async () => {
      const {engine, events} = await run({script: {batchLoss: step => (step === beforeThird + 4 ? bad : 0.5)}});
      assert.deepEqual(ending(events), ['diverged', 2]);
      assert.deepEqual(epochNumbers(events), [1, 2]);
      assert.deepEqual(
        engine.statesSet.map(({step}) => step),
        [beforeThird],
      );
      const state = await engine.getState();
      assert.equal(state.weights.outputBias[0], beforeThird);
      for (const {losses} of ofType(events, 'progress')) assert.ok(losses.every(Number.isFinite));
    });
  }

  it('ends the run likewise when only the evaluation shows it', async () => {
    const {engine, events} = await run({script: {testLoss: evaluation => (evaluation === 2 ? Number.NaN : 0.5)}});
    assert.deepEqual(ending(events), ['diverged', 1]);
    assert.deepEqual(epochNumbers(events), [1]);
    assert.deepEqual(
      engine.statesSet.map(({step}) => step),
      [8],
    );
    assert.equal((await engine.getState()).step, 8);
  });

  it('brings the weights back to the start when it comes in the first epoch', async () => {
    const {engine, events} = await run({script: {batchLoss: () => Number.NaN}});
    assert.deepEqual(ending(events), ['diverged', 0]);
    assert.equal((await engine.getState()).step, 0);
  });

  it('ends the run as diverged when the test loss is ten times that of guessing, not below', async () => {
    const {events} = await run({script: {testLoss: evaluation => (evaluation < 3 ? 0.89 : 0.91)}});
    assert.deepEqual(ending(events), ['diverged', 2]);
  });

  it('says whether the last finished epoch was better than guessing', async () => {
    for (const [loss, learned] of [
      [0.08, true],
      [0.0895, false],
    ] as const) {
      const {events} = await run({script: {testLoss: () => loss}, options: {epochs: 2}});
      assert.equal(ofType(events, 'end')[0].learned, learned);
    }
  });
});
