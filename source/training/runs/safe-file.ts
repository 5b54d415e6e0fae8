import {constants} from 'node:fs';
import {copyFile, link, lstat, open, readdir, readlink, realpath, rename, rm, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {messageOf, UserError} from '../../errors.js';
import {makeFolder} from '../../folders.js';

/** The permissions of a file that did not exist; the process's umask takes away from them. */
export const newMode = 0o666;

/** Where writing to a path really ends: links are followed, also one whose target is not there yet. */
export async function resolveLinks(file: string): Promise<string> {
  let at = path.resolve(file);
  for (let hops = 0; hops < 40; hops++) {
    const found = await lstat(at).catch(() => undefined);
    if (found === undefined) return at;
    if (!found.isSymbolicLink()) return realpath(at);
    at = path.resolve(path.dirname(at), await readlink(at));
  }
  throw new UserError(`${file}: too many links lead on from here`);
}

/** How a file is written. */
type WriteOptions = {
  /** Where the file that is replaced stays; undefined: nowhere. */
  readonly keep?: string | undefined;
  /** The error of a file that could not be written. */
  readonly faultOf?: (file: string, error: unknown) => UserError;
  /** Is asked when all is written, just before it takes its place: where it is met, nothing is replaced. */
  readonly unless?: (() => Promise<boolean>) | undefined;
};

/**
 * Writes a file so that it is there whole or not at all, whatever happens meanwhile: a file beside it is written, brought
 * to the disk, and takes its place. What it replaces keeps its permissions.
 * @param file as resolveLinks gives it; its folder exists
 * @param bytes all at once, or in pieces
 * @returns whether it is there: not where `unless` was met
 * @throws UserError when it cannot be written
 */
export async function writeWhole(
  file: string,
  bytes: Uint8Array | readonly Uint8Array[],
  {keep, faultOf = notSaved, unless}: WriteOptions = {},
): Promise<boolean> {
  const partial = partialOf(file);
  try {
    const before = await stat(file).catch(() => undefined);
    await writeThrough(partial, bytes, before === undefined ? newMode : before.mode & 0o777);
    if (await unless?.()) {
      await rm(partial, {force: true});
      return false;
    }
    if (before !== undefined && keep !== undefined) await keepAs(file, keep);
    await rename(partial, file);
    await syncFolder(path.dirname(file));
    return true;
  } catch (error) {
    await rm(partial, {force: true}).catch(() => {});
    throw faultOf(file, error);
  }
}

/** The error of weights that could not be saved: the reason first, since a narrow screen shows no more. */
export const notSaved = (file: string, error: unknown): UserError =>
  new UserError(`the weights could not be saved (${messageOf(error)}): ${file}; choose a place with --model`);

/**
 * Finds out whether a file can be written, without touching it: makes its folder, and writes as many bytes beside it.
 * @param advice what the user can do where it cannot
 * @throws UserError when it cannot
 */
export async function tryWriting(
  file: string,
  bytes: Uint8Array,
  advice = '; choose a place with --model',
): Promise<void> {
  await makeFolder(path.dirname(file), advice);
  const partial = partialOf(file);
  try {
    await rm(partial, {force: true});
    const handle = await open(partial, 'wx', newMode);
    await handle.writeFile(bytes).finally(() => handle.close());
  } catch (error) {
    throw new UserError(`${file}: cannot be written (${messageOf(error)})${advice}`);
  } finally {
    await rm(partial, {force: true}).catch(() => {});
  }
}

/** Tells a file from another that has taken its place; undefined when there is none. */
export async function markOf(file: string): Promise<string | undefined> {
  const found = await lstat(file, {bigint: true}).catch(() => undefined);
  return found && `${found.ino} ${found.mtimeNs} ${found.size} ${found.mode}`;
}

/** Whether two marks are of the same content: its permissions may be others. */
export const isSameContent = (one: string, other: string): boolean =>
  one.replace(/ \d+$/, '') === other.replace(/ \d+$/, '');

/** Where a file is written before it takes its place. */
export const partialOf = (file: string): string => `${file}.${process.pid}.partial`;

/** Writes a new file and brings it to the disk; what a killed run left there goes. */
export async function writeThrough(
  file: string,
  bytes: Uint8Array | readonly Uint8Array[],
  mode: number,
): Promise<void> {
  await rm(file, {force: true});
  const handle = await open(file, 'wx', mode);
  try {
    await writeFile(handle, bytes instanceof Uint8Array ? bytes : [...bytes]);
    // The umask counts for a new file alone; one that is replaced keeps what it had.
    if (mode !== newMode) await handle.chmod(mode);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives a file a second name, in place of what had that name. */
async function keepAs(file: string, keep: string): Promise<void> {
  const step = `${keep}.${process.pid}.partial`;
  await rm(step, {force: true});
  // Not every file system has second names.
  await link(file, step).catch(() => copyFile(file, step, constants.COPYFILE_EXCL));
  await rename(step, keep);
  // Between two names of one file, rename does nothing.
  await rm(step, {force: true});
}

/** Brings a folder's new names to the disk, where the system can. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

/**
 * Removes what killed runs left in a folder: parts whose process is no more.
 * @param prefix what their names begin with
 */
export async function removeLeftovers(folder: string, prefix: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const [, pid] = name.startsWith(prefix) ? (/\.(\d+)\.partial$/.exec(name) ?? []) : [];
    if (pid !== undefined && !isAlive(Number(pid))) await rm(path.join(folder, name), {force: true}).catch(() => {});
  }
}

function isAlive(pid: number): boolean {
  // A process writes nothing before it looks for leftovers; in a container its number is that of the one before it.
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
