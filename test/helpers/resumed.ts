import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {decodeCheckpoint, decodeMoments} from '../../source/training/formats/checkpoint.js';
import type {RunInfo} from '../../source/training/formats/run-info.js';
import type {Fresh, RunOptions} from '../../source/training/protocol.js';
import {openWasm, settings, startWorker, type WorkerSession} from './worker.js';

/** How a run of three epochs is other than the usual. */
export type Kind = Partial<RunOptions & Fresh>;

/** All that a file says of a run, but for how long it took and the moments within epochs, which stops add to. */
export async function read(file: string): Promise<{state: unknown; info: RunInfo; moments: unknown}> {
  const bytes = await readFile(file);
  const {state, info} = decodeCheckpoint(bytes, file);
  assert.ok(info !== undefined);
  const history = info.history.map(record => ({...record, seconds: 0}));
  const moments = decodeMoments(bytes, info, file).filter(({endsEpoch}) => endsEpoch);
  return {state, info: {...info, history, moments: undefined}, moments};
}

/** A worker with a run of a kind, new or from its file. */
export async function open(file: string, {seed = 1, hidden = 4, activation = 'relu'}: Kind, resume: boolean) {
  const own = {...settings, seed, hidden, activation, resume, model: resume ? file : undefined};
  return startWorker(await openWasm(), {file, own});
}

export const optionsOf = ({seed: _, hidden: __, activation: ___, ...given}: Kind): Partial<RunOptions> => given;

/** Ends a stretch and the worker. */
export async function stop(worker: WorkerSession): Promise<void> {
  worker.wish(undefined);
  await worker.until('end');
  worker.send({type: 'close'});
}

/** Trains a run of a kind to its end, in one go. */
export async function whole(file: string, kind: Kind): Promise<void> {
  const worker = await open(file, kind, false);
  worker.wish(1, optionsOf(kind));
  await worker.until('end');
  worker.send({type: 'close'});
}

/** Takes so many steps, and stops. */
export async function steps(file: string, kind: Kind, count: number, resume: boolean): Promise<void> {
  const worker = await open(file, kind, resume);
  worker.wish(1, {...optionsOf(kind), paused: true});
  for (let step = 0; step < count; step++) worker.send({type: 'step'});
  const {total: first} = await worker.until('progress');
  if (count > 1) await worker.until('progress', ({total}) => total === first + count - 1);
  await stop(worker);
}

/** Goes on with a run to its end, by its own settings. */
export async function rest(file: string): Promise<WorkerSession> {
  const worker = await open(file, {}, true);
  const {resumed} = await worker.until('opened');
  assert.ok(resumed !== undefined);
  worker.wish(1, optionsOf(resumed.settings));
  await worker.until('end');
  worker.send({type: 'close'});
  assert.deepEqual(
    worker.events.filter(({type}) => type === 'warning'),
    [],
  );
  return worker;
}
