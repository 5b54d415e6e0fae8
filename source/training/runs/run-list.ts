import {readdir, rm, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {messageOf, UserError} from '../../errors.js';
import {exitCodes} from '../../exit-codes.js';
import {didYouMean} from '../../suggest.js';
import type {RunInfo} from '../formats/run-info.js';
import {readRun, runNames, timeOf} from './run-files.js';
import {isRunName, runFileOf, runNameOf} from './run-names.js';
import {runsFolder} from './runs-folder.js';

/** A run in the folder of all runs. */
export type ListedRun = {
  readonly name: string;
  readonly file: string;
  /** When it was saved last. */
  readonly saved: Date;
  readonly starred: boolean;
  readonly info: RunInfo;
};

/** So many runs are kept, the newest, besides those with a star. */
const keptRuns = 20;

/** A run that was saved so lately may be another program's that trains it, in milliseconds. */
const fresh = 3_600_000;

/** The mark of a run that is always kept: an empty file beside its own. */
const starOf = (file: string): string => file.replace(/npz$/, 'star');

/**
 * All runs in the folder, the newest first.
 * @param onFault is told in a line of each that cannot be read
 */
export async function listRuns(onFault: (line: string) => void, folder = runsFolder()): Promise<ListedRun[]> {
  const stars = new Set((await readdir(folder).catch(() => [])).filter(name => name.endsWith('.star')));
  const runs: ListedRun[] = [];
  for (const each of await runNames(folder)) {
    const file = path.join(folder, each);
    const {info, fault} = await readRun(file);
    if (fault !== undefined) onFault(fault);
    const saved = (await stat(file).catch(() => undefined))?.mtime;
    if (info === undefined || saved === undefined) continue;
    runs.push({name: runNameOf(file), file, saved, starred: stars.has(starOf(each)), info});
  }
  return runs;
}

/**
 * The run of a name.
 * @throws UserError (exit code 2) when there is none
 */
export async function findRun(name: string): Promise<ListedRun> {
  const runs = await listRuns(() => undefined);
  const run = isRunName(name) ? runs.find(each => each.name === runNameOf(name)) : undefined;
  if (run !== undefined) return run;
  const near = didYouMean(
    name,
    runs.map(each => each.name),
  );
  throw new UserError(`${name}: no run of that name is saved${near}`, exitCodes.usage);
}

/** The file of a run, which may be damaged. */
export type RunFile = Pick<ListedRun, 'name' | 'file' | 'starred'>;

/**
 * The same without reading it, so that one that is damaged can be removed.
 * @throws UserError (exit code 2) when there is none
 */
export async function findRunFile(name: string): Promise<RunFile> {
  const file = runFileOf(runNameOf(name));
  const isThere = isRunName(name) && (await runNames(path.dirname(file))).includes(path.basename(file));
  if (!isThere) return findRun(name);
  const starred = await stat(starOf(file)).then(
    () => true,
    () => false,
  );
  return {name: runNameOf(file), file, starred};
}

/**
 * Gives a run a star, or takes it away.
 * @throws UserError when that cannot be written
 */
export async function setStar({file, name}: RunFile, starred: boolean): Promise<void> {
  try {
    if (starred) await writeFile(starOf(file), '');
    else await rm(starOf(file), {force: true});
  } catch (error) {
    throw new UserError(`${name}: its star could not be written (${messageOf(error)})`);
  }
}

/**
 * Removes a run for good.
 * @throws UserError when it has a star, or cannot be removed
 */
export async function removeRun({file, name, starred}: RunFile): Promise<void> {
  if (starred) throw new UserError(`${name}: has a star, and stays; take that away first: runs unstar ${name}`);
  await rm(file).catch(error => {
    throw new UserError(`${name}: could not be removed (${messageOf(error)})`);
  });
}

/**
 * Removes the oldest runs, so that the newest and those with a star are left. What cannot be read stays, and so does what
 * was saved within the hour: another program may be training it.
 * @param own the file of the run that is being saved
 */
export async function removeOldRuns(own: string): Promise<void> {
  const now = Date.now();
  const runs = (await listRuns(() => undefined, path.dirname(own))).filter(({file}) => file !== own);
  const old = runs.filter(({starred}) => !starred).toSorted((one, other) => newest(other) - newest(one));
  for (const run of old.slice(keptRuns - 1)) {
    // One from later than now is no older where the clock was set back.
    if (now - run.saved.getTime() > fresh) {
      await removeRun(run).catch(() => undefined);
    }
  }
}

/** When a run was last trained, in milliseconds: its name says when it began. */
const newest = ({name, saved}: ListedRun): number => Math.max(saved.getTime(), timeOf(name));
