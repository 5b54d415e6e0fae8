import path from 'node:path';
import {UserError} from '../errors.js';
import {inputSize} from '../network/architecture.js';
import type {Location} from './candidates.js';
import type {Dataset, Split, SplitData} from './dataset.js';
import {knownDataset} from './known.js';
import {labelsOf} from './labels.js';
import {locate} from './locate.js';
import {openDataset} from './open.js';
import {pixelsOf} from './pixels.js';
import {scrambled, scrambledName} from './scramble.js';

/** How a dataset is read. */
export type Reading = {
  /** Whether the pixels of all images are put into another order, see scramblePixels. */
  readonly scramble?: boolean;
  /** Is called with each split as soon as it is there; the small one, test, comes first. */
  readonly onSplit?: (split: Split, data: SplitData) => void;
  /** Is called while a split is read, with the memory of its images and how many of them are there for good. */
  readonly onImages?: (split: Split, images: Uint8Array, count: number) => void;
};

/**
 * Reads and checks a dataset.
 * @param dataPath a file, a folder, or the beginning of files' names, as of locate
 * @throws UserError that names the file, what was found and what was wanted
 */
export async function loadDataset(
  dataPath: string,
  {scramble = false, onSplit, onImages}: Reading = {},
): Promise<Dataset> {
  const location = await locate(dataPath);
  const readSplit = await splitReader(location, scramble, onImages);
  // Both at once; when both cannot be read, it is said of the small one.
  const reading = readSplit('train');
  reading.catch(() => undefined);
  const test = await readSplit('test');
  onSplit?.('test', test);
  const train = await reading;
  onSplit?.('train', train);
  const note = location.note === undefined ? {} : {note: location.note};
  return {name: fileName(dataPath, scramble), path: path.resolve(dataPath), ...note, train, test};
}

/**
 * Reads and checks one split only.
 * @param dataPath as of loadDataset
 * @param scramble as of Reading
 * @throws UserError as loadDataset, but is silent on what only the other split has wrong
 */
export async function loadSplit(dataPath: string, split: Split, scramble = false): Promise<SplitData> {
  const readSplit = await splitReader(await locate(dataPath), scramble);
  return readSplit(split);
}

/** What a dataset is called by its file or folder. */
export function fileName(dataPath: string, scramble: boolean): string {
  const name = path.basename(dataPath);
  return scramble ? scrambledName(name) : name;
}

/** The sizes of one image that are taken, whatever else is in the shape. */
const imageSizes = ['28,28', '784', '28,28,1', '1,28,28'];

/** Gives a function that reads a split. Shapes and labels are checked before any pixel is read. */
async function splitReader(
  location: Location,
  scramble: boolean,
  onImages?: Reading['onImages'],
): Promise<(split: Split) => Promise<SplitData>> {
  const arrays = await openDataset(location);
  return async split => {
    const {images, labels} = await arrays(split);
    const [count, ...size] = images.shape;
    if (count === undefined || !imageSizes.includes(size.join())) {
      throw new UserError(`${images.where}: shape (${images.shape.join(', ')}); wanted (count, 28, 28)`);
    }
    if (count === 0) throw new UserError(`${images.where}: no images`);
    const checked = await labelsOf(labels, count);
    const {title: known, classNames} = knownDataset(checked, split, fileOf(location, split)) ?? {};
    const about = {...(known && {known}), ...(classNames && {classNames})};
    const pixels = await pixelsOf(images, isTransposed(location, split), (arriving, length) => {
      if (!scramble) onImages?.(split, arriving, Math.floor(length / inputSize));
    });
    const data = {count, images: pixels, labels: checked, ...about};
    return scramble ? scrambled(data) : data;
  };
}

/** EMNIST's files hold each image column by column; its names tell. */
function isTransposed(location: Location, split: Split): boolean {
  return ('idx' in location || 'csv' in location) && /emnist/i.test(path.basename(fileOf(location, split)));
}

/** The file that a split's images are in. */
function fileOf(location: Location, split: Split): string {
  if ('npz' in location) return location.npz;
  if ('csv' in location) return location.csv[split];
  if ('idx' in location) return location.idx[split].images;
  return ('npy' in location ? location.npy : location.npzs)[split].images;
}
