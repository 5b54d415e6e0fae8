import type {Dirent} from 'node:fs';
import {readdir, stat} from 'node:fs/promises';
import path from 'node:path';
import {idxRoleOf} from './names.js';

/** A folder with the files in it, both as paths. */
export type Folder = {readonly path: string; readonly files: readonly string[]};

/** How many folders down a dataset is looked for. */
export const deepest = 3;
/** What is looked at in all, so that a home folder does not take minutes. */
const mostNames = 20_000;

/**
 * A folder and those below it, three levels down, level by level; files are regular ones or links to such. A folder that
 * is named like an IDX file, as unpacking leaves them, lends its files to the folder above.
 * @throws what Node throws when the folder itself cannot be read; those below are passed over
 */
export async function foldersBelow(top: string): Promise<readonly (readonly Folder[])[]> {
  const levels: Folder[][] = [];
  let names = 0;
  let paths = [top];
  for (let depth = 0; depth <= deepest && paths.length > 0 && names < mostNames; depth++) {
    const level: Folder[] = [];
    const next: string[] = [];
    for (const folder of paths) {
      const entries = await readdir(folder, {withFileTypes: true}).catch(error => {
        if (depth === 0) throw error;
        return [];
      });
      names += entries.length;
      const {files, folders} = await sorted(folder, entries.slice(0, mostNames));
      for (const lent of folders.filter(name => idxRoleOf(name) !== undefined)) files.push(...(await filesIn(lent)));
      level.push({path: folder, files});
      next.push(...folders);
      if (names >= mostNames) break;
    }
    levels.push(level);
    paths = next;
  }
  return levels;
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, {withFileTypes: true}).catch(() => []);
  return (await sorted(folder, entries)).files;
}

/** Files and folders by name, hidden ones left out. */
async function sorted(folder: string, entries: readonly Dirent[]): Promise<{files: string[]; folders: string[]}> {
  const files: string[] = [];
  const folders: string[] = [];
  for (const entry of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const place = path.join(folder, entry.name);
    const found = entry.isSymbolicLink() ? await stat(place).catch(() => undefined) : entry;
    if (found?.isFile()) files.push(place);
    if (found?.isDirectory()) folders.push(place);
  }
  return {files, folders};
}
