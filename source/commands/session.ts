import {type Config, options} from '../config/options.js';
import {defaultDataPath} from '../dataset/locate.js';
import {UserError} from '../errors.js';
import {exitCodes} from '../exit-codes.js';
import {losses} from '../network/losses.js';
import {startTraining, type TrainingClient, type TrainingThread} from '../training/client.js';
import {failure} from '../training/fault.js';
import type {Command, RunOptions, TrainingEvent} from '../training/protocol.js';
import {preparePlace} from '../training/runs/place.js';
import {modelFile} from '../training/runs/run-names.js';
import type {WorkerSettings} from '../training/worker-settings.js';

/**
 * The worker's settings that the options come to. The place for weights is tried before anything is computed.
 * @param offersSaved as of WorkerSettings
 * @throws UserError when it cannot be written
 */
export async function workerSettings(config: Config, offersSaved = false): Promise<WorkerSettings> {
  const {data, scramble, engine, threads, hidden, activation, seed, resume, save} = config;
  if (resume) checkResume(config);
  checkEarlyStop(config);
  const named = config.model === undefined ? undefined : await modelFile(config.model);
  if (named?.isRun && !resume) {
    const way = 'give --resume to go on with it, or another place';
    throw new UserError(`--model ${config.model}: is a run that is saved; ${way}`, exitCodes.usage);
  }
  const model = named?.file;
  // A run that was named goes on in its own file.
  const place = save ? await preparePlace(named?.isRun ? undefined : model, config) : undefined;
  const network = {hidden, activation, seed};
  return {
    dataPath: data ?? defaultDataPath,
    scramble,
    engine,
    threads,
    ...network,
    resume,
    model,
    offersSaved,
    save: place,
  };
}

/** What makes a run what it is: in one that goes on it cannot change. */
const ownNames = ['hidden', 'activation', 'loss', 'optimizer', 'trainImages', 'noiseLabels', 'seed'] as const;

/** What a run that goes on has already cannot be given anew. */
function checkResume({given}: Config): void {
  for (const name of ownNames) {
    if (given.includes(name)) {
      const {flag} = options[name];
      throw new UserError(`--resume goes on with the run's own ${flag}; leave out --${flag}`, exitCodes.usage);
    }
  }
}

/**
 * There is no early stop where the train images are never the same, nor a limit for another loss than the tutorial's.
 * @throws UserError (exit code 2) where it is asked for all the same
 */
export function checkEarlyStop({
  augment,
  loss,
  earlyStop,
  given,
}: Pick<Config, 'augment' | 'loss' | 'earlyStop' | 'given'>): void {
  if (!earlyStop || !given.includes('earlyStop')) return;
  const without = augment ? '--augment' : losses[loss].earlyStop === undefined ? `--loss ${loss}` : undefined;
  if (without === undefined) return;
  throw new UserError(`${without} trains without the early stop; leave out --early-stop`, exitCodes.usage);
}

/** What a command without a terminal wishes for: that its one stretch of training goes on, or that it does not. */
export const wishFor = (runOptions: RunOptions, goesOn: boolean): Command => ({
  type: 'wish',
  wish: {
    stretch: goesOn ? 1 : undefined,
    options: runOptions,
    oneMore: false,
    engine: undefined,
    paused: false,
    pace: 'full',
  },
});

/**
 * Starts the worker, hands every event to `onEvent` until that calls `done`, then ends the worker.
 * @param given ends it before that: its reason is the exit code
 * @param thread is taken where it was started before
 * @throws what made the worker fail
 */
export async function withTraining(
  settings: WorkerSettings,
  onEvent: (event: TrainingEvent, client: TrainingClient, done: () => void) => void,
  given?: AbortSignal,
  thread?: TrainingThread,
): Promise<void> {
  let client: TrainingClient | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      let over = false;
      given?.addEventListener('abort', () => {
        over = true;
        resolve();
      });
      const started = startTraining(
        settings,
        event => {
          if (over) return;
          try {
            if (event.type === 'failed') throw failure(event);
            onEvent(event, started, resolve);
          } catch (error) {
            over = true;
            reject(error);
          }
        },
        thread,
      );
      client = started;
    });
  } finally {
    await client?.close(typeof given?.reason === 'number' ? given.reason : undefined);
  }
}
