import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, it} from 'node:test';
import {withFolder} from '../helpers/program.js';
import {type Kind, open, read, rest, steps, stop, whole} from '../helpers/resumed.js';
import {options} from '../helpers/worker.js';

const kinds: Readonly<Record<string, Kind>> = {
  'the usual': {},
  augmented: {augment: true},
  'cross-entropy': {loss: 'cross-entropy', learningRate: 0.003},
  momentum: {optimizer: 'momentum', learningRate: 0.05},
  sgd: {optimizer: 'sgd', learningRate: 0.3},
  'tanh, of another seed and width': {activation: 'tanh', seed: 4294967295, hidden: 7},
  sigmoid: {activation: 'sigmoid'},
  'false labels': {noiseLabels: 50},
  'some of the images, which fill no whole batches': {trainImages: 27, batchSize: 5},
  'batches of one': {trainImages: 4, batchSize: 1},
  unshuffled: {shuffle: false},
  'all at once': {
    ...{augment: true, loss: 'cross-entropy', optimizer: 'momentum', learningRate: 0.01, noiseLabels: 25},
    ...{trainImages: 31, batchSize: 9, activation: 'tanh', seed: 99, hidden: 3},
  },
};

describe('a run that is stopped at any step ends as one that was not', () => {
  for (const [name, kind] of Object.entries(kinds)) {
    it(name, async () => {
      await withFolder(async folder => {
        const unbroken = path.join(folder, 'whole.npz');
        await whole(unbroken, kind);
        const should = await read(unbroken);
        const {step} = should.state as {step: number};
        assert.equal(step, 3 * Math.floor((kind.trainImages ?? 32) / (kind.batchSize ?? 8)));
        for (let at = 1; at < step; at++) {
          const file = path.join(folder, `${at}.npz`);
          await steps(file, kind, at, false);
          await rest(file);
          assert.deepEqual(await read(file), should, `stopped after ${at} steps`);
        }
      });
    });
  }

  it('also when it is stopped after each step', async () => {
    await withFolder(async folder => {
      const [unbroken, file] = ['whole.npz', 'parts.npz'].map(each => path.join(folder, each));
      assert.ok(unbroken !== undefined && file !== undefined);
      const kind = kinds['all at once'] ?? {};
      await whole(unbroken, kind);
      for (let step = 1; step <= 8; step++) await steps(file, kind, 1, step > 1);
      await rest(file);
      assert.deepEqual(await read(file), await read(unbroken));
    });
  });

  it('also when that is at the pace of the dashboard, and within a pause', async () => {
    await withFolder(async folder => {
      const [unbroken, file] = ['whole.npz', 'parts.npz'].map(each => path.join(folder, each));
      assert.ok(unbroken !== undefined && file !== undefined);
      await whole(unbroken, {});
      const worker = await open(file, {}, false);
      worker.wish(1, {pace: 'watch'});
      await worker.until('progress');
      worker.wish(1, {paused: true});
      await worker.until('status', ({phase}) => phase === 'paused');
      await stop(worker);
      const {info} = await read(file);
      assert.ok(info.epoch < 3);
      await rest(file);
      assert.deepEqual(await read(file), await read(unbroken));
    });
  });

  it('also when a race goes on in between, which changes nothing of it', async () => {
    await withFolder(async folder => {
      const [unbroken, file] = ['whole.npz', 'parts.npz'].map(each => path.join(folder, each));
      assert.ok(unbroken !== undefined && file !== undefined);
      await whole(unbroken, {});
      await steps(file, {}, 6, false);
      const before = await readFile(file);
      const worker = await open(file, {}, true);
      const lanes = [1, 2].map(seed => ({...options, hidden: 4, activation: 'relu', seed}) as const);
      worker.send({type: 'race', run: 2, lanes});
      worker.wish(1);
      await worker.until('end', ({run}) => run === 2);
      await worker.until('end', ({run}) => run === 3);
      assert.deepEqual(await readFile(file), before);
      worker.send({type: 'reset', run: 4, file, seed: 1, hidden: 4, activation: 'relu'});
      await worker.until('opened', ({run}) => run === 4);
      worker.wish(2);
      await worker.until('end', ({run}) => run === 4);
      worker.send({type: 'close'});
      assert.deepEqual(await read(file), await read(unbroken));
    });
  });
});
