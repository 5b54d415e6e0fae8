import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {describe, it} from 'node:test';
import {endOf} from '../../source/training/run-end.js';
import {runInfo} from '../helpers/run-info.js';
import {openWasm, options, settings, startWorker, type WorkerSession} from '../helpers/worker.js';

const [record] = runInfo(2).history;
assert.ok(record !== undefined);
const after = (epoch: number, testLoss: number): Parameters<typeof endOf>[0] => ({
  epochs: epoch,
  history: [{...record, epoch, testLoss}],
});

describe('the end of a run', () => {
  it('is known from its last epoch: by their number, or by the early stop where that is on', () => {
    const asked = {...options, epochs: 20, earlyStop: true};
    assert.equal(endOf(after(6, 0.001), asked), undefined);
    assert.equal(endOf(after(7, 0.015), asked), undefined);
    assert.equal(endOf(after(7, 0.0149), asked), 'early-stop');
    assert.equal(endOf(after(7, 0.0149), {...asked, earlyStop: false}), undefined);
    assert.equal(endOf(after(7, 0.0149), {...asked, loss: 'cross-entropy'}), undefined);
    assert.equal(endOf(after(19, 0.02), asked), undefined);
    assert.equal(endOf(after(20, 0.02), asked), 'epochs');
    assert.equal(endOf(after(21, 0.02), asked), 'epochs');
    assert.equal(endOf({epochs: 20, history: []}, asked), 'epochs');
  });
});

describe('a run that goes on after its end', () => {
  /** A worker that goes on with a run of three epochs, which are done, and so many steps more. */
  const withMore = async (
    steps: number,
    use: (worker: WorkerSession, bytes: () => Promise<Buffer>) => Promise<void>,
  ): Promise<void> => {
    const folder = await mkdtemp(path.join(tmpdir(), 'mnist-tui-'));
    const file = path.join(folder, 'w.npz');
    const first = await startWorker(await openWasm(), {file});
    first.wish(1);
    await first.until('end');
    if (steps > 0) {
      first.wish(2, {paused: true, oneMore: true});
      for (let step = 0; step < steps; step++) first.send({type: 'step'});
      await first.until('progress', ({total}) => total === 12 + steps);
      first.wish(undefined);
      await first.until('end');
    }
    first.send({type: 'close'});
    const worker = await startWorker(await openWasm(), {file, own: {...settings, resume: true, model: file}});
    await use(worker, () => readFile(file)).finally(() => worker.send({type: 'close'}));
    await rm(folder, {recursive: true});
  };

  it('has nothing to train, says why it had ended, and its file stays as it is', async () => {
    await withMore(0, async (worker, bytes) => {
      const before = await bytes();
      worker.wish(1);
      const {firstEpoch, lastEpoch} = await worker.until('start');
      assert.deepEqual([firstEpoch, lastEpoch], [4, 3]);
      const {reason, epochs, step, model} = await worker.until('end');
      assert.deepEqual([reason, epochs, step], ['epochs', 3, 12]);
      assert.ok(model?.endsWith('w.npz'));
      assert.deepEqual(await bytes(), before);
    });
  });

  it('goes on where more epochs are asked for', async () => {
    await withMore(0, async worker => {
      worker.wish(1, {epochs: 4});
      const {reason, epochs} = await worker.until('end');
      assert.deepEqual([reason, epochs], ['epochs', 4]);
    });
  });

  it('goes on to the end of the epoch that it was stopped in, and no further', async () => {
    await withMore(2, async worker => {
      worker.wish(1);
      const {firstEpoch, lastEpoch} = await worker.until('start');
      assert.deepEqual([firstEpoch, lastEpoch], [4, 4]);
      const {reason, epochs, step} = await worker.until('end');
      assert.deepEqual([reason, epochs, step], ['epochs', 4, 16]);
    });
  });
});
