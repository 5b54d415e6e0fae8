import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {describe, it} from 'node:test';
import {initialState} from '../../source/network/initial-state.js';
import {encodeCheckpoint} from '../../source/training/formats/checkpoint.js';
import {RunRecord} from '../../source/training/run-record.js';
import {ScriptedEngine} from '../helpers/scripted-engine.js';
import {countOf, dataset, options, startWorker, type WorkerSession} from '../helpers/worker.js';

const endless = {epochs: 1_000_000};

/** Starts and openings so far: `1` for an opened run, `1/2` for the start of a stretch in it. */
const begun = ({events}: WorkerSession): string[] =>
  events.flatMap(event =>
    event.type === 'opened' ? [`${event.run}`] : event.type === 'start' ? [`${event.run}/${event.stretch}`] : [],
  );

describe('a wish', () => {
  it('with another learning rate acts from the next call of the engine on, and ends nothing', async () => {
    const engine = new ScriptedEngine(dataset);
    const worker = await startWorker(engine);
    worker.wish(1, endless);
    await worker.until('progress');
    worker.wish(1, {learningRate: 0.5});
    await worker.until('status', ({settings}) => settings.learningRate === 0.5);
    const before = engine.calls.length;
    await worker.until('epoch');
    worker.wish(undefined);
    await worker.until('end');
    const rates = engine.calls.map(({options}) => options.learningRate);
    assert.deepEqual([...new Set(rates)], [0.001, 0.5]);
    assert.ok(rates.slice(before).every(rate => rate === 0.5) && rates.length > before);
    assert.equal(countOf(worker, 'start'), 1);
    worker.send({type: 'close'});
  });

  it('for a stretch that has ended, or comes before one that has, begins nothing', async () => {
    const worker = await startWorker(new ScriptedEngine(dataset));
    worker.wish(2);
    await worker.until('end');
    worker.wish(2, {epochs: 9});
    worker.wish(1);
    worker.send({type: 'reset', run: 2, hidden: 4, activation: 'relu', seed: 3});
    await worker.until('opened', ({run}) => run === 2);
    worker.wish(3);
    await worker.until('end');
    assert.deepEqual(begun(worker), ['1', '1/2', '2', '2/3']);
    worker.send({type: 'close'});
  });

  it('for another stretch ends the one that goes on', async () => {
    const worker = await startWorker(new ScriptedEngine(dataset));
    worker.wish(1, endless);
    await worker.until('epoch');
    worker.wish(2);
    const {reason, stretch} = await worker.until('end');
    assert.deepEqual([reason, stretch], ['stopped', 1]);
    await worker.until('start');
    worker.send({type: 'close'});
    assert.deepEqual(await worker.until('end').then(end => [end.reason, end.stretch]), ['stopped', 2]);
  });

  it('is the newest of those that arrive at once, and a reset among them is carried out in its place', async () => {
    const worker = await startWorker(new ScriptedEngine(dataset));
    await worker.until('network');
    worker.wish(1);
    worker.send({type: 'reset', run: 2, hidden: 4, activation: 'relu', seed: 3});
    worker.wish(undefined);
    worker.wish(2);
    const {epochs, run} = await worker.until('end');
    assert.deepEqual([epochs, run], [3, 2]);
    assert.deepEqual(begun(worker), ['1', '2', '2/2']);
    worker.send({type: 'close'});
  });
});

describe('a wish for one epoch more', () => {
  it('trains one epoch and no more, whatever the rule says, and changes nothing of the settings', async () => {
    const worker = await startWorker(new ScriptedEngine(dataset, {testLoss: () => 0.001}));
    worker.wish(1, {epochs: 20, earlyStop: true});
    assert.deepEqual(await worker.until('end').then(end => [end.reason, end.epochs]), ['early-stop', 7]);
    worker.wish(2, {oneMore: true});
    const {firstEpoch, lastEpoch} = await worker.until('start');
    assert.deepEqual([firstEpoch, lastEpoch], [8, 8]);
    assert.deepEqual(await worker.until('end').then(end => [end.reason, end.epochs]), ['epochs', 8]);
    const last = worker.events.findLast(event => event.type === 'status');
    assert.deepEqual([last?.settings.epochs, last?.settings.earlyStop], [20, true]);
    worker.send({type: 'close'});
  });
});

