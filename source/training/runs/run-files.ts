import {readdir, readFile, stat} from 'node:fs/promises';
import path from 'node:path';
import {openNpz} from '../../dataset/npz.js';
import {isScrambledName} from '../../dataset/scramble.js';
import {messageOf, printable, UserError} from '../../errors.js';
import {commandLine} from '../../invocation.js';
import {hasLearned} from '../../network/losses.js';
import {didYouMeanFile} from '../../suggest.js';
import {type Checkpoint, decodeMoments, decodeRunInfo} from '../formats/checkpoint.js';
import {decodeModel} from '../formats/model-file.js';
import {isSameDataset, type RunInfo} from '../formats/run-info.js';
import type {KeptMoment} from '../kept-moments.js';
import type {LearnedDataset} from '../learned-dataset.js';
import type {RunSummary} from '../protocol.js';
import {modelFile, stampOf} from './run-names.js';
import {runsFolder} from './runs-folder.js';
import {markOf} from './safe-file.js';

/** A checkpoint and the file that it is in. */
export type SavedRun = Checkpoint & {
  readonly file: string;
  /** What the file was like before it was read, see markOf. */
  readonly mark: string | undefined;
  /** Reads the moments that it has; @throws UserError for what is damaged */
  readonly moments: () => readonly KeptMoment[];
};

/** The name of a run's file: dataset, when it began (UTC), seed. */
export function runFileName(dataset: string, began: Date, seed: number): string {
  return `${slugOf(dataset)}-${stampOf(began)}-${seed}.npz`;
}

/** When a run began by its name, in milliseconds; 0 where that does not say. */
export function timeOf(name: string): number {
  const [, ...parts] = /-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-/.exec(name) ?? [];
  const [year = 0, month = 1, day, hour, minute, second] = parts.map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) || 0;
}

/**
 * The time for the name of a run that begins: now, but later than those of all others, so that the newest is known by its
 * name also where the clock was set back.
 */
export async function nextTime(folder: string): Promise<Date> {
  const [newest = ''] = await runNames(folder);
  const time = new Date(Math.max(Date.now(), timeOf(newest) + 1000));
  // Names have four digits for a year.
  return time.getUTCFullYear() > 9999 ? new Date() : time;
}

/** A dataset's name as the part of a file's name. */
function slugOf(dataset: string): string {
  const slug = dataset
    .toLowerCase()
    .replace(/\.(npz|csv)$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return slug || 'dataset';
}

/** Whether the network of a run has learned anything by its last finished epoch. */
function runHasLearned({history, settings}: RunInfo): boolean {
  const last = history.at(-1);
  return last !== undefined && hasLearned(last.meanTestLoss, settings.loss);
}

/**
 * What is known of a run, read without its weights, or with them where they are to be `whole`: for one that is damaged, or
 * of a newer version, what is wrong with it in a line; a name in use is empty.
 */
export async function readRun(file: string, whole = false): Promise<{info?: RunInfo | undefined; fault?: string}> {
  // Its folder is known, and a narrow screen has no room for it.
  const name = path.basename(file);
  try {
    const bytes = await readFile(file);
    if (whole && bytes.length > 0) decodeModel(bytes, name);
    return bytes.length === 0 ? {} : {info: decodeRunInfo(openNpz(bytes, name), name)};
  } catch (error) {
    const reason = error instanceof UserError ? error.message : `${name}: ${messageOf(error)}`;
    return {fault: `a saved run is passed over: ${reason}`};
  }
}

/** A dataset as far as it is known: its name, and the checksums of the splits that were read. */
export type DatasetMark = {readonly name: string; readonly checksum: Partial<LearnedDataset['checksum']>};

/**
 * The newest run on a dataset that has learned something: one with the dataset's name, else one whose data were the same
 * under another name.
 * @param onFault is told in a line of each that is passed over since it is damaged
 * @throws UserError when the folder of runs cannot be read
 */
export async function newestRun(
  {name: dataset, checksum}: DatasetMark,
  onFault: (line: string) => void = () => undefined,
): Promise<string | undefined> {
  const folder = runsFolder();
  const all = await runNames(folder);
  const slug = slugOf(dataset);
  const isNamed = (name: string): boolean => new RegExp(`^${slug}-\\d{8}-\\d{6}-\\d+(-\\d+)?\\.npz$`).test(name);
  for (const name of [...all.filter(isNamed), ...all.filter(name => !isNamed(name))]) {
    const file = path.join(folder, name);
    const {info, fault} = await readRun(file, true);
    if (fault !== undefined && isNamed(name)) onFault(fault);
    if (info === undefined || !runHasLearned(info) || !isSameDataset(info, checksum)) continue;
    if (isNamed(name) || Object.keys(checksum).length > 0) return file;
  }
  return undefined;
}

/** The files in the folder of all runs, the newest first: by the time in their names, then by when they were saved. */
export async function runNames(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new UserError(`${folder}: the folder of runs cannot be read (${error.message})`);
  });
  const timed = names.flatMap(name => {
    const time = /-(\d{8}-\d{6})-\d+(-\d+)?\.npz$/.exec(name)?.[1];
    return time === undefined ? [] : [{name, time}];
  });
  const files = await Promise.all(
    timed.map(async each => {
      const found = await stat(path.join(folder, each.name)).catch(() => undefined);
      // What is no regular file is no run, and might never come to an end.
      return found?.isFile() ? [{...each, saved: found.mtimeMs}] : [];
    }),
  );
  return files
    .flat()
    .sort((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : b.saved - a.saved))
    .map(({name}) => name);
}

