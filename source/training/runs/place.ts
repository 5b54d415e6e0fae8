import {stat} from 'node:fs/promises';
import path from 'node:path';
import {UserError} from '../../errors.js';
import {exitCodes} from '../../exit-codes.js';
import {makeFolder} from '../../folders.js';
import {readRunInfo, runsFolder} from './run-files.js';
import {removeLeftovers, resolveLinks, tryWriting} from './safe-file.js';

/** Where a run is saved: in a file of its own in a folder, or in a file that was named. */
export type SavePlace =
  | {readonly folder: string}
  /** `previous` is where the weights stay that were there before. */
  | {readonly file: string; readonly previous: string};

/** A place in words; undefined where nothing is saved. */
export function placeName(place: SavePlace | undefined): string | undefined {
  if (place === undefined) return undefined;
  return 'file' in place ? place.file : place.folder;
}

/** More than any checkpoint has: a larger file is none. */
const largest = 2 ** 26;
/** As many bytes as the checkpoint of a network with 128 hidden units. */
const usualSize = 1_230_000;

/**
 * Finds out where weights will be saved, and that they can be, before anything is computed.
 * @param model what `--model` names; undefined: the folder of all runs
 * @throws UserError when the place cannot be written, or holds what the program did not save (exit code 2)
 */
export async function preparePlace(model: string | undefined): Promise<SavePlace> {
  const trial = Buffer.alloc(usualSize, 1);
  if (model === undefined) {
    const folder = runsFolder();
    await makeFolder(folder);
    await removeLeftovers(folder, '');
    await tryWriting(path.join(folder, 'trial.npz'), trial);
    return {folder};
  }
  if (model.endsWith('/') || model.endsWith(path.sep)) throw isFolder(model);
  const file = await resolveLinks(model);
  const previous = previousOf(file);
  await checkReplaceable(file, model);
  await checkReplaceable(previous, previous);
  await tryWriting(file, trial);
  for (const each of [file, previous]) await removeLeftovers(path.dirname(each), path.basename(each));
  return {file, previous};
}

/** `weights.npz` → `weights.previous.npz` */
const previousOf = (file: string): string => `${file.replace(/\.npz$/i, '')}.previous.npz`;

const isFolder = (named: string): UserError =>
  new UserError(
    `${named}: is a folder; name a file in it, such as --model ${path.join(named, 'model.npz')}`,
    exitCodes.usage,
  );

/** Refuses to put weights in place of anything but weights that this program saved. */
async function checkReplaceable(file: string, named: string): Promise<void> {
  const refuse = (why: string): UserError => new UserError(`${named}: ${why}`, exitCodes.usage);
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) {
    if (found.code === 'ENOENT') return;
    throw refuse(`cannot be a file for weights (${found.message}); choose another place with --model`);
  }
  if (found.isDirectory()) throw isFolder(named);
  if (!found.isFile()) throw refuse('is no regular file; to keep no weights give --no-save');
  if ((found.mode & 0o222) === 0) throw refuse('is read-only; choose another place with --model');
  const info = found.size > largest ? undefined : await readRunInfo(file);
  if (info === undefined) {
    throw refuse('is there already, and holds no weights that mnist-tui saved; choose another place with --model');
  }
}
