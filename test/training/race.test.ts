import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {formerSettings} from '../../source/training/formats/run-info.js';
import type {TrainingEvent} from '../../source/training/protocol.js';
import {openWasm, options, startWorker, type WorkerSession} from '../helpers/worker.js';

const {activation} = formerSettings;
const small = {...options, hidden: 4, activation, seed: 1};
const wide = {...small, hidden: 40, learningRate: 0.01};
const sigmoid = {...small, activation: 'sigmoid', loss: 'cross-entropy', optimizer: 'momentum'} as const;

const ofRun = (events: readonly TrainingEvent[], run: number): TrainingEvent[] =>
  events.filter(event => 'run' in event && event.run === run && event.type !== 'status');

/** What a run's epochs came to, without the seconds, which differ. */
const epochsOf = (events: readonly TrainingEvent[], run: number): unknown[] =>
  ofRun(events, run).flatMap(event => {
    if (event.type !== 'epoch') return [];
    const {seconds: _, run: __, ...figures} = event;
    return [figures];
  });

async function ended(worker: WorkerSession, runs: number): Promise<void> {
  for (let count = 0; count < runs; count++) await worker.until('end');
}

describe('a race', () => {
  it('gives each of its runs the figures that it has alone, whatever else is trained beside it', async () => {
    const race = await startWorker(await openWasm());
    race.send({type: 'race', run: 2, lanes: [small, wide, sigmoid]});
    race.wish(1, {open: 2});
    await ended(race, 3);
    for (const [place, lane] of [small, wide, sigmoid].entries()) {
      const alone = await startWorker(await openWasm());
      alone.send({type: 'race', run: 2, lanes: [lane]});
      alone.wish(1, {open: 2});
      await ended(alone, 1);
      assert.equal(epochsOf(alone.events, 2).length, 3);
      assert.deepEqual(epochsOf(race.events, 2 + place), epochsOf(alone.events, 2));
      alone.send({type: 'close'});
    }
    race.send({type: 'close'});
  });

  it('does so too where its runs are in several epochs at once, each on images changed for its own', async () => {
    const lanes = [8, 4, 2].map(batchSize => ({...small, batchSize, augment: true}));
    const race = await startWorker(await openWasm());
    race.send({type: 'race', run: 2, lanes});
    race.wish(1, {open: 2, paused: true});
    // Within the third epoch of the first, the second of the next and the first of the last.
    for (let step = 0; step < 10; step++) race.send({type: 'step'});
    await race.until('progress', ({run, total}) => run === 4 && total === 10);
    race.wish(1, {open: 2, paused: false});
    await ended(race, 3);
    for (const [place, lane] of lanes.entries()) {
      const alone = await startWorker(await openWasm());
      alone.send({type: 'race', run: 2, lanes: [lane]});
      alone.wish(1, {open: 2});
      await ended(alone, 1);
      assert.ok(epochsOf(alone.events, 2).length > 0);
      assert.deepEqual(epochsOf(race.events, 2 + place), epochsOf(alone.events, 2));
      alone.send({type: 'close'});
    }
    race.send({type: 'close'});
  });

  it('lets its runs take equal steps, and stops them together', async () => {
    const race = await startWorker(await openWasm());
    race.send({type: 'race', run: 2, lanes: [small, wide]});
    race.wish(1, {open: 2, paused: true});
    for (let step = 0; step < 3; step++) race.send({type: 'step'});
    await race.until('progress', ({run, total}) => run === 3 && total === 3);
    const last = (run: number): number | undefined =>
      ofRun(race.events, run).findLast(event => event.type === 'progress')?.total;
    assert.deepEqual([last(2), last(3)], [3, 3]);
    race.wish(undefined);
    await ended(race, 2);
    race.send({type: 'close'});
  });

  it('sends the weights of the run that is looked at', async () => {
    const race = await startWorker(await openWasm());
    race.send({type: 'race', run: 2, lanes: [small, wide]});
    race.wish(1, {open: 3, paused: true});
    race.send({type: 'look'});
    race.send({type: 'step'});
    const {weights} = await race.until('network', ({run, step}) => run === 3 && step === 1);
    assert.equal(weights.hiddenBias.length, 40);
    race.send({type: 'close'});
  });

  it('gives way to a run of its own', async () => {
    const race = await startWorker(await openWasm());
    race.send({type: 'race', run: 2, lanes: [small, wide]});
    race.wish(1, {open: 2});
    race.send({type: 'reset', run: 4, hidden: 7, activation, seed: 3});
    const {weights} = await race.until('network', ({run}) => run === 4);
    assert.equal(weights.hiddenBias.length, 7);
    race.send({type: 'close'});
  });
});
