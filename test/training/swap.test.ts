import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {describe, it} from 'node:test';
import {decodeCheckpoint} from '../../source/training/formats/checkpoint.js';
import {formerSettings} from '../../source/training/formats/run-info.js';
import type {Wish} from '../../source/training/protocol.js';
import {
  computesOn,
  countOf,
  disguised,
  epochLosses,
  openWasm,
  options,
  startWorker,
  type WorkerSession,
} from '../helpers/worker.js';

const fresh = {seed: 5, hidden: 7, activation: formerSettings.activation};
const wish: Wish = {stretch: undefined, options, oneMore: false, engine: undefined, paused: false, pace: 'full'};

/** Opens the lesson, its run being the second. */
const open = (worker: WorkerSession, own: Partial<Wish> = {}): void =>
  worker.send({type: 'swap', run: 2, ...fresh, isLesson: true, wish: {...wish, ...own}});
/** Leaves it; the run that was open has been in its first stretch. */
const leave = (worker: WorkerSession, own: Partial<Wish> = {}): void =>
  worker.send({type: 'swap', run: 1, ...fresh, isLesson: false, wish: {...wish, stretch: 1, paused: true, ...own}});

/** Begins the first stretch and takes so many steps of it. */
async function steps(worker: WorkerSession, count: number): Promise<void> {
  worker.wish(1, {paused: true});
  for (let step = 0; step < count; step++) worker.send({type: 'step'});
  await worker.until('progress', ({total}) => total === count);
}

/** The weights that were sent last, once the worker has nothing to do. */
async function lastWeights(worker: WorkerSession, run: number, step: number): Promise<Float32Array> {
  const isLast = (event: {readonly run: number; readonly step: number}): boolean =>
    event.run === run && event.step === step;
  const known = worker.events.findLast(event => event.type === 'network' && isLast(event));
  const {weights} = known?.type === 'network' ? known : await worker.until('network', isLast);
  return weights.hiddenWeight;
}

