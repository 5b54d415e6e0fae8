import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {type Clock, fakeClock} from '../helpers/clock.js';
import {ScriptedEngine} from '../helpers/scripted-engine.js';
import {countOf, dataset, disguised, openWasm, startWorker, type WorkerSession} from '../helpers/worker.js';

const lossesOf = ({events}: WorkerSession): number[] =>
  events.flatMap(event => (event.type === 'progress' ? [...event.losses] : []));

/** The steps of a session's moments, with a star where they have their evaluation. */
const momentsOf = ({events}: WorkerSession): string[] =>
  events.flatMap(event => (event.type === 'moment' ? [`${event.step}${event.found ? '*' : ''}`] : []));

async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await new Promise(resolve => setImmediate(resolve));
}

/** Lets time pass for a worker, five milliseconds at a time. */
async function pass(clock: Clock, milliseconds: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += 5) {
    clock.advance(5);
    await settle();
  }
}

async function scripted(t: TestContext): Promise<{clock: Clock; worker: WorkerSession; engine: ScriptedEngine}> {
  const clock = fakeClock(t);
  const engine = new ScriptedEngine(dataset);
  const worker = await startWorker(engine);
  await worker.until('network');
  return {clock, worker, engine};
}

describe('a pace', () => {
  it('takes each step when it is due, and leaves no timer', async t => {
    const {clock, worker, engine} = await scripted(t);
    worker.wish(1, {pace: 5});
    await worker.until('moment');
    await settle();
    assert.deepEqual([engine.calls.length, clock.waiting()], [0, 1]);
    await pass(clock, 195);
    assert.equal(engine.calls.length, 0);
    for (let step = 1; step < 4; step++) {
      await pass(clock, step === 1 ? 5 : 200);
      assert.equal((await worker.until('progress')).total, step);
    }
    await settle();
    assert.deepEqual([engine.calls.length, clock.waiting()], [3, 1]);
    worker.wish(1, {paused: true});
    await worker.until('moment', ({step}) => step === 3);
    await worker.until('network', ({step}) => step === 3);
    assert.equal(clock.waiting(), 0);
    worker.send({type: 'close'});
    await worker.until('end');
    assert.equal(clock.waiting(), 0);
  });

  it('that changes acts at once', async t => {
    const {clock, worker} = await scripted(t);
    worker.wish(1, {pace: 1});
    await worker.until('moment');
    worker.wish(1, {pace: 100, learningRate: 0.5});
    await worker.until('status', ({settings}) => settings.learningRate === 0.5);
    await settle();
    await pass(clock, 10);
    assert.equal((await worker.until('progress')).total, 1);
    worker.wish(1, {pace: 'full'});
    assert.equal((await worker.until('end')).epochs, 3);
    worker.send({type: 'close'});
  });

  it('has the weights sent after a look while nothing is due', async t => {
    const {clock, worker} = await scripted(t);
    worker.wish(1, {pace: 1});
    await worker.until('moment');
    await settle();
    await pass(clock, 1000);
    await worker.until('moment', ({step}) => step === 1);
    assert.equal(countOf(worker, 'network'), 1);
    worker.send({type: 'look'});
    assert.equal((await worker.until('network')).step, 1);
    worker.send({type: 'close'});
    await worker.until('end');
  });
});

