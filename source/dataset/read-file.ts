import {readFile, stat} from 'node:fs/promises';
import {messageOf, UserError} from '../errors.js';

/** Why a file cannot be read, by Node's code, and what to do about it. */
const reasons: Readonly<Record<string, string>> = {
  EISDIR: 'a folder where a file was wanted; give the folder that holds the files',
  ENOTDIR: 'a part of the path is a file, not a folder; give an .npz file or a folder of IDX files',
  EACCES: 'you may not read it; change its permissions, or give another path',
  EPERM: 'you may not read it; change its permissions, or give another path',
  ELOOP: 'its symbolic links lead in a circle; give the path of the file itself',
  ENAMETOOLONG: 'the name is too long; give another path',
  ERR_FS_FILE_TOO_LARGE: 'larger than 2 GiB, the most that is read; save its pixels as uint8',
};

/** The UserError for a path that cannot be read; whatever the reason, a person can mend it. */
export function unreadable(path: string, error: unknown): UserError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return new UserError(`${path}: ${reasons[code] ?? `cannot be read (${messageOf(error)}); give another path`}`);
}

/**
 * All bytes of a file or pipe.
 * @throws UserError that names the path, when it cannot be read or is a device
 */
export async function readData(path: string): Promise<Buffer> {
  try {
    const found = await stat(path);
    if (found.isCharacterDevice() || found.isBlockDevice()) {
      throw new UserError(`${path}: a device; give an .npz file or a folder of IDX files`);
    }
    return await readFile(path);
  } catch (error) {
    throw error instanceof UserError ? error : unreadable(path, error);
  }
}