describe('a run that was put aside for the lesson', () => {
  it('goes on in the midst of its epoch, equal to the last digit to one that never was', async () => {
    const [alone, parked] = [await startWorker(await openWasm()), await startWorker(await openWasm())];
    for (const worker of [alone, parked]) await steps(worker, 6);
    open(parked);
    await parked.until('opened', ({run}) => run === 2);
    // Other labels, fewer images, another rate and size: nothing of it stays.
    const other = {...options, noiseLabels: 50, trainImages: 24, learningRate: 0.1};
    parked.send({type: 'wish', wish: {...wish, stretch: 2, options: other}});
    await parked.until('end', ({run}) => run === 2);
    leave(parked);
    const status = await parked.until('status', event => event.run === 1 && event.phase === 'paused');
    assert.equal(status.settings.noiseLabels, 0);
    for (const worker of [alone, parked]) {
      worker.wish(1, {paused: false});
      await worker.until('end', ({run}) => run === 1);
    }
    const own = parked.events.filter(event => !('run' in event) || event.run === 1);
    assert.deepEqual(epochLosses({...parked, events: own}), epochLosses(alone));
    assert.deepEqual(await lastWeights(parked, 1, 12), await lastWeights(alone, 1, 12));
    for (const worker of [alone, parked]) worker.send({type: 'close'});
  });

  it('takes no step meanwhile, though it was not paused', async () => {
    const worker = await startWorker(await openWasm());
    worker.wish(1, {epochs: 1_000_000});
    await worker.until('epoch');
    open(worker);
    await worker.until('opened', ({run}) => run === 2);
    const before = worker.events.length;
    worker.send({type: 'wish', wish: {...wish, stretch: 2}});
    await worker.until('end', ({run}) => run === 2);
    assert.deepEqual(
      worker.events.slice(before).filter(event => event.type === 'progress' && event.run === 1),
      [],
    );
    worker.send({type: 'close'});
  });

  it("and the lesson's take turns as often as one likes, each where it was", async () => {
    const worker = await startWorker(await openWasm());
    await steps(worker, 2);
    open(worker);
    await worker.until('opened', ({run}) => run === 2);
    worker.send({type: 'wish', wish: {...wish, stretch: 2, paused: true}});
    worker.send({type: 'step'});
    const first = await lastWeights(worker, 2, 1);
    leave(worker);
    await worker.until('status', ({run}) => run === 1);
    open(worker, {stretch: 2, paused: true});
    await worker.until('status', ({run, phase}) => run === 2 && phase === 'paused');
    const {step, weights} = await worker.until('network', ({run}) => run === 2);
    assert.deepEqual([step, weights.hiddenWeight], [1, first]);
    assert.equal(countOf(worker, 'opened'), 2);
    worker.send({type: 'close'});
  });

  it('and the others of its race go on, equal to the last digit', async () => {
    const lanes = [options, {...options, learningRate: 0.01}].map(lane => ({...lane, ...fresh}));
    const begin = async (): Promise<WorkerSession> => {
      const worker = await startWorker(await openWasm());
      worker.send({type: 'race', run: 3, lanes});
      worker.wish(1, {open: 4, paused: true});
      for (let step = 0; step < 2; step++) worker.send({type: 'step'});
      await worker.until('progress', ({run, total}) => run === 4 && total === 2);
      return worker;
    };
    const [alone, parked] = [await begin(), await begin()];
    open(parked);
    parked.send({type: 'wish', wish: {...wish, stretch: 2, options: {...options, noiseLabels: 50}}});
    await parked.until('end', ({run}) => run === 2);
    leave(parked, {open: 4});
    for (const worker of [alone, parked]) {
      worker.wish(1, {open: 4, paused: false});
      for (const _ of lanes) await worker.until('end', ({run}) => run > 2);
      worker.send({type: 'close'});
    }
    const own = parked.events.filter(event => !('run' in event) || event.run !== 2);
    assert.deepEqual(epochLosses({...parked, events: own}), epochLosses(alone));
  });

  it('gives way to one of which the first moments are told, also at full pace and before a frame has shown it', async () => {
    const worker = await startWorker(await openWasm());
    open(worker);
    await worker.until('opened', ({run}) => run === 2);
    worker.send({type: 'wish', wish: {...wish, stretch: 2}});
    await worker.until('end', ({run}) => run === 2);
    const steps = worker.events.flatMap(event => (event.type === 'moment' && event.run === 2 ? [event.step] : []));
    assert.deepEqual(steps, [0, 1, 2, 4, 5, 8, 10, 12]);
    worker.send({type: 'close'});
  });

  it('is saved at the end, and nothing of the lesson is', async t => {
    const folder = await mkdtemp(path.join(tmpdir(), 'mnist-tui-'));
    t.after(() => rm(folder, {recursive: true}));
    const file = path.join(folder, 'a.npz');
    const worker = await startWorker(await openWasm(), {file});
    await steps(worker, 3);
    open(worker);
    worker.send({type: 'wish', wish: {...wish, stretch: 2}});
    assert.equal((await worker.until('end')).model, undefined);
    worker.send({type: 'reset', run: 3, ...fresh});
    worker.send({type: 'wish', wish: {...wish, stretch: 3}});
    assert.deepEqual(await worker.until('end').then(({run, model}) => [run, model]), [3, undefined]);
    worker.send({type: 'close'});
    assert.deepEqual(await worker.until('end').then(({run, step, model}) => [run, step, model]), [1, 3, file]);
    const {state, info} = decodeCheckpoint(await readFile(file), file);
    assert.deepEqual([state.step, info?.stepInEpoch, info?.settings.seed], [3, 3, 1]);
  });

  it('has its engine again, which gives way to wasm meanwhile', async () => {
    const engines = {
      check: async () => {},
      open: (name: string) => (name === 'wasm' ? openWasm() : disguised(() => ({}))),
    };
    const worker = await startWorker(await disguised(() => ({})), {engines});
    await steps(worker, 2);
    open(worker, {engine: 'wasm'});
    await worker.until('opened', ({run}) => run === 2);
    assert.ok(worker.events.findLast(event => event.type === 'status')?.engine?.name === 'wasm');
    leave(worker);
    await worker.until('status', computesOn('webgpu'));
    worker.wish(1, {paused: false});
    await worker.until('end', ({run}) => run === 1);
    worker.send({type: 'close'});
  });
});
