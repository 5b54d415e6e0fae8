import assert from 'node:assert/strict';
import path from 'node:path';
import {describe, it} from 'node:test';
import type {RunOptions} from '../../source/training/protocol.js';
import {withFolder} from '../helpers/program.js';
import {open, read, steps} from '../helpers/resumed.js';
import {options} from '../helpers/worker.js';

describe('a run that goes on with other settings', () => {
  it('has been trained with its own before where it has gone back from steps that broke it', async () => {
    await withFolder(async folder => {
      const file = path.join(folder, 'w.npz');
      const worker = await open(file, {}, false);
      worker.wish(1, {epochs: 2});
      await worker.until('end');
      worker.wish(2, {epochs: 3, learningRate: 1e6});
      assert.equal((await worker.until('end')).reason, 'diverged');
      const changes = [{step: 8, name: 'learningRate', was: 0.001}];
      // The file is as it was: no step is left of those that it was broken by.
      const {info: before} = await read(file);
      const isKept = before.settings.learningRate === 0.001;
      assert.deepEqual(before.changes, isKept ? [] : changes);
      worker.wish(3, {epochs: 3, learningRate: 0.002});
      await worker.until('end');
      worker.send({type: 'close'});
      assert.deepEqual((await read(file)).info.changes, changes);
    });
  });

  const cases: readonly (readonly [string, Partial<RunOptions>, RegExp | undefined])[] = [
    [
      'a learning rate',
      {learningRate: 0.002},
      /^this run goes on with other settings: learning rate 0\.002 \(was 0\.001\)$/,
    ],
    [
      'batches',
      {batchSize: 4},
      /: batch size 4 \(was 8\); epoch 2 begins anew, since it has other batches than before$/,
    ],
    ['no shuffle', {shuffle: false}, /: shuffle off \(was on\); epoch 2 begins anew/],
    ['augment', {augment: true}, /: augment on \(was off\); epoch 2 begins anew/],
    ['more epochs', {epochs: 4}, undefined],
    ['the early stop', {earlyStop: true}, undefined],
  ];
  for (const [name, change, said] of cases) {
    it(`says so where its figures are others, and its file has it: ${name}`, async () => {
      await withFolder(async folder => {
        const file = path.join(folder, 'w.npz');
        await steps(file, {}, 6, false);
        const worker = await open(file, {}, true);
        worker.wish(1, change);
        await worker.until('end');
        const warnings = worker.events.flatMap(event => (event.type === 'warning' ? [event.message] : []));
        assert.equal(warnings.length, said === undefined ? 0 : 1, warnings.join());
        if (said !== undefined) assert.match(warnings[0] ?? '', said);
        worker.wish(2, {oneMore: true});
        await worker.until('end');
        worker.send({type: 'close'});
        assert.equal(worker.events.filter(({type}) => type === 'warning').length, warnings.length, 'once');
        const {info} = await read(file);
        const [[setting = '', is]] = Object.entries(change) as [[keyof RunOptions, unknown]];
        assert.equal(info.settings[setting as keyof RunOptions], is);
        const was = options[setting as keyof RunOptions];
        assert.deepEqual(info.changes, said === undefined ? [] : [{step: 6, name: setting, was}]);
      });
    });
  }
});
