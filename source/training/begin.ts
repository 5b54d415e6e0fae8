import type {Dataset} from '../dataset/dataset.js';
import {printable, UserError} from '../errors.js';
import {initialState} from '../network/initial-state.js';
import type {NetworkState} from '../network/network-state.js';
import {isSameDataset} from './formats/run-info.js';
import type {TrainingEvent, WorkerSettings} from './protocol.js';
import {RunRecord} from './run-record.js';
import {openRun, savedRun, summaryOf} from './runs/run-files.js';

type Opened = Extract<TrainingEvent, {type: 'opened'}>;

/** What the worker begins with: a network, what is remembered of its run, and what the screen is told of it. */
export type Beginning = {
  readonly state: NetworkState;
  readonly record: RunRecord;
  /** The file of a run that goes on. */
  readonly file: string | undefined;
  readonly about: Pick<Opened, 'trained' | 'resumed' | 'saved'>;
  /** What a user should know of the run that goes on. */
  readonly warning?: string;
};

/**
 * Initial weights, or those of a saved run that goes on.
 * @throws UserError when there is no such run
 */
export async function beginning(settings: WorkerSettings, dataset: Dataset): Promise<Beginning> {
  const {resume, model, seed, hidden} = settings;
  const record = new RunRecord(seed, hidden, dataset);
  if (!resume) {
    const about = {trained: false, saved: await savedRun(model, record.dataset)};
    return {state: initialState(hidden, seed), record, file: undefined, about};
  }
  const {state, info, file} = await openRun(model, record.dataset);
  if (info === undefined) throw new UserError(`${file}: holds weights, but no run that could go on`);
  const about = {trained: state.step > 0, resumed: summaryOf(file, info)};
  const begun = {state, record: RunRecord.of(info, dataset), file, about};
  if (isSameDataset(info, record.dataset.checksum)) return begun;
  const warning = `this run learned ${info.dataset.name}, and goes on with other data: ${dataset.name}`;
  return {...begun, warning: printable(warning)};
}
