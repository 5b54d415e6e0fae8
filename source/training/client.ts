import {writeSync} from 'node:fs';
import {Worker} from 'node:worker_threads';
import {prepareEnvironment} from '../engines/tensorflow/environment.js';
import type {Command, TrainingEvent, WorkerSettings} from './protocol.js';

/** The main thread's end of the training worker. */
export type TrainingClient = {
  send(command: Command): void;
  /**
   * Asks the worker to finish and waits until it has; a worker that does not is ended after two seconds. Where even that
   * is in vain, since Node waits for a call of the system that never returns, the whole process ends itself.
   */
  close(): Promise<void>;
};

/**
 * Starts the training worker.
 * @param onEvent gets every event; a worker that dies unasked ends with a `failed` event
 */
export function startTraining(settings: WorkerSettings, onEvent: (event: TrainingEvent) => void): TrainingClient {
  prepareEnvironment(process.env);
  const worker = new Worker(new URL('./worker.js', import.meta.url), {workerData: settings});
  let failed = false;
  let closing = false;
  const fail = (message: string, stack: string): void => {
    if (!failed && !closing) onEvent({type: 'failed', message, expected: false, stack});
    failed = true;
  };
  worker.on('message', (event: TrainingEvent) => {
    if (event.type === 'failed') failed = true;
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
    async close() {
      closing = true;
      worker.postMessage({type: 'close'} satisfies Command);
      const patience = setTimeout(() => void worker.terminate(), 2000);
      const lastResort = setTimeout(endByForce, 2500);
      await exited;
      clearTimeout(patience);
      clearTimeout(lastResort);
    },
  };
}

/** Ends this process, whatever its threads wait for: Node's own ways out wait for them, too. */
function endByForce(): void {
  writeSync(2, 'mnist-tui: the training thread is stuck in a file or a driver; ended by force\n');
  process.kill(process.pid, 'SIGKILL');
}
