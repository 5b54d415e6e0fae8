import {mkdir, stat} from 'node:fs/promises';
import path from 'node:path';
import {messageOf, UserError} from './errors.js';

/**
 * Makes a folder and those above it that are missing, one by one: Node's own recursive mkdir never ends in some places,
 * such as /proc.
 * @param advice what the user can do where one cannot be made
 * @throws UserError when one cannot be made, or is a file
 */
export async function makeFolder(folder: string, advice = '; choose a place with --model'): Promise<void> {
  const missing: string[] = [];
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const found = await stat(at).catch(error => error as NodeJS.ErrnoException);
    if (!(found instanceof Error)) {
      if (!found.isDirectory()) throw new UserError(`${at}: is a file, not a folder${advice}`);
      break;
    }
    if (found.code !== 'ENOENT' || path.dirname(at) === at) throw cannotMake(at, found, advice);
    missing.unshift(at);
  }
  for (const each of missing) {
    await mkdir(each).catch((error: NodeJS.ErrnoException) => {
      // Another run may have made it in the meantime.
      if (error.code !== 'EEXIST') throw cannotMake(each, error, advice);
    });
  }
}

const cannotMake = (folder: string, error: unknown, advice: string): UserError =>
  new UserError(`${folder}: the folder cannot be made (${messageOf(error)})${advice}`);
