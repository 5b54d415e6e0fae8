import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {splits} from '../../dataset/dataset.js';
import {openNpz} from '../../dataset/npz.js';
import {UserError} from '../../errors.js';
import {commandLine} from '../../invocation.js';
import {hasLearned} from '../../network/losses.js';
import {dataFolder} from '../../places.js';
import {didYouMeanFile} from '../../suggest.js';
import {type Checkpoint, decodeCheckpoint, decodeRunInfo} from '../formats/checkpoint.js';
import type {RunInfo} from '../formats/run-info.js';
import type {RunSummary} from '../protocol.js';

/** A checkpoint and the file that it is in. */
export type SavedRun = Checkpoint & {readonly file: string};

/**
 * The folder of all runs that were saved without `--model`.
 * @throws UserError where the user has no home folder
 */
export const runsFolder = (): string => path.join(dataFolder(), 'runs');

/** The name of a run's file: dataset, when it began (UTC), seed. A later run's name sorts after an earlier one's. */
export function runFileName(dataset: string, began: Date, seed: number): string {
  const time = began.toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  return `${slugOf(dataset)}-${time}-${seed}.npz`;
}

/** A dataset's name as the part of a file's name. */
function slugOf(dataset: string): string {
  const slug = dataset
    .toLowerCase()
    .replace(/\.(npz|csv)$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug || 'dataset';
}

/** Whether the network of a run has learned anything by its last finished epoch. */
export function runHasLearned({history}: RunInfo): boolean {
  const last = history.at(-1);
  return last !== undefined && hasLearned(last.meanTestLoss);
}

/** What is known of a run, read without its weights; undefined for a file that is no checkpoint with an info. */
export async function readRunInfo(file: string): Promise<RunInfo | undefined> {
  try {
    return decodeRunInfo(openNpz(await readFile(file), file), file);
  } catch {
    return undefined;
  }
}

/** A dataset as far as it is known: its name, and the checksums of the splits that were read. */
export type DatasetMark = {readonly name: string; readonly checksum: Partial<RunInfo['dataset']['checksum']>};

/** Whether a run was on a dataset; what an old checkpoint does not say counts as yes. */
export function isSameDataset({dataset}: RunInfo, checksum: DatasetMark['checksum']): boolean {
  return splits.every(split => {
    const [was, is] = [dataset.checksum[split], checksum[split]];
    return was === '' || is === undefined || was === is;
  });
}

/** The newest run on a dataset that has learned something; undefined when there is none. */
export async function newestRun({name: dataset, checksum}: DatasetMark): Promise<string | undefined> {
  const folder = runsFolder();
  const ofDataset = new RegExp(`^${slugOf(dataset)}-(\\d{8}-\\d{6})-\\d+(-\\d+)?\\.npz$`);
  const names = (await readdir(folder).catch(() => [])).flatMap(name => {
    const time = ofDataset.exec(name)?.[1];
    return time === undefined ? [] : [{name, time}];
  });
  names.sort((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : b.name.localeCompare(a.name)));
  for (const {name} of names) {
    const file = path.join(folder, name);
    const info = await readRunInfo(file);
    if (info !== undefined && runHasLearned(info) && isSameDataset(info, checksum)) return file;
  }
  return undefined;
}

/** What is known of a run without its weights. */
export function summaryOf(file: string, {dataset, epoch, settings, history}: RunInfo): RunSummary {
  return {file, dataset: dataset.name, epochs: epoch, settings, history};
}

/** The run that could go on: in the file that was named, else the newest on the dataset; undefined when there is none. */
export async function savedRun(model: string | undefined, dataset: DatasetMark): Promise<RunSummary | undefined> {
  const file = model ?? (await newestRun(dataset).catch(() => undefined));
  const info = file === undefined ? undefined : await readRunInfo(file);
  return file === undefined || info === undefined ? undefined : summaryOf(file, info);
}

/**
 * Opens the checkpoint that a command reads: the file that was named, else the newest run on the dataset.
 * @throws UserError when there is none, or it is damaged or foreign
 */
export async function openRun(model: string | undefined, dataset: DatasetMark): Promise<SavedRun> {
  const file = model ?? (await newestRun(dataset));
  if (file === undefined) {
    throw new UserError(
      `no run on ${dataset.name} is saved that has learned something; train first: ${commandLine('train')}`,
    );
  }
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw new UserError(`${file}: ${error.message}`);
    const way = didYouMeanFile(file) || `; train first: ${commandLine('train')}`;
    throw new UserError(`${file}: no weights saved yet${way}`);
  });
  return {file, ...decodeCheckpoint(bytes, file)};
}
