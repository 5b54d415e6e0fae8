import {lstat} from 'node:fs/promises';
import path from 'node:path';
import {runsFolder} from './runs-folder.js';

/** A time as names of files have it, in UTC: `20260131-235959`. */
export const stampOf = (time: Date): string => time.toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);

/** A run's name: its file's, without folder and ending. */
export const runNameOf = (file: string): string => path.basename(file).replace(/\.npz$/i, '');

/** The file that a run of such a name has in the folder of all runs. */
export const runFileOf = (name: string): string => path.join(runsFolder(), `${name}.npz`);

/** Whether a word can be the name of a run: a name of a file, no path. */
export const isRunName = (word: string): boolean => /^[\w][\w.-]*$/.test(word);

/**
 * The file that `--model` names: that path, or where nothing has it, the run of that name.
 * @returns the file, and whether it was named as a run
 */
export async function modelFile(named: string): Promise<{readonly file: string; readonly isRun: boolean}> {
  const isThere = async (file: string): Promise<boolean> =>
    lstat(file).then(
      () => true,
      () => false,
    );
  if (!isRunName(named) || (await isThere(named))) return {file: named, isRun: false};
  const file = runFileOf(runNameOf(named));
  return (await isThere(file)) ? {file, isRun: true} : {file: named, isRun: false};
}
