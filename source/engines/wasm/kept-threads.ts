import {availableParallelism} from 'node:os';
import {findKept, keep} from '../kept.js';
import {fastestThreads} from './thread-trial.js';
import {createWasmEngine, type ThreadTrial, type WasmEngine} from './wasm-engine.js';

const name = 'wasm-threads';

/**
 * Creates the wasm engine with as many threads as are asked for, or as a trial found fastest on this machine. What a
 * loaded machine's trial finds is used, but not kept.
 * @param threads `anew`: there has to be another trial
 * @throws UserError as createWasmEngine
 */
export async function openWasmEngine(threads: number | 'anew' | undefined): Promise<WasmEngine> {
  if (threads === 'anew') return createWasmEngine(trial);
  return createWasmEngine(threads ?? (await keptThreads()) ?? trial);
}

/** As many threads as were kept; undefined where none were, or they are no number of threads that this machine has. */
export async function keptThreads(): Promise<number | undefined> {
  const kept = await findKept(name);
  const isCount = Number.isInteger(kept) && Number(kept) >= 1 && Number(kept) <= availableParallelism();
  return isCount ? Number(kept) : undefined;
}

const trial: ThreadTrial = async train => {
  const {threads, isSteady} = await fastestThreads(availableParallelism(), train);
  if (isSteady) await keep(name, threads);
  return threads;
};