describe('a reset', () => {
  it('ends the stretch that goes on, begins another run, and trains nothing by the wish that is left', async () => {
    const worker = await startWorker(new ScriptedEngine(dataset));
    worker.wish(1, endless);
    await worker.until('progress');
    worker.send({type: 'reset', run: 2, hidden: 4, activation: 'relu', seed: 7});
    const {reason, run} = await worker.until('end');
    assert.deepEqual([reason, run], ['stopped', 1]);
    const status = await worker.until('status', event => event.run === 2);
    assert.deepEqual([status.phase, status.settings], ['idle', {hidden: 4, activation: 'relu', seed: 7}]);
    await worker.until('opened');
    assert.deepEqual(await worker.until('network').then(event => [event.run, event.step]), [2, 0]);
    worker.wish(2, {epochs: 1});
    assert.equal((await worker.until('start')).firstEpoch, 1);
    await worker.until('end');
    assert.deepEqual(begun(worker), ['1', '1/1', '2', '2/2']);
    worker.send({type: 'close'});
  });

  it('opens a saved run, which goes on where it was saved, with its own size', async t => {
    const folder = await mkdtemp(path.join(tmpdir(), 'mnist-tui-'));
    t.after(() => rm(folder, {recursive: true}));
    const file = path.join(folder, 'a.npz');
    const info = {
      ...new RunRecord(9, 3, 'relu', dataset),
      epoch: 2,
      stepInEpoch: 0,
      lossSum: 0,
      history: [],
      program: 'a test',
    };
    const checkpoint = {...info, settings: {...options, hidden: 3, activation: 'relu' as const, seed: 9}};
    await writeFile(file, encodeCheckpoint({...initialState(3, 9), step: 8}, checkpoint));
    const worker = await startWorker(new ScriptedEngine(dataset));
    worker.send({type: 'reset', run: 2, hidden: 4, activation: 'relu', seed: 1, file});
    const opened = await worker.until('opened', ({run}) => run === 2);
    assert.deepEqual([opened.trained, opened.resumed?.file, opened.resumed?.epochs], [true, file, 2]);
    const about = worker.events.findLast(event => event.type === 'status')?.settings;
    assert.deepEqual([about?.hidden, about?.seed, about?.batchSize], [3, 9, 8]);
    assert.equal((await worker.until('network')).step, 8);
    worker.wish(2);
    assert.equal((await worker.until('start')).firstEpoch, 3);
    worker.send({type: 'close'});
  });

  it('begins a new run where the saved one cannot be opened, and says why', async () => {
    const worker = await startWorker(new ScriptedEngine(dataset));
    worker.send({type: 'reset', run: 2, hidden: 4, activation: 'relu', seed: 5, file: '/nowhere/a.npz'});
    assert.equal((await worker.until('opened', ({run}) => run === 2)).trained, false);
    assert.match((await worker.until('warning')).message, /^\/nowhere\/a\.npz: no weights saved yet/);
    worker.wish(2, {epochs: 1});
    assert.equal((await worker.until('start')).firstEpoch, 1);
    worker.send({type: 'close'});
  });
});

describe('the newest weights', () => {
  it('come after a look, when 80 ms have passed, and at last before the worker waits', async t => {
    let now = 1000;
    t.mock.method(performance, 'now', () => now);
    const worker = await startWorker(new ScriptedEngine(dataset));
    assert.equal((await worker.until('network')).step, 0);
    now += 500;
    worker.wish(1, endless);
    const severalEpochs = async (): Promise<void> => {
      for (let epoch = 0; epoch < 5; epoch++) await worker.until('epoch');
    };
    await severalEpochs();
    assert.equal(countOf(worker, 'network'), 1);
    worker.send({type: 'look'});
    // What the optimiser remembers takes time to copy: not while steps are taken.
    assert.equal((await worker.until('network')).optimiser, undefined);
    worker.send({type: 'look'});
    now += 79;
    await severalEpochs();
    assert.equal(countOf(worker, 'network'), 2);
    now += 1;
    await worker.until('network');
    now += 500;
    await severalEpochs();
    assert.equal(countOf(worker, 'network'), 3);
    worker.wish(undefined);
    await worker.until('end');
    const {step, weights} = await worker.until('network');
    const steps = worker.events.reduce(
      (sum, event) => (event.type === 'progress' ? sum + event.losses.length : sum),
      0,
    );
    assert.deepEqual([step, weights.outputBias[0]], [steps, steps]);
    worker.send({type: 'close'});
  });
});
