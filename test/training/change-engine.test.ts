import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {EngineName} from '../../source/engines/catalogue.js';
import type {Engine} from '../../source/engines/engine.js';
import {UserError} from '../../source/errors.js';
import {countOf, disguised, epochLosses, openWasm, run, startWorker} from '../helpers/worker.js';

/** A promise that is settled from outside. */
function deferred(): {promise: Promise<void>; resolve: () => void; reject: (error: Error) => void} {
  let resolve = (): void => {};
  let reject = (_: Error): void => {};
  const promise = new Promise<void>((settle, refuse) => {
    resolve = settle;
    reject = refuse;
  });
  return {promise, resolve, reject};
}

const plain = (): Promise<Engine> => disguised(() => ({}));

/** An engine whose second call of trainSteps waits. */
const waiting = (gate: Promise<void>): Promise<Engine> => {
  let calls = 0;
  return disguised(own => ({
    async trainSteps(order, options) {
      calls++;
      if (calls === 2) await gate;
      return own.trainSteps(order, options);
    },
  }));
};

describe('another engine', () => {
  it('gets the weights', async () => {
    const worker = await startWorker(await plain());
    worker.send({type: 'watch', split: 'test', index: 1});
    const before = await worker.until('scores');
    worker.send({type: 'change-engine', engine: 'wasm'});
    assert.equal((await worker.until('engine-changed')).engine, 'wasm');
    assert.deepEqual(await worker.until('scores'), before);
    worker.send({type: 'close'});
  });

  it('takes over in the midst of a run, which ends with the same figures as without it', async () => {
    const undisturbed = await startWorker(await plain());
    undisturbed.send(run);
    await undisturbed.until('end');
    undisturbed.send({type: 'close'});
    const gate = deferred();
    let opened: Engine | undefined;
    const open = async (): Promise<Engine> => {
      opened = await openWasm();
      return opened;
    };
    const worker = await startWorker(await waiting(gate.promise), {engines: {open}});
    worker.send(run);
    await worker.until('progress');
    worker.send({type: 'change-engine', engine: 'wasm'});
    gate.resolve();
    assert.equal((await worker.until('engine-changed')).engine, 'wasm');
    const end = await worker.until('end');
    assert.deepEqual([end.reason, end.epochs, countOf(worker, 'start')], ['epochs', 3, 1]);
    assert.deepEqual(epochLosses(worker), epochLosses(undisturbed));
    assert.equal((await opened?.getState())?.step, 12);
    worker.send({type: 'close'});
  });

  it('that cannot run does not disturb the run, and the reason is told', async () => {
    const trial = deferred();
    const worker = await startWorker(await plain(), {engines: {check: () => trial.promise}});
    worker.send({...run, epochs: 100_000});
    await worker.until('progress');
    worker.send({type: 'change-engine', engine: 'tensorflow'});
    await worker.until('epoch');
    trial.reject(new UserError('engine tensorflow: no library'));
    const warning = await worker.until('warning');
    assert.deepEqual([warning.what, warning.message], ['engine', 'engine tensorflow: no library']);
    assert.equal((await worker.until('engine-changed')).engine, 'webgpu');
    await worker.until('epoch');
    assert.equal(countOf(worker, 'end'), 0);
    worker.send({type: 'stop'});
    assert.equal((await worker.until('end')).reason, 'stopped');
    worker.send({type: 'close'});
  });

  it('is the one that was wished for last', async () => {
    const trials: Partial<Record<EngineName, ReturnType<typeof deferred>>> = {tensorflow: deferred(), wasm: deferred()};
    const check = async (name: EngineName): Promise<void> => trials[name]?.promise;
    const opened: EngineName[] = [];
    const open = (name: EngineName): Promise<Engine> => {
      opened.push(name);
      return openWasm();
    };
    const worker = await startWorker(await plain(), {engines: {check, open}});
    worker.send({type: 'change-engine', engine: 'tensorflow'});
    worker.send({type: 'change-engine', engine: 'wasm'});
    await worker.until('ready');
    trials.tensorflow?.resolve();
    trials.wasm?.resolve();
    assert.equal((await worker.until('engine-changed')).engine, 'wasm');
    assert.deepEqual(opened, ['wasm']);
    worker.send({type: 'close'});
  });

  it('is not wished for any more when the present one is asked for', async () => {
    const trial = deferred();
    const worker = await startWorker(await plain(), {engines: {check: () => trial.promise}});
    worker.send({type: 'change-engine', engine: 'tensorflow'});
    worker.send({type: 'change-engine', engine: 'webgpu'});
    assert.equal((await worker.until('engine-changed')).engine, 'webgpu');
    trial.reject(new Error('no'));
    worker.send({type: 'watch', split: 'test', index: 0});
    await worker.until('scores');
    assert.equal(countOf(worker, 'warning'), 0);
    worker.send({type: 'close'});
  });

  it('that cannot run is not tried again, and its reason is told again', async () => {
    const tried: EngineName[] = [];
    const check = async (name: EngineName): Promise<void> => {
      tried.push(name);
      if (name === 'tensorflow') throw new UserError('engine tensorflow: no library');
    };
    const open = (): Promise<Engine> => Promise.reject(new Error('no memory'));
    const worker = await startWorker(await plain(), {engines: {check, open}});
    const messages: string[] = [];
    for (const engine of ['tensorflow', 'wasm', 'tensorflow', 'wasm'] as const) {
      worker.send({type: 'change-engine', engine});
      messages.push((await worker.until('warning')).message);
    }
    const reasons = ['engine tensorflow: no library', 'engine wasm: no memory'];
    assert.deepEqual(messages, [...reasons, ...reasons]);
    assert.deepEqual(tried, ['tensorflow', 'wasm']);
    worker.send(run);
    assert.equal((await worker.until('end')).reason, 'epochs');
    worker.send({type: 'close'});
  });
});
