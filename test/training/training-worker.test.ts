import assert from 'node:assert/strict';
import path from 'node:path';
import {describe, it} from 'node:test';
import {MessageChannel} from 'node:worker_threads';
import type {EngineName} from '../../source/engines/catalogue.js';
import type {Engine} from '../../source/engines/engine.js';
import {createWasmEngine} from '../../source/engines/wasm/wasm-engine.js';
import {UserError} from '../../source/errors.js';
import {commandLine} from '../../source/invocation.js';
import type {Command, TrainingEvent} from '../../source/training/protocol.js';
import {TrainingWorker} from '../../source/training/training-worker.js';
import {noiseDataset} from '../helpers/mnist.js';
import {withFolder} from '../helpers/program.js';

const dataset = noiseDataset(32, 8, 3);

/** An engine that computes as wasm does until its device is lost, after so many calls of trainSteps. */
async function losable(calls: number): Promise<Engine> {
  const engine = await createWasmEngine(1);
  let left = calls;
  const lostAfter =
    <Arguments extends unknown[], Value>(method: (...given: Arguments) => Promise<Value>, counts: number) =>
    async (...given: Arguments): Promise<Value> => {
      left -= counts;
      if (left < 0) throw new UserError('The GPU was lost: unplugged');
      return method.apply(engine, given);
    };
  return {
    name: 'webgpu',
    device: 'a GPU',
    gpu: true,
    load: engine.load.bind(engine),
    setState: lostAfter(engine.setState, 0),
    getState: lostAfter(engine.getState, 0),
    trainSteps: lostAfter(engine.trainSteps, 1),
    scores: lostAfter(engine.scores, 0),
    predict: lostAfter(engine.predict, 0),
    dispose: async () => {},
  };
}

/** Starts the worker's life on one end of a channel and gives the other. */
async function start(
  engine: Engine,
  file?: string,
): Promise<{
  send(command: Command): void;
  until(type: TrainingEvent['type']): Promise<TrainingEvent>;
  readonly events: TrainingEvent[];
}> {
  const {port1, port2} = new MessageChannel();
  const events: TrainingEvent[] = [];
  let arrived = (): void => {};
  port2.on('message', (event: TrainingEvent) => {
    events.push(event);
    arrived();
  });
  const openEngine = async (name: EngineName): Promise<Engine> => {
    if (name !== 'wasm') throw new UserError(`engine ${name}: not here`);
    const opened = await createWasmEngine(1);
    await opened.load(dataset);
    return opened;
  };
  await engine.load(dataset);
  const settings = {dataPath: '', engine: 'auto', threads: 1, hidden: 4, seed: 1, resume: false, model: file} as const;
  const save = file === undefined ? undefined : {file, previous: `${file}.previous`};
  void new TrainingWorker(port1, dataset, engine, {...settings, save}, openEngine).live();
  let seen = 0;
  return {
    send: command => port2.postMessage(command),
    events,
    async until(type) {
      for (;;) {
        const index = events.findIndex((event, at) => at >= seen && event.type === type);
        if (index >= 0) {
          seen = index + 1;
          return events[index];
        }
        await new Promise<void>(resolve => {
          arrived = resolve;
        });
      }
    },
  };
}

const run = {epochs: 3, batchSize: 8, learningRate: 1e-3, earlyStop: false};

describe('a training whose device is lost', () => {
  it('tells so, keeps the last epoch, and goes on with wasm to the same weights as without the loss', async () => {
    await withFolder(async folder => {
      const saveTo = path.join(folder, 'model.npz');
      const losses: number[] = [];
      for (const calls of [Number.POSITIVE_INFINITY, 2]) {
        const worker = await start(await losable(calls), saveTo);
        worker.send({type: 'train', ...run});
        if (calls === 2) {
          const warning = await worker.until('warning');
          assert.match(warning.type === 'warning' ? warning.message : '', /The GPU was lost: unplugged; wasm goes on/);
          const changed = await worker.until('engine-changed');
          assert.equal(changed.type === 'engine-changed' && changed.engine, 'wasm');
          const end = await worker.until('end');
          assert.ok(end.type === 'end' && end.reason === 'stopped' && end.epochs < 3 && end.model === saveTo);
          worker.send({type: 'train', ...run});
        }
        const end = await worker.until('end');
        assert.ok(end.type === 'end' && end.reason === 'epochs' && end.epochs === 3);
        const last = worker.events.findLast(event => event.type === 'epoch');
        losses.push(last?.type === 'epoch' ? last.meanTestLoss : Number.NaN);
        worker.send({type: 'close'});
      }
      assert.equal(losses[0], losses[1]);
    });
  });

  it('predicts on after a loss while nothing is trained', async () => {
    const worker = await start(await losable(0));
    await worker.until('ready');
    worker.send({type: 'train', ...run});
    await worker.until('end');
    worker.send({type: 'watch', split: 'test', index: 2});
    const scores = await worker.until('scores');
    assert.ok(scores.type === 'scores' && scores.index === 2 && scores.scores.length === 10);
    worker.send({type: 'close'});
  });
});

describe('the training worker', () => {
  it('stays with its engine when another one cannot run', async () => {
    const worker = await start(await losable(Number.POSITIVE_INFINITY));
    worker.send({type: 'change-engine', engine: 'tensorflow'});
    const warning = await worker.until('warning');
    assert.equal(
      warning.type === 'warning' && warning.message,
      `tensorflow cannot run here; ${commandLine('doctor')} says why and what to do`,
    );
    const engine = await worker.until('engine-changed');
    assert.equal(engine.type === 'engine-changed' && engine.engine, 'webgpu');
    worker.send({type: 'close'});
  });

  it('carries the weights over to another engine', async () => {
    const worker = await start(await losable(Number.POSITIVE_INFINITY));
    worker.send({type: 'watch', split: 'test', index: 1});
    const before = await worker.until('scores');
    worker.send({type: 'change-engine', engine: 'wasm'});
    const after = await worker.until('scores');
    assert.deepEqual(after, before);
    worker.send({type: 'close'});
  });

  it('stops, starts afresh and trains again with the seed that it is given', async () => {
    const worker = await start(await losable(Number.POSITIVE_INFINITY));
    worker.send({type: 'train', ...run, epochs: 10_000});
    await worker.until('progress');
    worker.send({type: 'reset', seed: 7});
    const end = await worker.until('end');
    assert.equal(end.type === 'end' && end.reason, 'stopped');
    const reset = await worker.until('reset-done');
    assert.equal(reset.type === 'reset-done' && reset.seed, 7);
    worker.send({type: 'train', ...run, epochs: 1});
    const startAgain = await worker.until('start');
    assert.equal(startAgain.type === 'start' && startAgain.firstEpoch, 1);
    await worker.until('end');
    worker.send({type: 'close'});
  });
});
