import {Worker} from 'node:worker_threads';
import type {Dataset} from '../../dataset/dataset.js';
import type {EngineName} from '../../engines/catalogue.js';
import {prepareEnvironment} from '../../engines/tensorflow/environment.js';
import {endByForce} from '../../force.js';
import {failure} from '../fault.js';
import type {RunSettings} from '../formats/run-info.js';
import type {SweepCommand, SweepEvent, SweepWorkerData} from './protocol.js';
import type {Figures} from './run-line.js';

/** How long in milliseconds workers that were asked to stop may take, and how long those that have been ended. */
const patience = {stop: 1700, end: 300};

/** What is trained, and who is told of it. */
export type Sweeping = {
  readonly dataset: Dataset;
  readonly engine: EngineName;
  /** How many runs are trained at once. */
  readonly threads: number;
  /** In the order in which they are begun. */
  readonly runs: readonly RunSettings[];
  readonly onReady: () => void;
  readonly onEpoch: (settings: RunSettings) => void;
  readonly onRun: (settings: RunSettings, figures: Figures) => void;
};

/**
 * Trains runs in worker threads, of which each takes the next one when it is done with one.
 * @param signal stops the runs that go on, without a result; its reason is the exit code
 * @throws what made a worker fail; the others are stopped
 */
export async function trainAll(sweeping: Sweeping, signal: AbortSignal): Promise<void> {
  prepareEnvironment(process.env);
  const queue = [...sweeping.runs];
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const failed = new AbortController();
  const stopping = AbortSignal.any([signal, failed.signal]);
  const next = (): RunSettings | undefined => (stopping.aborted ? undefined : queue.shift());
  const workers = Array.from({length: Math.min(sweeping.threads, queue.length)}, () => startWorker(sweeping, stop));
  let timers: NodeJS.Timeout[] = [];
  const onStop = (): void => {
    Atomics.store(stop, 0, 1);
    const end = (): void => workers.forEach(worker => void worker.terminate());
    const code = typeof signal.reason === 'number' ? signal.reason : 1;
    const force = (): void => endByForce(code, 'a training thread is stuck in a file or a driver');
    timers = [setTimeout(end, patience.stop), setTimeout(force, patience.stop + patience.end)];
  };
  stopping.addEventListener('abort', onStop);
  if (stopping.aborted) onStop();
  const lives = workers.map(async worker => {
    try {
      await live(worker, sweeping, next, stopping);
    } catch (error) {
      failed.abort();
      throw error;
    }
  });
  const outcomes = await Promise.allSettled(lives);
  for (const timer of timers) clearTimeout(timer);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

function startWorker({dataset, engine}: Sweeping, stop: Int32Array): Worker {
  const data: SweepWorkerData = {dataset, engine, stop};
  return new Worker(new URL('./sweep-worker.js', import.meta.url), {workerData: data});
}

/** Gives a worker one run after the other, until there is none; resolves when it has ended. */
function live(
  worker: Worker,
  {onReady, onEpoch, onRun}: Sweeping,
  next: () => RunSettings | undefined,
  stopping: AbortSignal,
): Promise<void> {
  let current: RunSettings | undefined;
  const goOn = (): void => {
    current = next();
    const command: SweepCommand = current === undefined ? {type: 'close'} : {type: 'run', settings: current};
    worker.postMessage(command);
  };
  return new Promise((resolve, reject) => {
    const hear = (event: SweepEvent): void => {
      if (event.type === 'failed') throw failure(event);
      if (event.type === 'ready') onReady();
      if (event.type === 'epoch' && current !== undefined) onEpoch(current);
      if (event.type === 'ended' && current !== undefined && event.figures !== undefined) onRun(current, event.figures);
      if (event.type !== 'epoch') goOn();
    };
    worker.on('message', (event: SweepEvent) => {
      try {
        hear(event);
      } catch (error) {
        reject(error);
        void worker.terminate();
      }
    });
    worker.on('error', reject);
    worker.on('exit', code => {
      const early = code !== 0 && !stopping.aborted;
      if (early) reject(new Error(`a training thread ended unexpectedly (exit code ${code})`));
      else resolve();
    });
  });
}
