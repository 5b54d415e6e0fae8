// A worker of a sweep: trains one run after the other, each from its initial weights, until it is told to close.
import {type MessagePort, parentPort, workerData} from 'node:worker_threads';
import {divertWarnings} from '../../warnings.js';
import {faultOf} from '../fault.js';
import {prepareEngine} from '../prepare-engine.js';
import {TrainImages} from '../train-images.js';
import {trainOnce} from './one-run.js';
import type {SweepCommand, SweepEvent, SweepWorkerData} from './protocol.js';

/** The next message. */
const next = (port: MessagePort): Promise<SweepCommand> => new Promise(resolve => port.once('message', resolve));

async function start(port: MessagePort, {dataset, engine: name, stop}: SweepWorkerData): Promise<void> {
  const post = (event: SweepEvent): void => port.postMessage(event);
  try {
    const engine = await prepareEngine(name, 1, dataset, () => undefined);
    const images = new TrainImages(dataset.train);
    const isStopped = (): boolean => Atomics.load(stop, 0) === 1;
    post({type: 'ready'});
    for (let command = await next(port); command.type === 'run'; command = await next(port)) {
      const onEpoch = (): void => post({type: 'epoch'});
      const figures = await trainOnce(command.settings, {engine, dataset, images, onEpoch, isStopped});
      post({type: 'ended', figures});
    }
    await engine.dispose();
    await images.end();
  } catch (error) {
    post({type: 'failed', ...faultOf(error)});
  }
  port.close();
}

if (parentPort === null) throw new Error('This file runs as a worker thread.');
divertWarnings(text => process.stderr.write(`${text}\n`));
await start(parentPort, workerData as SweepWorkerData);
