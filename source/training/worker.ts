// The training worker: loads the dataset, chooses an engine, and carries out commands until it is told to close.
import type {MessagePort} from 'node:worker_threads';
import {parentPort, workerData} from 'node:worker_threads';
import type {Dataset} from '../dataset/dataset.js';
import {loadDataset} from '../dataset/load.js';
import {type EngineName, engineRecord} from '../engines/catalogue.js';
import {chooseEngine} from '../engines/choose.js';
import type {Engine} from '../engines/engine.js';
import {initialState} from '../network/initial-state.js';
import {divertWarnings} from '../warnings.js';
import {faultOf} from './fault.js';
import type {TrainingEvent, WorkerSettings} from './protocol.js';
import {TrainingWorker} from './training-worker.js';

/** The size of the step that warms up a device. */
const warmUp = {hidden: 128, batchSize: 128};

/** Creates an engine with the dataset on its device, and tells what takes its time. */
async function prepareEngine(
  port: MessagePort,
  name: EngineName,
  threads: number | undefined,
  dataset: Dataset,
): Promise<Engine> {
  const preparing = (what: string): void => port.postMessage({type: 'preparing', what} satisfies TrainingEvent);
  const record = engineRecord(name);
  await record.checkItself?.();
  if (record.warmsUp) preparing(`loading ${name}`);
  const engine = await record.open(threads);
  await engine.load(dataset);
  if (!record.warmsUp) return engine;
  // The first step compiles what the device runs, which takes minutes where a GPU is newer than the library.
  preparing(`warming up ${name}`);
  await engine.setState(initialState(warmUp.hidden, 0));
  const size = Math.min(warmUp.batchSize, dataset.train.count);
  await engine.trainSteps(new Uint32Array(size), {batchSize: size, learningRate: 0});
  return engine;
}

async function start(port: MessagePort, settings: WorkerSettings): Promise<void> {
  const tell = (event: TrainingEvent): void => port.postMessage(event);
  try {
    // An engine that has to be tried is tried in another process while this thread reads the dataset.
    const choice = chooseEngine(settings.engine, what => tell({type: 'preparing', what}));
    choice.catch(() => undefined);
    const dataset = await loadDataset(settings.dataPath, (split, data) => tell({type: 'split-loaded', split, data}));
    const prepare = (name: EngineName): Promise<Engine> => prepareEngine(port, name, settings.threads, dataset);
    const engine = await prepare(await choice);
    const check = (name: EngineName): Promise<EngineName> =>
      chooseEngine(name, what => tell({type: 'preparing', what}));
    await new TrainingWorker(port, dataset, engine, settings, {check, open: prepare}).live();
  } catch (error) {
    tell({type: 'failed', ...faultOf(error)});
    port.close();
  }
}

if (parentPort === null) throw new Error('This file runs as a worker thread.');
// Through the main thread, which knows whether a screen is in the way.
divertWarnings(text => process.stderr.write(`${text}\n`));
await start(parentPort, workerData as WorkerSettings);
