import {constants} from 'node:fs';
import {access, readdir, readFile, rm, stat} from 'node:fs/promises';
import path from 'node:path';
import {openNpz} from '../../dataset/npz.js';
import {UserError} from '../../errors.js';
import {exitCodes} from '../../exit-codes.js';
import {makeFolder} from '../../folders.js';
import {parameterCount} from '../../network/architecture.js';
import {memory, type OptimizerName} from '../../network/optimizers.js';
import {decodeRunInfo} from '../formats/checkpoint.js';
import {NewerFormatError} from '../formats/run-info.js';
import {runsFolder} from './runs-folder.js';
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
/** The bytes of a run's first save: weights and what the optimiser remembers, four bytes each, and its info. */
const sizeOf = (hidden: number, optimizer: OptimizerName): number =>
  4 * (1 + memory[optimizer]) * parameterCount(hidden) + 20_000;

/**
 * Finds out where weights will be saved, and that they can be, before anything is computed.
 * @param model what `--model` names; undefined: the folder of all runs
 * @param network what will be saved
 * @throws UserError when the place cannot be written, or holds what the program did not save (exit code 2)
 */
export async function preparePlace(
  model: string | undefined,
  {hidden, optimizer}: {readonly hidden: number; readonly optimizer: OptimizerName},
): Promise<SavePlace> {
  const trial = Buffer.alloc(sizeOf(hidden, optimizer), 1);
  if (model === undefined) {
    const folder = runsFolder();
    await makeFolder(folder);
    await removeLeftovers(folder, '');
    await removeEmptyRuns(folder);
    await tryWriting(path.join(folder, 'trial.npz'), trial);
    return {folder};
  }
  if (model.endsWith('/') || model.endsWith(path.sep)) throw isFolder(model);
  if (/\.(safetensors|onnx|csv|h)$/i.test(model)) {
    throw new UserError(
      `${model}: a run is saved as .npz; export its weights to such a file afterwards`,
      exitCodes.usage,
    );
  }
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

/**
 * Refuses to put weights in place of anything but weights that this program saved.
 * @param named what the message calls the file
 * @throws UserError (exit code 2)
 */
export async function checkReplaceable(file: string, named: string): Promise<void> {
  const refuse = (why: string): UserError => new UserError(`${named}: ${why}`, exitCodes.usage);
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) {
    if (found.code === 'ENOENT') return;
    throw refuse(`cannot be a file for weights (${found.message}); choose another place with --model`);
  }
  if (found.isDirectory()) throw isFolder(named);
  if (!found.isFile()) throw refuse('is no regular file; to keep no weights give --no-save');
  const writable = await access(file, constants.W_OK).then(
    () => (found.mode & 0o222) !== 0,
    () => false,
  );
  if (!writable) throw refuse('is read-only; choose another place with --model');
  const content = found.size > largest ? 'foreign' : await contentOf(file);
  if (content === 'newer') {
    throw refuse('was saved by a newer mnist-tui; update, or choose another place with --model');
  }
  if (content === 'foreign') {
    throw refuse('is there already, and holds no run that mnist-tui saved; choose another place with --model');
  }
}

/** Whose a file is: a run of this program, a run of a version to come, or anything else. */
async function contentOf(file: string): Promise<'ours' | 'newer' | 'foreign'> {
  try {
    return decodeRunInfo(openNpz(await readFile(file), file), file) === undefined ? 'foreign' : 'ours';
  } catch (error) {
    return error instanceof NewerFormatError ? 'newer' : 'foreign';
  }
}

/** Removes names that runs took long ago and never filled, since they were killed. */
async function removeEmptyRuns(folder: string): Promise<void> {
  const longAgo = Date.now() - 3_600_000;
  const names = await readdir(folder).catch(() => []);
  const removals = names.map(async name => {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (found?.isFile() && found.size === 0 && found.mtimeMs < longAgo && /\.npz$/.test(name))
      await rm(file, {force: true});
  });
  await Promise.all(removals);
}
