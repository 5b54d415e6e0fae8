import {readdir, stat} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {listed, UserError} from '../errors.js';
import {didYouMeanFile} from '../suggest.js';
import {type Candidate, candidatesIn, csvPair, type Location} from './candidates.js';
import {splits} from './dataset.js';
import {deepest, type Folder, foldersBelow} from './folder.js';
import {describeForeignNames} from './foreign.js';
import {arrayKinds, idxRoleOf, roleOf} from './names.js';
import {unreadable} from './read-file.js';

/** The dataset that comes with the program. */
export const defaultDataPath = fileURLToPath(new URL('../../../data/mnist.npz', import.meta.url));

/** A location, and in one line what a user should know of how it was chosen. */
export type Found = Location & {readonly note?: string};

/**
 * Finds out what a path given as `--data` holds: a file; a folder with a dataset's files in it or down to three folders
 * below; or, where several datasets lie in one folder, the beginning of the files' names, such as `data/emnist-mnist`.
 * @throws UserError when there is no dataset, or more than one
 */
export async function locate(dataPath: string): Promise<Found> {
  const found = await stat(dataPath).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) return byBeginning(dataPath, found);
  if (!found.isDirectory()) return /\.csv$/i.test(dataPath) ? csvPair(dataPath) : {npz: dataPath};
  const levels = await foldersBelow(dataPath).catch(error => {
    throw unreadable(dataPath, error);
  });
  for (const level of levels) {
    const [first, ...others] = level.flatMap(({path: folder, files}) => candidatesIn(folder, files));
    if (first !== undefined && others.length === 0) return locationOf(first);
    if (first === undefined) continue;
    const names = [first, ...others].map(({give}) => path.relative(dataPath, give));
    throw new UserError(`${dataPath}: several datasets: ${listed(names)}; give one of them, such as ${first.give}`);
  }
  const csv = levels.flatMap(level => level.flatMap(({files}) => files)).find(isCsvOfSplit);
  if (csv !== undefined) return csvPair(csv);
  throw nothingIn(dataPath, levels.flat());
}

const locationOf = ({location, note}: Candidate): Found => (note === undefined ? location : {...location, note});

/** The dataset whose files' names begin with a path that is no file itself. */
async function byBeginning(dataPath: string, error: NodeJS.ErrnoException): Promise<Location> {
  const folder = path.dirname(dataPath);
  const names = error.code === 'ENOENT' ? await readdir(folder).catch(() => []) : [];
  const files = names.map(name => path.join(folder, name));
  const [named] = candidatesIn(folder, files, path.basename(dataPath));
  if (named !== undefined) return named.location;
  if (error.code !== 'ENOENT') throw unreadable(dataPath, error);
  const help =
    dataPath === defaultDataPath
      ? '; run npm run build'
      : didYouMeanFile(dataPath) || '; give an .npz file or a folder of IDX files';
  throw new UserError(`${dataPath}: no such file or folder${help}`);
}

const isCsvOfSplit = (file: string): boolean =>
  /\.csv$/i.test(file) && roleOf(path.basename(file, path.extname(file))) !== undefined;

/** The error for a folder without a dataset: the file that is missing, or what lies there instead. */
function nothingIn(dataPath: string, folders: readonly Folder[]): UserError {
  for (const {path: folder, files} of folders) {
    const roles = files.flatMap(file => idxRoleOf(file) ?? []);
    const beginning = roles[0] === undefined || roles[0].rest === '' ? '' : `${roles[0].rest}-`;
    for (const split of splits) {
      for (const kind of arrayKinds) {
        if (roles.length === 0 || roles.some(role => role.split === split && role.kind === kind)) continue;
        const prefix = split === 'train' ? 'train' : beginning === '' ? 't10k' : 'test';
        const axes = kind === 'images' ? 3 : 1;
        return new UserError(`${folder}: no ${beginning}${prefix}-${kind}-idx${axes}-ubyte (or .gz) in this folder`);
      }
    }
  }
  const names = folders.flatMap(({files}) => files).map(file => path.relative(dataPath, file));
  const foreign = describeForeignNames(names);
  if (foreign !== undefined) return new UserError(`${dataPath}: no dataset; ${foreign}`);
  return new UserError(
    `${dataPath}: no train-images-idx3-ubyte (or .gz) in this folder or ${deepest} levels below, nor an .npz, .npy or CSV dataset; give another folder`,
  );
}
