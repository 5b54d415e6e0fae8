import {readdir, stat} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {UserError} from '../errors.js';
import {didYouMeanFile} from '../suggest.js';
import type {Split} from './dataset.js';

/** The four IDX files of a dataset, as paths. */
export type IdxFiles = Readonly<Record<Split, {readonly images: string; readonly labels: string}>>;

/** Where a dataset lies: one .npz archive, or four IDX files in a folder. */
export type Location = {readonly npz: string} | {readonly idx: IdxFiles};

/** The dataset that comes with the program. */
export const defaultDataPath = fileURLToPath(new URL('../../../data/mnist.npz', import.meta.url));

const prefixes: Readonly<Record<Split, string>> = {train: 'train', test: 't10k'};

/**
 * Finds out what a path given as `--data` holds.
 * @throws UserError when there is nothing, or a folder without the four files
 */
export async function locate(dataPath: string): Promise<Location> {
  const found = await stat(dataPath).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'no such file or folder' : error.message;
    const help =
      dataPath === defaultDataPath
        ? '; run npm run build'
        : didYouMeanFile(dataPath) || '; give an .npz file or a folder of IDX files';
    throw new UserError(`${dataPath}: ${why}${help}`);
  });
  if (!found.isDirectory()) return {npz: dataPath};
  const names = await readdir(dataPath);
  const file = (split: Split, kind: 'images' | 'labels'): string => {
    const axes = kind === 'images' ? 3 : 1;
    const pattern = new RegExp(`^${prefixes[split]}-${kind}[-.]idx${axes}-ubyte(\\.gz)?$`, 'i');
    const name = names.find(candidate => pattern.test(candidate));
    if (name === undefined) {
      throw new UserError(`${dataPath}: no ${prefixes[split]}-${kind}-idx${axes}-ubyte (or .gz) in this folder`);
    }
    return path.join(dataPath, name);
  };
  const files = (split: Split): {images: string; labels: string} => ({
    images: file(split, 'images'),
    labels: file(split, 'labels'),
  });
  return {idx: {train: files('train'), test: files('test')}};
}