describe('a stretch that is paused', () => {
  it('takes no step and sends nothing, but has told of its weights and its moment', async t => {
    const {clock, worker, engine} = await scripted(t);
    worker.wish(1, {pace: 100});
    await worker.until('moment');
    await settle();
    for (let step = 1; step <= 3; step++) {
      await pass(clock, 10);
      assert.equal((await worker.until('progress')).total, step);
    }
    worker.wish(1, {paused: true});
    await worker.until('network', ({step}) => step === 3);
    const {length} = worker.events;
    assert.deepEqual([engine.calls.length, momentsOf(worker)], [3, ['0*', '1*', '2*', '3*']]);
    worker.send({type: 'look'});
    worker.wish(1, {pace: 'full'});
    clock.advance(5000);
    await settle();
    assert.equal(worker.events.length, length);
    assert.equal(countOf(worker, 'end'), 0);
    worker.send({type: 'close'});
    assert.equal((await worker.until('end')).reason, 'stopped');
  });

  it('takes exactly one step for each command, with the figures at the end of an epoch', async () => {
    const worker = await startWorker(new ScriptedEngine(dataset));
    worker.wish(1, {paused: true});
    for (let step = 0; step < 5; step++) worker.send({type: 'step'});
    await worker.until('moment', ({step}) => step === 5);
    await settle();
    const told = worker.events.flatMap(event =>
      event.type === 'progress'
        ? [`${event.total}/${event.losses.length}`]
        : event.type === 'moment'
          ? [`moment ${event.step} of ${event.epoch}`]
          : event.type === 'epoch'
            ? ['epoch']
            : [],
    );
    const until4 = ['1/1', 'moment 1 of 0', '2/1', 'moment 2 of 0', '3/1', 'moment 3 of 0', '4/1', 'moment 4 of 1'];
    assert.deepEqual(told, ['moment 0 of 0', ...until4, 'epoch', '5/1', 'moment 5 of 1']);
    assert.equal((await worker.until('network')).step, 5);
    worker.send({type: 'close'});
  });

  it('ends with its run when that is begun afresh, and steps no more', async () => {
    const worker = await startWorker(new ScriptedEngine(dataset));
    worker.wish(1, {paused: true});
    worker.send({type: 'step'});
    worker.send({type: 'reset', run: 2, hidden: 3, activation: 'relu', seed: 5});
    worker.send({type: 'step'});
    await worker.until('opened', ({run}) => run === 2);
    await settle();
    assert.deepEqual([lossesOf(worker).length, countOf(worker, 'start'), countOf(worker, 'end')], [1, 1, 1]);
    worker.send({type: 'close'});
  });
});

describe('the moments within an epoch', () => {
  it('are told of without an evaluation at full pace where somebody has looked, else only the first', async () => {
    for (const [looks, moments] of [
      [true, ['0', '1', '2', '4*', '5', '8*', '10', '12*']],
      [false, ['0', '4*', '8*', '12*']],
    ] as const) {
      const worker = await startWorker(new ScriptedEngine(dataset));
      if (looks) worker.send({type: 'look'});
      worker.wish(1);
      await worker.until('end');
      assert.deepEqual(momentsOf(worker), moments);
      worker.send({type: 'close'});
    }
  });

  it('lie in shared memory and are of their step', async () => {
    const worker = await startWorker(new ScriptedEngine(dataset));
    worker.wish(1, {paused: true});
    worker.send({type: 'step'});
    const {weights, found} = await worker.until('moment', ({step}) => step === 1);
    assert.equal(weights.outputBias[0], 1);
    assert.ok(weights.hiddenWeight.buffer instanceof SharedArrayBuffer);
    assert.ok(found?.answers.buffer instanceof SharedArrayBuffer);
    worker.send({type: 'close'});
  });
});

it('pauses, steps, paces and another engine change no loss', async t => {
  const whole = await startWorker(await openWasm());
  whole.wish(1);
  await whole.until('end');
  whole.send({type: 'close'});
  const clock = fakeClock(t);
  const worker = await startWorker(await disguised(() => ({})));
  worker.wish(1, {pace: 100});
  await worker.until('moment');
  await settle();
  await pass(clock, 10);
  await worker.until('moment');
  worker.wish(1, {paused: true});
  worker.send({type: 'step'});
  worker.send({type: 'step'});
  worker.wish(1, {engine: 'wasm'});
  await worker.until('status', ({engine}) => engine?.name === 'wasm');
  worker.send({type: 'step'});
  worker.wish(1, {paused: false, pace: 400});
  await worker.until('status', ({phase}) => phase === 'training');
  await settle();
  await pass(clock, 5);
  await worker.until('progress', ({total}) => total > 4);
  worker.wish(1, {pace: 'full'});
  await worker.until('end');
  worker.send({type: 'close'});
  assert.deepEqual([countOf(worker, 'start'), lossesOf(worker).length], [1, 12]);
  assert.deepEqual(lossesOf(worker), lossesOf(whole));
});
