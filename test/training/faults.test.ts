import assert from 'node:assert/strict';
import path from 'node:path';
import {describe, it} from 'node:test';
import {MessageChannel} from 'node:worker_threads';
import type {Engine} from '../../source/engines/engine.js';
import {UserError} from '../../source/errors.js';
import {beginning} from '../../source/training/begin.js';
import type {Wish} from '../../source/training/protocol.js';
import {TrainingWorker} from '../../source/training/training-worker.js';
import {withFolder} from '../helpers/program.js';
import {
  computesOn,
  countOf,
  dataset,
  disguised,
  options,
  settings,
  startWorker,
  surroundings,
  type WorkerSession,
} from '../helpers/worker.js';

/** An engine of which one method throws at some of its calls, counted from 1. */
const faulty = (
  method: 'trainSteps' | 'scores' | 'weights' | 'getState' | 'setState',
  at: (call: number) => boolean,
  error: Error,
) =>
  disguised(own => {
    let calls = 0;
    const check = (): void => {
      calls++;
      if (at(calls)) throw error;
    };
    const all: Pick<Engine, typeof method> = {
      async trainSteps(...given) {
        check();
        return own.trainSteps(...given);
      },
      async scores(...given) {
        check();
        return own.scores(...given);
      },
      async weights(...given) {
        check();
        return own.weights(...given);
      },
      async getState(...given) {
        check();
        return own.getState(...given);
      },
      async setState(...given) {
        check();
        return own.setState(...given);
      },
    };
    return {[method]: all[method]};
  });

/** The warning of a fault: message and whether it was expected. */
async function faultIn(worker: WorkerSession): Promise<unknown[]> {
  const warning = await worker.until('warning');
  return warning.what === 'fault' ? [warning.message, warning.expected] : [];
}

describe('an error of the engine that still has its weights', () => {
  for (const method of ['trainSteps', 'scores'] as const) {
    it(`ends the run, which is saved, and the next run goes on: ${method}`, async () => {
      await withFolder(async folder => {
        const file = path.join(folder, 'w.npz');
        const worker = await startWorker(await faulty(method, call => call === 3, new Error('odd')), {file});
        worker.wish(1, {epochs: 6});
        assert.deepEqual(await faultIn(worker), ['odd', false]);
        const end = await worker.until('end');
        assert.deepEqual([end.reason, end.model], ['stopped', file]);
        worker.wish(2);
        assert.equal((await worker.until('start')).firstEpoch, end.epochs + 1);
        assert.equal((await worker.until('end')).reason, 'epochs');
        worker.send({type: 'close'});
      });
    });
  }

  it('is told of once when it comes as weights are sent, and ends the stretch', async () => {
    const error = new UserError('no room for the weights');
    const worker = await startWorker(await faulty('weights', call => call > 0, error));
    worker.wish(1, {epochs: 100_000});
    worker.send({type: 'look'});
    assert.deepEqual(await faultIn(worker), ['no room for the weights', true]);
    assert.equal((await worker.until('end')).reason, 'stopped');
    worker.send({type: 'reset', run: 2, hidden: 3, activation: 'relu', seed: 1});
    await worker.until('opened');
    assert.deepEqual([countOf(worker, 'warning'), countOf(worker, 'end')], [1, 1]);
    worker.send({type: 'close'});
  });

  it('leaves everything as it was when nothing is trained', async () => {
    const worker = await startWorker(await faulty('getState', call => call === 1, new Error('odd')));
    assert.deepEqual(await faultIn(worker), ['odd', false]);
    worker.wish(1);
    assert.equal((await worker.until('end')).reason, 'epochs');
    assert.equal((await worker.until('network')).step, 12);
    worker.send({type: 'close'});
  });

  it('puts another engine in its place when it cannot take the weights of another run, which begins', async () => {
    const worker = await startWorker(await faulty('setState', call => call === 2, new Error('odd')));
    worker.wish(1);
    await worker.until('end');
    worker.send({type: 'reset', run: 2, hidden: 3, activation: 'relu', seed: 9});
    const warning = await worker.until('warning');
    assert.deepEqual([warning.what, warning.message], ['engine', 'odd; wasm goes on from the initial weights']);
    await worker.until('status', computesOn('wasm'));
    assert.deepEqual(await worker.until('opened'), {type: 'opened', run: 2, trained: false});
    worker.wish(2);
    assert.equal((await worker.until('start')).firstEpoch, 1);
    worker.send({type: 'close'});
  });
});

it('a run with too few images begins and ends, with the reason in between', async () => {
  const worker = await startWorker(await disguised(() => ({})));
  worker.wish(1, {batchSize: 33});
  await worker.until('start');
  const [message, expected] = await faultIn(worker);
  assert.match(String(message), /^a batch of 33 needs as many train images; .* has 32; give --batch-size 32 or less$/);
  assert.equal(expected, true);
  const end = await worker.until('end');
  assert.deepEqual([end.reason, end.epochs, end.model], ['stopped', 0, undefined]);
  worker.wish(2, {batchSize: 8});
  assert.equal((await worker.until('end')).reason, 'epochs');
  worker.send({type: 'close'});
});

it('a lost device without another engine is what the worker cannot go on from', async () => {
  const lost = (): Promise<never> => Promise.reject(new UserError('The GPU was lost'));
  let isLost = false;
  const engine = await disguised(own => ({
    getState: () => (isLost ? lost() : own.getState()),
    trainSteps: () => {
      isLost = true;
      return lost();
    },
  }));
  const {port1, port2} = new MessageChannel();
  await engine.load(dataset);
  const around = surroundings(port1);
  const engines = {...around.engines, open: () => Promise.reject(new UserError('engine wasm: wrong results'))};
  const worker = new TrainingWorker({...around, engines}, engine, await beginning(settings, dataset));
  const life = worker.live();
  const wish: Wish = {stretch: 1, options, oneMore: false, engine: undefined, paused: false, pace: 'full'};
  port2.postMessage({type: 'wish', wish});
  await assert.rejects(life, /engine wasm: wrong results/);
  port1.close();
});
