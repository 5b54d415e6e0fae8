import assert from 'node:assert/strict';
import path from 'node:path';
import {describe, it} from 'node:test';
import {MessageChannel} from 'node:worker_threads';
import type {Engine} from '../../source/engines/engine.js';
import {UserError} from '../../source/errors.js';
import {TrainingWorker} from '../../source/training/training-worker.js';
import {withFolder} from '../helpers/program.js';
import {countOf, dataset, disguised, openWasm, run, startWorker, type WorkerSession} from '../helpers/worker.js';

/** An engine of which one method throws at some of its calls, counted from 1. */
const faulty = (
  method: 'trainSteps' | 'scores' | 'predict' | 'setState',
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
      async predict(...given) {
        check();
        return own.predict(...given);
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
        worker.send({...run, epochs: 6});
        assert.deepEqual(await faultIn(worker), ['odd', false]);
        const end = await worker.until('end');
        assert.deepEqual([end.reason, end.model], ['stopped', file]);
        worker.send({...run, epochs: 6});
        assert.equal((await worker.until('start')).firstEpoch, end.epochs + 1);
        assert.equal((await worker.until('end')).reason, 'epochs');
        worker.send({type: 'close'});
      });
    });
  }

  it('is told of once when it comes as the run ends, which ends once', async () => {
    const error = new UserError('no room for this digit');
    const worker = await startWorker(await faulty('predict', () => true, error));
    worker.send(run);
    worker.send({type: 'watch', split: 'test', index: 0});
    worker.send({type: 'close'});
    assert.deepEqual(await faultIn(worker), ['no room for this digit', true]);
    await worker.until('end');
    assert.equal(countOf(worker, 'end'), 1);
    assert.equal(countOf(worker, 'failed'), 0);
  });

  it('leaves everything as it was when nothing is trained', async () => {
    const worker = await startWorker(await faulty('predict', call => call === 1, new Error('odd')));
    worker.send({type: 'watch', split: 'test', index: 0});
    assert.deepEqual(await faultIn(worker), ['odd', false]);
    worker.send({type: 'watch', split: 'test', index: 1});
    assert.equal((await worker.until('scores')).index, 1);
    worker.send({type: 'close'});
  });

  it('leaves the run whole when it comes from a reset', async () => {
    const worker = await startWorker(await faulty('setState', call => call === 2, new Error('odd')));
    worker.send(run);
    await worker.until('end');
    worker.send({type: 'reset', seed: 9});
    assert.deepEqual(await faultIn(worker), ['odd', false]);
    worker.send(run);
    assert.equal((await worker.until('start')).firstEpoch, 4);
    await worker.until('end');
    assert.equal(countOf(worker, 'reset-done'), 0);
    worker.send({type: 'close'});
  });
});

it('a run with too few images begins and ends, with the reason in between', async () => {
  const worker = await startWorker(await disguised(() => ({})));
  worker.send({...run, batchSize: 33});
  await worker.until('start');
  const [message, expected] = await faultIn(worker);
  assert.match(String(message), /^a batch of 33 needs as many train images; .* has 32; give --batch-size 32 or less$/);
  assert.equal(expected, true);
  const end = await worker.until('end');
  assert.deepEqual([end.reason, end.epochs, end.model], ['stopped', 0, undefined]);
  worker.send(run);
  assert.equal((await worker.until('end')).reason, 'epochs');
  worker.send({type: 'close'});
});

it('a lost device without another engine is what the worker cannot go on from', async () => {
  const lost = async (): Promise<never> => {
    throw new UserError('The GPU was lost');
  };
  let isLost = false;
  const engine = await disguised(own => ({
    getState: () => (isLost ? lost() : own.getState()),
    trainSteps: () => {
      isLost = true;
      return lost();
    },
  }));
  const {port1, port2} = new MessageChannel();
  const settings = {dataPath: '', engine: 'auto', threads: 1, hidden: 4, seed: 1, resume: false} as const;
  const engines = {check: openWasm, open: () => Promise.reject(new UserError('engine wasm: wrong results'))};
  await engine.load(dataset);
  const worker = new TrainingWorker(port1, dataset, engine, {...settings, model: undefined, save: undefined}, engines);
  const life = worker.live();
  port2.postMessage(run);
  await assert.rejects(life, /engine wasm: wrong results/);
  port1.close();
});
