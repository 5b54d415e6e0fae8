// The training worker: loads the dataset, chooses an engine, and carries out commands until it is told to close.
import {once} from 'node:events';
import type {MessagePort} from 'node:worker_threads';
import {parentPort, workerData} from 'node:worker_threads';
import {loadDataset} from '../dataset/load.js';
import {type EngineName, engineRecord} from '../engines/catalogue.js';
import {chooseEngine} from '../engines/choose.js';
import type {Engine} from '../engines/engine.js';
import {initialState} from '../network/initial-state.js';
import {divertWarnings} from '../warnings.js';
import {beginning} from './begin.js';
import {faultOf} from './fault.js';
import {openEngine, prepareEngine} from './prepare-engine.js';
import type {TrainingEvent, Wait} from './protocol.js';
import {StatusTeller} from './status-teller.js';
import {TrainImages} from './train-images.js';
import {TrainingWorker} from './training-worker.js';
import type {WorkerSettings} from './worker-settings.js';

async function start(port: MessagePort, settings: WorkerSettings): Promise<void> {
  const post = (event: TrainingEvent): void => port.postMessage(event);
  const status = new StatusTeller(settings, post);
  const tell = (waitsFor: Wait): void => status.update({waitsFor});
  try {
    // An engine that has to be tried is tried in another process while this thread reads the dataset.
    let ahead: Engine | undefined;
    const choice = chooseEngine(settings.engine, engine => tell({what: 'trying', engine})).then(
      async ({engine: name, faster}) => {
        if (faster !== undefined) status.update({faster: {engine: faster, than: name}});
        // A device is opened when the dataset is there: what fails before must not leave it open.
        if (!engineRecord(name).warmsUp) ahead = await openEngine(name, settings.threads);
        return name;
      },
    );
    choice.catch(() => undefined);
    const reading = loadDataset(settings.dataPath, {
      scramble: settings.scramble,
      onSplit: (split, data) => post({type: 'split-loaded', split, data}),
      onImages: (split, images, count) => ahead?.receive?.(split, images, count),
    });
    reading.catch(() => undefined);
    // While the file is read.
    const initial = settings.resume ? undefined : initialState(settings.hidden, settings.seed, settings.activation);
    const dataset = await reading;
    status.update({dataset: {name: dataset.name, path: dataset.path}});
    const open = (name: EngineName, opened?: Engine): Promise<Engine> =>
      prepareEngine(name, settings.threads, dataset, tell, opened);
    const engine = await open(await choice, ahead);
    const engines = {check: (name: EngineName) => chooseEngine(name, () => undefined), open};
    const around = {port, dataset, images: new TrainImages(dataset.train), save: settings.save, engines, status};
    await new TrainingWorker(around, engine, await beginning(settings, dataset, initial)).live();
  } catch (error) {
    post({type: 'failed', ...faultOf(error)});
    port.close();
    return;
  }
  // A process that tries another engine is not waited for.
  process.exit();
}

if (parentPort === null) throw new Error('This file runs as a worker thread.');
// Through the main thread, which knows whether a screen is in the way.
divertWarnings(text => process.stderr.write(`${text}\n`));
const [settings] = (await once(workerData as MessagePort, 'message')) as [WorkerSettings];
await start(parentPort, settings);
