import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {EngineName} from '../../source/engines/catalogue.js';
import type {Engine} from '../../source/engines/engine.js';
import {UserError} from '../../source/errors.js';
import type {Wait} from '../../source/training/protocol.js';
import {computesOn, countOf, disguised, epochLosses, openWasm, options, startWorker} from '../helpers/worker.js';

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

/** Whether a status says that an engine is being tried. */
const isTrying = (wait: Wait | undefined, engine: EngineName): boolean =>
  wait !== undefined && 'engine' in wait && wait.what === 'trying' && wait.engine === engine;

const plain = (): Promise<Engine> => disguised(() => ({}));

describe('another engine', () => {
  it('gets the weights', async () => {
    const worker = await startWorker(await plain());
    worker.wish(1);
    await worker.until('end');
    const {step, weights} = await worker.until('network');
    worker.wish(1, {engine: 'wasm'});
    await worker.until('status', computesOn('wasm'));
    worker.send({type: 'close'});
    assert.equal(step, 12);
    const undisturbed = await startWorker(await plain());
    undisturbed.wish(1);
    await undisturbed.until('end');
    assert.deepEqual((await undisturbed.until('network')).weights, weights);
    undisturbed.send({type: 'close'});
  });

  it('takes over in the midst of a stretch, which goes on with the same figures as without it', async () => {
    const worker = await startWorker(await plain());
    worker.wish(1, {epochs: 100_000});
    await worker.until('progress');
    worker.wish(1, {engine: 'wasm'});
    await worker.until('status', computesOn('wasm'));
    await worker.until('epoch');
    worker.wish(undefined);
    const {epochs} = await worker.until('end');
    assert.deepEqual([countOf(worker, 'start'), countOf(worker, 'end')], [1, 1]);
    worker.send({type: 'close'});
    const undisturbed = await startWorker(await plain());
    undisturbed.wish(1, {epochs});
    await undisturbed.until('end');
    undisturbed.send({type: 'close'});
    assert.ok(epochs > 0);
    assert.deepEqual(epochLosses(worker), epochLosses(undisturbed));
  });

  it('that cannot run does not disturb the run, and the reason is told', async () => {
    const trial = deferred();
    const worker = await startWorker(await plain(), {engines: {check: () => trial.promise}});
    worker.wish(1, {epochs: 100_000});
    await worker.until('progress');
    worker.wish(1, {engine: 'tensorflow'});
    assert.deepEqual((await worker.until('status')).waitsFor, {what: 'trying', engine: 'tensorflow'});
    await worker.until('epoch');
    trial.reject(new UserError('engine tensorflow: no library'));
    const warning = await worker.until('warning');
    assert.deepEqual([warning.what, warning.message], ['engine', 'engine tensorflow: no library']);
    const {engine, waitsFor} = await worker.until('status');
    assert.deepEqual([engine?.name, waitsFor], ['webgpu', undefined]);
    await worker.until('epoch');
    assert.equal(countOf(worker, 'end'), 0);
    worker.wish(undefined);
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
    worker.wish(undefined, {engine: 'tensorflow'});
    worker.wish(undefined, {engine: 'wasm'});
    await worker.until('status', ({waitsFor}) => isTrying(waitsFor, 'wasm'));
    trials.tensorflow?.resolve();
    trials.wasm?.resolve();
    await worker.until('status', computesOn('wasm'));
    assert.deepEqual(opened, ['wasm']);
    worker.send({type: 'close'});
  });

  for (const [what, engine] of [
    ['the present one', 'webgpu'],
    ['none', undefined],
  ] as const) {
    it(`is not wished for any more when ${what} is`, async () => {
      const trial = deferred();
      const worker = await startWorker(await plain(), {engines: {check: () => trial.promise}});
      const wish = {stretch: undefined, options, oneMore: false, paused: false, pace: 'full'} as const;
      worker.send({type: 'wish', wish: {...wish, engine: 'tensorflow'}});
      await worker.until('status', ({waitsFor}) => isTrying(waitsFor, 'tensorflow'));
      worker.send({type: 'wish', wish: {...wish, engine}});
      await worker.until('status', ({waitsFor}) => waitsFor === undefined);
      trial.reject(new Error('no'));
      worker.wish(1, {engine});
      await worker.until('end');
      assert.equal(countOf(worker, 'warning'), 0);
      worker.send({type: 'close'});
    });
  }

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
      worker.wish(undefined, {engine});
      messages.push((await worker.until('warning')).message);
    }
    const reasons = ['engine tensorflow: no library', 'engine wasm: no memory'];
    assert.deepEqual(messages, [...reasons, ...reasons]);
    assert.deepEqual(tried, ['tensorflow', 'wasm']);
    worker.wish(1);
    assert.equal((await worker.until('end')).reason, 'epochs');
    worker.send({type: 'close'});
  });
});
