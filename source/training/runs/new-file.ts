import {link, lstat, mkdir, rename, rm} from 'node:fs/promises';
import path from 'node:path';
import {messageOf, UserError} from '../../errors.js';
import {exitCodes} from '../../exit-codes.js';
import {makeFolder} from '../../folders.js';
import {newMode, partialOf, resolveLinks, syncFolder, writeThrough} from './safe-file.js';

const advice = '; choose another path';

/**
 * Writes a file, or a folder of files, that was not there before: whole or not at all, and in place of nothing.
 * @throws UserError where something has that name already (exit code 2), or it cannot be written
 */
export async function writeNew(
  named: string,
  content: Uint8Array | Readonly<Record<string, Uint8Array>>,
): Promise<void> {
  const file = await resolveLinks(named);
  const isFile = content instanceof Uint8Array;
  if (isFile && /[\\/]$/.test(named)) throw new UserError(`${named}: is a folder; name a file in it`, exitCodes.usage);
  await checkFree(file, named);
  await makeFolder(path.dirname(file), advice);
  const partial = partialOf(file);
  try {
    if (isFile) await writeThrough(partial, content, newMode);
    else await writeFolder(partial, content);
    await takeName(partial, file, named, isFile);
    await syncFolder(path.dirname(file));
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${named}: cannot be written (${messageOf(error)})${advice}`);
  } finally {
    await rm(partial, {force: true, recursive: true}).catch(() => {});
  }
}

/** @throws UserError where anything has that name, also a link that leads nowhere */
async function checkFree(file: string, named: string): Promise<void> {
  const found = await lstat(file).catch((error: NodeJS.ErrnoException) => error);
  if (!(found instanceof Error)) throw isThere(named);
  if (found.code !== 'ENOENT' && found.code !== 'ENOTDIR') {
    throw new UserError(`${named}: cannot be written (${found.message})${advice}`);
  }
}

const isThere = (named: string): UserError =>
  new UserError(
    `${named}: is there already, and nothing is replaced; remove it first, or choose another path`,
    exitCodes.usage,
  );

async function writeFolder(folder: string, files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  await rm(folder, {force: true, recursive: true});
  await mkdir(folder);
  for (const [name, bytes] of Object.entries(files)) await writeThrough(path.join(folder, name), bytes, newMode);
  await syncFolder(folder);
}

/** Gives what was written its name, unless another program took that meanwhile. */
async function takeName(partial: string, file: string, named: string, isFile: boolean): Promise<void> {
  if (isFile) {
    // A second name is never given in place of another, as rename would do it; not every file system has second names.
    const fault = await link(partial, file).then(
      () => undefined,
      (error: NodeJS.ErrnoException) => error,
    );
    if (fault === undefined) return;
    if (fault.code === 'EEXIST') throw isThere(named);
  }
  await checkFree(file, named);
  await rename(partial, file);
}
