import type {Config} from '../config/options.js';
import {defaultDataPath} from '../dataset/locate.js';
import {UserError} from '../errors.js';
import {defaultModelPath} from '../training/checkpoint.js';
import {startTraining, type TrainingClient} from '../training/client.js';
import type {RunOptions, TrainingEvent, WorkerSettings} from '../training/protocol.js';

/** The worker's settings that the options come to. */
export function workerSettings({data, engine, threads, hidden, seed}: Config): WorkerSettings {
  return {dataPath: data ?? defaultDataPath, engine, threads, hidden, seed};
}

/** A run's options that the options come to, but for where it is saved. */
export function runOptions({epochs, batchSize, learningRate, earlyStop}: Config): Omit<RunOptions, 'saveTo'> {
  return {epochs, batchSize, learningRate, earlyStop};
}

/**
 * The file of the weights.
 * @throws UserError when no `--model` is given and the user has no home folder
 */
export function modelPath({model}: Config): string {
  return model ?? defaultModelPath();
}

/** The error that a `failed` event tells of: a UserError when a person can mend it. */
export function failure(event: Extract<TrainingEvent, {type: 'failed'}>): Error {
  const error = event.expected ? new UserError(event.message) : new Error(event.message);
  error.stack = event.stack;
  return error;
}

/**
 * Starts the worker, hands every event to `onEvent` until that calls `done`, then ends the worker.
 * @throws what made the worker fail
 */
export async function withTraining(
  settings: WorkerSettings,
  onEvent: (event: TrainingEvent, client: TrainingClient, done: () => void) => void,
): Promise<void> {
  let client: TrainingClient | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      const started = startTraining(settings, event => {
        if (event.type === 'failed') {
          reject(failure(event));
          return;
        }
        try {
          onEvent(event, started, resolve);
        } catch (error) {
          reject(error);
        }
      });
      client = started;
    });
  } finally {
    await client?.close();
  }
}
