import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {setTimeout as pass} from 'node:timers/promises';
import {loadDataset} from '../../../source/dataset/load.js';
import {createWasmEngine} from '../../../source/engines/wasm/wasm-engine.js';
import {seededRandom} from '../../../source/network/random.js';
import {decodeCheckpoint, decodeMoments} from '../../../source/training/formats/checkpoint.js';
import {programEnvironment} from '../../helpers/environment.js';
import {fixture, programPath, withFolder} from '../../helpers/program.js';
import {settings, startWorker} from '../../helpers/worker.js';

const small = fixture('data-files/compressed.npz');
const epochs = 60;
const base = ['train', '--engine', 'wasm', '--threads', '1', '--json', '--data', small];
const own = ['--no-early-stop', '--batch-size', '1', '--hidden', '16', '--train-images', '30', '--noise-labels', '10'];
const args = [...own, '--epochs', String(epochs)];
/** A clock that goes fifty times as fast: it saves each fiftieth of a second. */
const clock = 'data:text/javascript,const now=performance.now.bind(performance);performance.now=()=>now()*50';

/** Trains in a process of its own, which is killed so many milliseconds after it has told of so many epochs. */
async function train(model: string, kind: readonly string[], kill?: {epochs: number; after: number}): Promise<void> {
  const command = ['--import', clock, programPath, ...base, ...kind, '--model', model];
  const child = spawn(process.execPath, command, {env: programEnvironment()});
  const ended = new Promise<void>(resolve => child.on('close', () => resolve()));
  let told = '';
  const reached = new Promise<void>(resolve => {
    child.stdout.on('data', data => {
      told += String(data);
      if (told.split('"type":"epoch"').length > (kill?.epochs ?? 0)) resolve();
    });
  });
  await Promise.race([reached, ended]);
  if (kill !== undefined) await pass(kill.after).then(() => child.kill('SIGKILL'));
  await ended;
}

/** All that a file says of its run, but for how long it took. */
function read(file: string): Record<string, unknown> & {epoch: number; step: number} {
  const bytes = readFileSync(file);
  const {state, info} = decodeCheckpoint(bytes, file);
  assert.ok(info !== undefined);
  const history = info.history.map(record => ({...record, seconds: 0}));
  const moments = decodeMoments(bytes, info, file);
  return {state, info: {...info, history}, moments, epoch: info.epoch, step: state.step};
}

/** Goes on with a run until its end, in this process. */
async function resume(file: string): Promise<void> {
  const goesOn = {...settings, resume: true, model: file};
  const worker = await startWorker(await createWasmEngine(1), {file, own: goesOn, data: await loadDataset(small)});
  const {resumed} = await worker.until('opened');
  assert.ok(resumed !== undefined);
  const {seed: _, hidden: __, activation: ___, ...options} = resumed.settings;
  worker.wish(1, options);
  await worker.until('end');
  worker.send({type: 'close'});
}

describe('a run that is killed at any moment', {concurrency: 2}, () => {
  for (const [kind, seed] of [
    [[], 1],
    [['--augment', '--optimizer', 'momentum'], 2],
  ] as const) {
    it(`goes on and ends as the one that was not: ${kind.join(' ') || 'the usual'}`, async () => {
      await withFolder(async folder => {
        const whole = path.join(folder, 'whole.npz');
        await train(whole, [...args, ...kind]);
        const should = read(whole);
        assert.equal(should.epoch, epochs);
        const random = seededRandom(seed, 7);
        let [resumed, within] = [0, 0];
        for (let round = 0; round < 25; round++) {
          const file = path.join(folder, `${round}.npz`);
          await train(file, [...args, ...kind], {epochs: random.below(epochs / 2), after: 5 * random.uniform()});
          if (!existsSync(file)) continue;
          const {epoch, step} = read(file);
          if (epoch < epochs) {
            await resume(file);
            resumed++;
            if (step % 30 !== 0) within++;
          }
          assert.deepEqual(read(file), should);
        }
        assert.ok(resumed >= 10, `only ${resumed} were killed after the first save and before the last`);
        assert.ok(within >= 5, `only ${within} were saved within an epoch`);
      });
    });
  }

  it('goes on and ends so, too, when what goes on is killed again and again', async () => {
    await withFolder(async folder => {
      const [whole, file] = [path.join(folder, 'whole.npz'), path.join(folder, 'w.npz')];
      await train(whole, [...args, '--loss', 'cross-entropy']);
      const random = seededRandom(3, 7);
      await train(file, [...args, '--loss', 'cross-entropy'], {epochs: 5, after: 40});
      let kills = 0;
      while (kills < 12 && read(file).epoch < epochs) {
        await train(file, ['--resume'], {epochs: 1 + random.below(5), after: 15 * random.uniform()});
        kills++;
      }
      assert.ok(kills >= 4, `${kills} kills`);
      await resume(file);
      assert.deepEqual(read(file), read(whole));
    });
  });
});
