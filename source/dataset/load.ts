import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {UserError} from '../errors.js';
import {type Dataset, type Split, type SplitData, sharedBytes} from './dataset.js';
import {parseIdx} from './idx.js';
import {type Location, locate} from './locate.js';
import {type NpyArray, npyValues, parseNpy} from './npy.js';
import {openNpz} from './npz.js';

/**
 * Reads and checks a dataset.
 * @param dataPath an .npz file in Keras's layout or a folder of the four IDX files
 * @param onSplit is called with each split as soon as it is there; the small one, test, comes first
 * @throws UserError that names the file, what was found and what was wanted
 */
export async function loadDataset(
  dataPath: string,
  onSplit?: (split: Split, data: SplitData) => void,
): Promise<Dataset> {
  const readSplit = await openDataset(await locate(dataPath));
  const load = async (split: Split): Promise<SplitData> => {
    const data = await readSplit(split);
    onSplit?.(split, data);
    return data;
  };
  const test = await load('test');
  const train = await load('train');
  return {name: path.basename(dataPath), path: path.resolve(dataPath), train, test};
}

/**
 * Reads and checks one split only.
 * @param dataPath as of loadDataset
 * @throws UserError as loadDataset, but is silent on what only the other split has wrong
 */
export async function loadSplit(dataPath: string, split: Split): Promise<SplitData> {
  const readSplit = await openDataset(await locate(dataPath));
  return readSplit(split);
}

/** Gives a function that reads a split. */
async function openDataset(location: Location): Promise<(split: Split) => Promise<SplitData>> {
  if ('idx' in location) {
    return async split => {
      const {images, labels} = location.idx[split];
      const pixels = parseIdx(await readFile(images), 'images', images);
      const classes = parseIdx(await readFile(labels), 'labels', labels);
      return checkedSplit(
        {where: images, shape: pixels.shape, pixels: () => shared(pixels.data)},
        {where: labels, shape: classes.shape, values: classes.data},
      );
    };
  }
  const file = location.npz;
  const members = openNpz(await readFile(file), file);
  const wanted = ['x_train', 'y_train', 'x_test', 'y_test'];
  const found = [...members.keys()].map(name => name.replace(/\.npy$/, ''));
  if (!wanted.every(name => found.includes(name))) {
    throw new UserError(`${file}: has ${found.join(', ') || 'no arrays'}; wanted ${wanted.join(', ')}`);
  }
  const array = (name: string): NpyArray => {
    const member = members.get(`${name}.npy`) ?? members.get(name);
    if (member === undefined) throw new UserError(`${file}: no ${name}`);
    return parseNpy(member(), `${file}: ${name}`);
  };
  return async split => {
    const labels = array(`y_${split}`);
    const images = array(`x_${split}`);
    return checkedSplit(
      {where: `${file}: x_${split}`, shape: images.shape, pixels: () => pixelsOf(images, `${file}: x_${split}`)},
      {where: `${file}: y_${split}`, shape: labels.shape, values: npyValues(labels)},
    );
  };
}

/** Checks shapes, counts and labels of a split. */
function checkedSplit(
  images: {where: string; shape: readonly number[]; pixels: () => Uint8Array},
  labels: {where: string; shape: readonly number[]; values: ArrayLike<number>},
): SplitData {
  const [count, ...size] = images.shape;
  if (count === undefined || !['28,28', '784', '28,28,1'].includes(size.join())) {
    throw new UserError(`${images.where}: shape (${images.shape.join(', ')}); wanted (count, 28, 28)`);
  }
  if (count === 0) throw new UserError(`${images.where}: no images`);
  if (labels.shape.length !== 1 || labels.shape[0] !== count) {
    throw new UserError(
      `${labels.where}: labels of shape (${labels.shape.join(', ')}); wanted one for each of ${count} images`,
    );
  }
  const checked = sharedBytes(count);
  for (let index = 0; index < count; index++) {
    const label = labels.values[index];
    if (!Number.isInteger(label) || label < 0 || label > 9) {
      throw new UserError(`${labels.where}: label ${label} at index ${index}; wanted 0 to 9`);
    }
    checked[index] = label;
  }
  return {count, images: images.pixels(), labels: checked};
}

/** Pixels of any number type as 0 to 255, in shared memory: values of at most 1 are brightness and are scaled up. */
function pixelsOf(array: NpyArray, where: string): Uint8Array {
  if (array.dtype === '|u1' && !array.fortranOrder && array.data.some(value => value > 1)) return shared(array.data);
  const values = npyValues(array);
  let highest = 0;
  for (const value of values) {
    if (!(value >= 0 && value <= 255)) throw new UserError(`${where}: a pixel of ${value}; wanted 0 to 255, or 0 to 1`);
    if (value > highest) highest = value;
  }
  const factor = highest <= 1 ? 255 : 1;
  const pixels = sharedBytes(values.length);
  for (let index = 0; index < values.length; index++) pixels[index] = Math.round(values[index] * factor);
  return pixels;
}

/** The same bytes in memory that all threads share: themselves if they are there already. */
function shared(bytes: Uint8Array): Uint8Array {
  if (bytes.buffer instanceof SharedArrayBuffer) return bytes;
  const copy = sharedBytes(bytes.length);
  copy.set(bytes);
  return copy;
}
