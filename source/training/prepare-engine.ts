import type {Dataset} from '../dataset/dataset.js';
import {type EngineName, engineRecord} from '../engines/catalogue.js';
import type {Engine} from '../engines/engine.js';
import {initialState} from '../network/initial-state.js';
import {tutorialMethod} from '../network/reference.js';
import type {Wait} from './protocol.js';

/** The size of the step that warms up a device. */
const warmUp = {hidden: 128, batchSize: 128};

/** Opens an engine, and checks it where that was not done in another process. */
export async function openEngine(name: EngineName, threads: number | undefined): Promise<Engine> {
  const record = engineRecord(name);
  await record.checkItself?.();
  return record.open(threads);
}

/**
 * Creates an engine with the dataset on its device.
 * @param tell is told what takes its time
 * @param opened is taken if it is the engine that is wanted
 */
export async function prepareEngine(
  name: EngineName,
  threads: number | undefined,
  dataset: Dataset,
  tell: (waitsFor: Wait) => void,
  opened?: Engine,
): Promise<Engine> {
  const {warmsUp} = engineRecord(name);
  if (warmsUp) tell({what: 'loading', engine: name});
  const engine = opened ?? (await openEngine(name, threads));
  await engine.load(dataset);
  if (!warmsUp) return engine;
  // The first step compiles what the device runs, which takes minutes where a GPU is newer than the library.
  tell({what: 'warming', engine: name});
  await engine.setState(initialState(warmUp.hidden, 0));
  const size = Math.min(warmUp.batchSize, dataset.train.count);
  await engine.trainSteps(new Uint32Array(size), {...tutorialMethod, batchSize: size, learningRate: 0});
  return engine;
}
