import assert from 'node:assert/strict';
import path from 'node:path';
import {describe, it} from 'node:test';
import type {Engine} from '../../source/engines/engine.js';
import {UserError} from '../../source/errors.js';
import {withFolder} from '../helpers/program.js';
import {computesOn, disguised, startWorker} from '../helpers/worker.js';

/** An engine that computes as wasm does until its device is lost, after so many calls of trainSteps. */
const losable = (calls: number): Promise<Engine> =>
  disguised(own => {
    let left = calls;
    const lostAfter =
      <Arguments extends unknown[], Value>(method: (...given: Arguments) => Promise<Value>, counts: number) =>
      async (...given: Arguments): Promise<Value> => {
        left -= counts;
        if (left < 0) throw new UserError('The GPU was lost: unplugged');
        return method.apply(own, given);
      };
    return {
      setState: lostAfter(own.setState, 0),
      getState: lostAfter(own.getState, 0),
      trainSteps: lostAfter(own.trainSteps, 1),
      scores: lostAfter(own.scores, 0),
      weights: lostAfter(own.weights, 0),
    };
  });

describe('a training whose device is lost', () => {
  it('tells so, keeps the last epoch, and goes on with wasm to the same weights as without the loss', async () => {
    await withFolder(async folder => {
      const saveTo = path.join(folder, 'model.npz');
      const losses: number[] = [];
      for (const calls of [Number.POSITIVE_INFINITY, 2]) {
        const worker = await startWorker(await losable(calls), {file: saveTo});
        worker.wish(1);
        if (calls === 2) {
          const warning = await worker.until('warning');
          assert.match(warning.message, /The GPU was lost: unplugged; wasm goes on/);
          await worker.until('status', computesOn('wasm'));
          const end = await worker.until('end');
          assert.ok(end.reason === 'stopped' && end.epochs < 3 && end.model === saveTo);
          worker.wish(2);
        }
        const end = await worker.until('end');
        assert.ok(end.reason === 'epochs' && end.epochs === 3);
        const last = worker.events.findLast(event => event.type === 'epoch');
        losses.push(last?.type === 'epoch' ? last.meanTestLoss : Number.NaN);
        worker.send({type: 'close'});
      }
      assert.equal(losses[0], losses[1]);
    });
  });

  it('sends the weights that it goes on with', async () => {
    const worker = await startWorker(await losable(1));
    const {weights} = await worker.until('network');
    worker.wish(1);
    await worker.until('end');
    const after = await worker.until('network');
    assert.deepEqual([after.step, after.weights], [0, weights]);
    worker.send({type: 'close'});
  });
});
