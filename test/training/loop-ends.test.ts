import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {blankDataset, ScriptedEngine} from '../helpers/scripted-engine.js';
import {drain, epochNumbers, loopOf, ofType, run} from '../helpers/scripted-run.js';

const upTo = (last: number): number[] => Array.from({length: last}, (_, index) => index + 1);

describe('the early stop', () => {
  it('comes not before the seventh epoch, however small the test loss has become', async () => {
    const {events, reason} = await run({script: {testLoss: () => 0.001}});
    assert.deepEqual([reason, epochNumbers(events)], ['early-stop', upTo(7)]);
  });

  it('comes not when the loss was below 0.015 earlier and is above it at the seventh', async () => {
    const {events, reason} = await run({script: {testLoss: evaluation => (evaluation < 7 ? 0.01 : 0.0151)}});
    assert.deepEqual([reason, epochNumbers(events)], ['epochs', upTo(20)]);
  });

  it('comes at the first epoch from the seventh on with a loss below 0.015', async () => {
    const {events, reason} = await run({script: {testLoss: evaluation => (evaluation < 11 ? 0.0151 : 0.0149)}});
    assert.deepEqual([reason, epochNumbers(events)], ['early-stop', upTo(11)]);
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
    const {events, reason} = await drain(loopOf(engine, {dataset}));
    assert.deepEqual([reason, epochNumbers(events)], ['early-stop', upTo(7)]);
    const [epoch] = ofType(events, 'epoch');
    assert.equal(epoch.testLoss, 0);
    assert.ok(Math.abs(epoch.meanTestLoss - 12 / 20) < 1e-9);
  });

  it('does not come when it is turned off', async () => {
    const {events, reason} = await run({script: {testLoss: () => 0.001}, options: {earlyStop: false}});
    assert.deepEqual([reason, epochNumbers(events)], ['epochs', upTo(20)]);
  });

  it('can come right after the first epoch of a run that goes on from the seventh', async () => {
    const {events, reason} = await run({script: {testLoss: () => 0.001}, finishedEpochs: 7});
    assert.deepEqual([reason, epochNumbers(events)], ['early-stop', [8]]);
  });
});

describe('a stretch of which no more is taken', () => {
  it('asks nothing of the engine any more', async () => {
    const dataset = blankDataset(64, 20);
    const engine = new ScriptedEngine(dataset);
    const loop = loopOf(engine, {dataset});
    const types = [await loop.next(), await loop.next()].map(({value}) => typeof value === 'object' && value.type);
    assert.deepEqual(types, ['start', 'progress']);
    await loop.return('stopped');
    assert.deepEqual([engine.calls.length, engine.evaluations, engine.statesSet], [1, 0, []]);
    assert.deepEqual(await loop.next(), {done: true, value: undefined});
  });
});

describe('a loss that is not finite', () => {
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
    it(`ends the stretch as diverged, and is not told of: a batch of ${bad}`, async () => {
      const {events, reason} = await run({script: {batchLoss: step => (step === 2 * 8 + 4 ? bad : 0.5)}});
      assert.deepEqual([reason, epochNumbers(events)], ['diverged', [1, 2]]);
      for (const {losses} of ofType(events, 'progress')) assert.ok(losses.every(Number.isFinite));
    });
  }

  it('ends the stretch likewise when only the evaluation shows it', async () => {
    const {events, reason} = await run({script: {testLoss: evaluation => (evaluation === 2 ? Number.NaN : 0.5)}});
    assert.deepEqual([reason, epochNumbers(events)], ['diverged', [1]]);
  });

  it('is as bad as a test loss ten times that of guessing, not below', async () => {
    const {events, reason} = await run({script: {testLoss: evaluation => (evaluation < 3 ? 0.89 : 0.91)}});
    assert.deepEqual([reason, epochNumbers(events)], ['diverged', upTo(2)]);
  });
});
