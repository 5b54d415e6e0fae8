import {MessageChannel, type MessagePort, Worker} from 'node:worker_threads';
import {prepareEnvironment} from '../engines/tensorflow/environment.js';
import {exitCodes} from '../exit-codes.js';
import {endByForce} from '../force.js';
import type {Command, TrainingEvent} from './protocol.js';
import type {WorkerSettings} from './worker-settings.js';

/** How long in milliseconds a worker that has been asked to finish may take, and how long one that has been ended. */
const patience = {finish: 1700, end: 300};

/**
 * Memory in MB for what the training thread has made lately. Its collector looks at no other size, while each of those
 * small objects may stand for a whole network's weights: with V8's own limit tens of megabytes of them wait for it.
 */
const youngMegabytes = 6;

/** The main thread's end of the training worker. */
export type TrainingClient = {
  send(command: Command): void;
  /**
   * Asks the worker to finish and waits until it has. A worker that is still loading has nothing to save and is ended at
   * once, another after nearly two seconds. Where even that is in vain, since Node waits for a call of the system that
   * never returns, the whole process ends itself.
   * @param exitCode what the process ends with then
   */
  close(exitCode?: number): Promise<void>;
};

/** A thread that starts up, and then waits for the training worker's settings. */
export type TrainingThread = {readonly worker: Worker; readonly settings: MessagePort};

/** Starts a thread for the training worker; until it has settings it is no reason for the process to stay. */
export function startThread(): TrainingThread {
  prepareEnvironment(process.env);
  const {port1: settings, port2} = new MessageChannel();
  const worker = new Worker(new URL('./worker.js', import.meta.url), {
    workerData: port2,
    transferList: [port2],
    resourceLimits: {maxYoungGenerationSizeMb: youngMegabytes},
  });
  worker.unref();
  return {worker, settings};
}

/**
 * Starts the training worker.
 * @param onEvent gets every event; a worker that dies unasked ends with a `failed` event
 * @param thread is taken where it was started before
 */
export function startTraining(
  settings: WorkerSettings,
  onEvent: (event: TrainingEvent) => void,
  {worker, settings: port}: TrainingThread = startThread(),
): TrainingClient {
  worker.ref();
  port.postMessage(settings);
  port.close();
  let failed = false;
  let closing = false;
  let opened = false;
  const fail = (message: string, stack: string): void => {
    if (!failed && !closing) onEvent({type: 'failed', message, expected: false, stack});
    failed = true;
  };
  worker.on('message', (event: TrainingEvent) => {
    if (event.type === 'failed') failed = true;
    if (event.type === 'opened') opened = true;
    onEvent(event);
  });
  worker.on('error', error => fail(error.message, error.stack ?? error.message));
  const exited = new Promise<void>(resolve => {
    worker.on('exit', code => {
      fail(`the training thread ended unexpectedly (exit code ${code})`, '');
      resolve();
    });
  });
  return {
    send: command => worker.postMessage(command),
    async close(exitCode = exitCodes.failed) {
      closing = true;
      worker.postMessage({type: 'close'} satisfies Command);
      const wait = opened ? patience.finish : 0;
      const ending = setTimeout(() => void worker.terminate(), wait);
      const force = (): void => endByForce(exitCode, 'the training thread is stuck in a file or a driver');
      const lastResort = setTimeout(force, patience.finish + patience.end);
      await exited;
      clearTimeout(ending);
      clearTimeout(lastResort);
    },
  };
}
