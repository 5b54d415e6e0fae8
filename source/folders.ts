import {mkdir, stat} from 'node:fs/promises';
import path from 'node:path';
import {messageOf, UserError} from './errors.js';

/**
 * Makes a folder and those above it that are missing, one by one: Node's own recursive mkdir never ends in some places,
 * such as /proc.
 * @throws UserError when one cannot be made, or is a file
 */
export async function makeFolder(folder: string): Promise<void> {
  const missing: string[] = [];
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const found = await stat(at).catch(error => error as NodeJS.ErrnoException);
    if (!(found instanceof Error)) {
      if (!found.isDirectory()) throw new UserError(`${at}: is a file, not a folder; choose a place with --model`);
      break;
    }
    if (found.code !== 'ENOENT' || path.dirname(at) === at) throw cannotMake(at, found);
    missing.unshift(at);
  }
  for (const each of missing) {
    await mkdir(each).catch((error: NodeJS.ErrnoException) => {
      // Another run may have made it in the meantime.
      if (error.code !== 'EEXIST') throw cannotMake(each, error);
    });
  }
}

const cannotMake = (folder: string, error: unknown): UserError =>
  new UserError(`${folder}: the folder cannot be made (${messageOf(error)}); choose a place with --model`);
