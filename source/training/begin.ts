import type {Dataset} from '../dataset/dataset.js';
import {scrambleAdvice} from '../dataset/scramble.js';
import {messageOf, printable, UserError} from '../errors.js';
import {initialState} from '../network/initial-state.js';
import type {NetworkState} from '../network/network-state.js';
import {faultOf} from './fault.js';
import {isSameDataset} from './formats/run-info.js';
import type {KeptMoment} from './kept-moments.js';
import type {Fresh, TrainingEvent} from './protocol.js';
import {RunRecord} from './run-record.js';
import {openRun, type SavedRun, savedRun, summaryOf} from './runs/run-files.js';
import type {WorkerSettings} from './worker-settings.js';

type Opened = Extract<TrainingEvent, {type: 'opened'}>;
type Warning = Extract<TrainingEvent, {type: 'warning'}>;

/** What the worker begins with: a network, what is remembered of its run, and what the screen is told of it. */
export type Beginning = {
  readonly state: NetworkState;
  readonly record: RunRecord;
  /** The file of a run that goes on. */
  readonly file: string | undefined;
  /** What that was like when it was read, see markOf. */
  readonly mark?: string | undefined;
  readonly about: Pick<Opened, 'trained' | 'resumed' | 'saved' | 'passedOver'>;
  /** What a user should know of it. */
  readonly warnings?: readonly Warning[];
};

/**
 * Initial weights, or those of a saved run that goes on.
 * @param initial the initial weights, where they are there already
 * @throws UserError when there is no such run
 */
export async function beginning(
  {resume, model, offersSaved, ...network}: Pick<WorkerSettings, 'resume' | 'model' | 'offersSaved'> & Fresh,
  dataset: Dataset,
  initial?: NetworkState,
): Promise<Beginning> {
  const begun = afresh(network, dataset, initial);
  const {dataset: mark} = begun.record;
  if (!resume) {
    const passedOver: string[] = [];
    const saved = offersSaved ? await savedRun(model, mark, line => passedOver.push(line)) : undefined;
    return {...begun, about: {trained: false, saved, passedOver}};
  }
  const passed: Warning[] = [];
  const {
    state,
    info,
    file,
    mark: fileMark,
    moments,
  } = await openRun(model, mark, line => passed.push({type: 'warning', what: 'dataset', message: printable(line)}));
  if (info === undefined) throw new UserError(`${file}: holds weights, but no run that could go on`);
  const about = {trained: state.step > 0, resumed: summaryOf(file, info)};
  const kept = momentsOf(moments, line => passed.push({type: 'warning', what: 'dataset', message: printable(line)}));
  const resumed = {state, record: RunRecord.of(info, dataset, kept), file, mark: fileMark, about, warnings: passed};
  if (isSameDataset(info, mark.checksum)) return resumed;
  const other = `${dataset.name}${scrambleAdvice(info.dataset.name, dataset.name)}`;
  const message = printable(`this run learned ${info.dataset.name}, and goes on with other data: ${other}`);
  return {...resumed, warnings: [...passed, {type: 'warning', what: 'dataset', message}]};
}

/** A run's moments; those of a file that is damaged there alone are left out, which is told of: it goes on without them. */
function momentsOf(read: SavedRun['moments'], onFault: (line: string) => void): readonly KeptMoment[] {
  try {
    return read();
  } catch (error) {
    onFault(`the run goes on without its moments: ${messageOf(error)}`);
    return [];
  }
}

/** The run that is saved in a file; without one, or where it cannot be opened, which is told of, initial weights. */
export async function nextBeginning(
  {file, ...network}: {readonly file?: string | undefined} & Fresh,
  dataset: Dataset,
): Promise<Beginning> {
  const begun = afresh(network, dataset);
  if (file === undefined) return begun;
  return beginning({resume: true, model: file, offersSaved: false, ...network}, dataset).catch(error => ({
    ...begun,
    warnings: [{type: 'warning', what: 'fault', ...faultOf(error)}],
  }));
}

/** A new run with its initial weights, of which nothing is saved. */
export function afresh(
  {seed, hidden, activation}: Fresh,
  dataset: Dataset,
  state = initialState(hidden, seed, activation),
): Beginning {
  const record = new RunRecord(seed, hidden, activation, dataset);
  return {state, record, file: undefined, about: {trained: false}};
}