/** What is known of a run without its weights. */
export function summaryOf(file: string, {dataset, epoch, stepInEpoch, settings, history, curve}: RunInfo): RunSummary {
  return {file, dataset: dataset.name, epochs: epoch, stepInEpoch, settings, history, curve};
}

/**
 * The run that could go on: in the file that was named, else the newest on the dataset; undefined when there is none.
 * @param onFault is told in a line why there is none, and of each that is passed over since it is damaged
 */
export async function savedRun(
  model: string | undefined,
  dataset: DatasetMark,
  onFault: (line: string) => void,
): Promise<RunSummary | undefined> {
  const newest = (): Promise<string | undefined> =>
    newestRun(dataset, onFault).catch(error => {
      onFault(messageOf(error));
      return undefined;
    });
  const file = model ?? (await newest());
  const {info} = file === undefined ? {} : await readRun(file);
  return file === undefined || info === undefined ? undefined : summaryOf(file, info);
}

/**
 * Opens the checkpoint that a command reads: the file that was named, else the newest run on the dataset.
 * @throws UserError when there is none, or it is damaged or foreign
 */
export async function openRun(
  model: string | undefined,
  dataset: DatasetMark,
  onFault?: (line: string) => void,
): Promise<SavedRun> {
  const file = model === undefined ? await newestRun(dataset, onFault) : (await modelFile(model)).file;
  const trainLine = commandLine(isScrambledName(dataset.name) ? 'train --scramble' : 'train');
  if (file === undefined) {
    const other = await newestRun({...dataset, checksum: {}});
    if (other !== undefined) {
      const way = `name one with --model, such as ${printable(other)}`;
      throw new UserError(`no run on ${dataset.name} that is saved was trained on these images; ${way}`);
    }
    throw new UserError(`no run on ${dataset.name} is saved that has learned something; train first: ${trainLine}`);
  }
  const mark = await markOf(file);
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw new UserError(`${file}: ${error.message}`);
    const way = didYouMeanFile(file) || `; train first: ${trainLine}`;
    throw new UserError(`${file}: no weights saved yet${way}`);
  });
  const checkpoint = decodeModel(bytes, file);
  const {info} = checkpoint;
  return {file, mark, ...checkpoint, moments: () => (info === undefined ? [] : decodeMoments(bytes, info, file))};
}
