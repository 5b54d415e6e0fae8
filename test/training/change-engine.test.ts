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

  it('takes over in the midst of a run, which goes on with the same figures as without it', async () => {
    const worker = await startWorker(await plain());
    worker.send({...run, epochs: 100_000});
    await worker.until('progress');
    worker.send({type: 'change-engine', engine: 'wasm'});
    assert.equal((await worker.until('engine-changed')).engine, 'wasm');
    await worker.until('epoch');
    worker.send({type: 'stop'});
    const {epochs} = await worker.until('end');
    assert.deepEqual([countOf(worker, 'start'), countOf(worker, 'end')], [1, 1]);
    worker.send({type: 'close'});
    const undisturbed = await startWorker(await plain());
    undisturbed.send({...run, epochs});
    await undisturbed.until('end');
    undisturbed.send({type: 'close'});
    assert.ok(epochs > 0);
    assert.deepEqual(epochLosses(worker), epochLosses(undisturbed));
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
