import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Engine} from '../../source/engines/engine.js';
import {type Script, ScriptedEngine} from '../helpers/scripted-engine.js';
import {countOf, dataset, disguised, epochLosses, startWorker, type WorkerSession} from '../helpers/worker.js';

/** Trains with a scripted engine until the end; each of the 32 train images' epochs has four steps. */
async function trained(script: Script): Promise<{engine: ScriptedEngine; worker: WorkerSession; ended: unknown[]}> {
  const engine = new ScriptedEngine(dataset, script);
  const worker = await startWorker(engine);
  worker.wish(1);
  const {reason, epochs} = await worker.until('end');
  const {step, weights} = await engine.getState();
  worker.send({type: 'close'});
  return {engine, worker, ended: [reason, epochs, step, weights.outputBias[0]]};
}

const setSteps = ({statesSet}: ScriptedEngine): number[] => statesSet.map(({step}) => step);

describe('a stretch that diverges', () => {
  it('leaves the weights from before the epoch', async () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const {engine, ended} = await trained({batchLoss: step => (step === 2 * 4 + 3 ? bad : 0.5)});
      assert.deepEqual(ended, ['diverged', 2, 8, 8]);
      assert.deepEqual(setSteps(engine), [0, 8]);
    }
  });

  it('leaves them likewise when only the evaluation shows it', async () => {
    const {engine, ended} = await trained({testLoss: evaluation => (evaluation === 2 ? Number.NaN : 0.5)});
    assert.deepEqual(ended, ['diverged', 1, 4, 4]);
    assert.deepEqual(setSteps(engine), [0, 4]);
  });

  it('leaves the initial weights when it is in the first epoch', async () => {
    const {engine, ended} = await trained({batchLoss: () => Number.NaN});
    assert.deepEqual(ended, ['diverged', 0, 0, 0]);
    assert.deepEqual(setSteps(engine), [0, 0]);
  });
});

it('a stretch says at its end whether the last finished epoch was better than guessing', async () => {
  for (const [loss, learned] of [
    [0.08, true],
    [0.0895, false],
  ] as const) {
    const {worker} = await trained({testLoss: () => loss});
    const end = worker.events.find(event => event.type === 'end');
    assert.equal(end?.type === 'end' && end.learned, learned);
  }
});

describe('a stretch that is stopped', () => {
  /** Stops within a call of an engine's method, once. */
  const stoppedIn = (method: 'trainSteps' | 'scores', stop: () => void): Promise<Engine> =>
    disguised(own => {
      let calls = 0;
      const check = (): void => {
        calls++;
        if (calls === 1) stop();
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
      };
      return {[method]: all[method]};
    });

  it('ends after the call under way, and the next goes on at the next batch, with the figures of one', async () => {
    const whole = await startWorker(await disguised(() => ({})));
    whole.wish(1);
    await whole.until('end');
    whole.send({type: 'close'});
    const worker: WorkerSession = await startWorker(await stoppedIn('trainSteps', () => worker.wish(undefined)));
    worker.wish(1);
    const {reason, epochs} = await worker.until('end');
    assert.deepEqual([reason, epochs, (await worker.until('network')).step], ['stopped', 0, 1]);
    worker.wish(2);
    assert.equal((await worker.until('progress')).step, 2);
    assert.equal((await worker.until('end')).reason, 'epochs');
    worker.send({type: 'close'});
    assert.deepEqual(epochLosses(worker), epochLosses(whole));
  });

  it('begins its epoch anew where the next is made of other batches, of the same in another order, or of changed images', async () => {
    for (const change of [{batchSize: 16}, {shuffle: false}, {augment: true}]) {
      const worker: WorkerSession = await startWorker(await stoppedIn('trainSteps', () => worker.wish(undefined)));
      worker.wish(1);
      await worker.until('end');
      worker.wish(2, change);
      assert.match((await worker.until('warning')).message, /^epoch 1 begins anew, since it has other batches/);
      assert.equal((await worker.until('progress')).step, 1);
      worker.wish(undefined);
      await worker.until('end');
      worker.send({type: 'close'});
    }
  });

  it('ends after the figures of an epoch whose last step was taken', async () => {
    const worker: WorkerSession = await startWorker(await stoppedIn('scores', () => worker.wish(undefined)));
    worker.wish(1);
    const {reason, epochs} = await worker.until('end');
    assert.deepEqual([reason, epochs], ['stopped', 1]);
    const steps = worker.events.flatMap(event => (event.type === 'moment' ? [event.step] : []));
    assert.deepEqual([steps, countOf(worker, 'epoch')], [[0, 4], 1]);
    worker.send({type: 'close'});
  });

  it('has said before its end that nothing goes on, and before its start that it does', async () => {
    const {worker} = await trained({});
    const told = worker.events.flatMap(event =>
      event.type === 'status'
        ? [`${event.phase} ${event.stretch}`]
        : event.type === 'start' || event.type === 'end' || event.type === 'opened'
          ? [event.type]
          : [],
    );
    assert.deepEqual(told.slice(-5), ['opened', 'training 1', 'start', 'idle 1', 'end']);
  });
});
