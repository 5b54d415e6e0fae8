import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {changesOf} from '../../source/dataset/augment/change.js';
import {Changer} from '../../source/dataset/augment/changer.js';
import {type Controls, train} from '../../source/training/loop.js';
import type {RunOptions} from '../../source/training/protocol.js';
import {TrainImages} from '../../source/training/train-images.js';
import {noiseDataset} from '../helpers/mnist.js';
import {ScriptedEngine} from '../helpers/scripted-engine.js';
import {drain, options} from '../helpers/scripted-run.js';
import {computesOn, disguised, epochLosses, startWorker} from '../helpers/worker.js';

const dataset = noiseDataset(64, 20, 5);
const changer = await Changer.create();

/** What the train images are in an epoch of seed 3. */
function imagesOf(epoch: number): Uint8Array {
  const changed = new Uint8Array(dataset.train.images.length);
  changer.change(dataset.train.images, [0, dataset.train.count], changesOf(3, epoch), changed);
  return changed;
}

/** Trains on with some engines, one call each in turn. */
async function trained(
  engines: readonly ScriptedEngine[],
  told: Partial<RunOptions>,
  images = new TrainImages(dataset.train),
  place = {finishedEpochs: 0, stepInEpoch: 0},
): Promise<void> {
  let call = 0;
  const controls = (): Controls => ({engine: engines[call++ % engines.length], learningRate: 1, most: () => 2});
  await drain(train({dataset, images, seed: 3, lossSum: 0, ...place}, {...options, ...told}, controls));
}

const isSame = (found: Uint8Array | undefined, wanted: Uint8Array): boolean =>
  found !== undefined && Buffer.compare(found, wanted) === 0;

/** An engine that copies the images that it is given, as engines do. */
class CopyingEngine extends ScriptedEngine {
  override async setTrainImages(images: Uint8Array): Promise<void> {
    await super.setTrainImages(Uint8Array.from(images));
  }
}
const newEngine = (): ScriptedEngine => new CopyingEngine(dataset);

describe('an augmented run', () => {
  it('gives the engine the images of each epoch, once', async () => {
    const engine = newEngine();
    await trained([engine], {epochs: 3, augment: true});
    assert.equal(engine.trainImages.length, 3);
    for (const [at, images] of engine.trainImages.entries()) assert.ok(isSame(images, imagesOf(at + 1)), `${at}`);
  });

  it('gives each engine that computes the images of the epoch', async () => {
    const engines = [newEngine(), newEngine()];
    await trained(engines, {epochs: 2, augment: true});
    for (const {trainImages} of engines) {
      assert.equal(trainImages.length, 2);
      for (const [at, images] of trainImages.entries()) assert.ok(isSame(images, imagesOf(at + 1)));
    }
  });

  it('goes on within an epoch with the images of that epoch', async () => {
    const engine = newEngine();
    const place = {finishedEpochs: 4, stepInEpoch: 3};
    await trained([engine], {epochs: 5, augment: true}, new TrainImages(dataset.train), place);
    assert.equal(engine.trainImages.length, 1);
    assert.ok(isSame(engine.trainImages[0], imagesOf(5)));
    assert.equal(engine.seen.length, 64 - 3 * 8);
  });

  it('leaves nothing behind: a plain run after it has the own images, and one before it is given none', async () => {
    const [engine, images] = [newEngine(), new TrainImages(dataset.train)];
    await trained([engine], {epochs: 1}, images);
    assert.equal(engine.trainImages.length, 0);
    await trained([engine], {epochs: 1, augment: true}, images);
    await trained([engine], {epochs: 2}, images);
    assert.equal(engine.trainImages.length, 2);
    assert.ok(isSame(engine.trainImages[1], dataset.train.images));
  });

  it('gives the images again to an engine that could not take them', async () => {
    const [engine, images] = [newEngine(), new TrainImages(dataset.train)];
    let fails = true;
    const take = engine.setTrainImages.bind(engine);
    engine.setTrainImages = async given => {
      if (fails) throw new Error('no room');
      return take(given);
    };
    await assert.rejects(trained([engine], {epochs: 1, augment: true}, images), /no room/);
    fails = false;
    await trained([engine], {epochs: 1}, images);
    assert.equal(engine.trainImages.length, 1);
    assert.ok(isSame(engine.trainImages[0], dataset.train.images));
  });
});

describe('an augmented stretch', () => {
  const whole = async (): Promise<number[]> => {
    const worker = await startWorker(await disguised(() => ({})));
    worker.wish(1, {augment: true});
    await worker.until('end');
    worker.send({type: 'close'});
    return epochLosses(worker);
  };

  it('has other figures than a plain one', async () => {
    const worker = await startWorker(await disguised(() => ({})));
    worker.wish(1);
    await worker.until('end');
    worker.send({type: 'close'});
    assert.notDeepEqual(epochLosses(worker), await whole());
  });

  it('that is stopped within an epoch goes on with the figures of one', async () => {
    const worker = await startWorker(await disguised(() => ({})));
    worker.wish(1, {augment: true, paused: true});
    worker.send({type: 'step'});
    assert.equal((await worker.until('progress')).step, 1);
    worker.wish(undefined);
    assert.equal((await worker.until('end')).reason, 'stopped');
    worker.wish(2, {paused: false});
    assert.equal((await worker.until('progress')).step, 2);
    assert.equal((await worker.until('end')).reason, 'epochs');
    worker.send({type: 'close'});
    assert.deepEqual(epochLosses(worker), await whole());
  });

  it('goes on with the same figures on another engine that takes over within an epoch', async () => {
    const worker = await startWorker(await disguised(() => ({})));
    worker.wish(1, {augment: true, paused: true});
    worker.send({type: 'step'});
    assert.equal((await worker.until('progress')).step, 1);
    worker.wish(1, {engine: 'wasm'});
    await worker.until('status', computesOn('wasm'));
    worker.wish(1, {paused: false});
    await worker.until('end');
    worker.send({type: 'close'});
    assert.deepEqual(epochLosses(worker), await whole());
  });
});
