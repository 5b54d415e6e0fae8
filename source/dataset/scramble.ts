import {inputSize} from '../network/architecture.js';
import {seededRandom, shuffled, streams} from '../network/random.js';
import type {SplitData} from './dataset.js';

const mark = ', scrambled';

/** What a dataset is called once its pixels are scrambled. */
export const scrambledName = (name: string): string => `${name}${mark}`;

/** Whether a name is of a dataset whose pixels are scrambled. */
export const isScrambledName = (name: string): boolean => name.endsWith(mark);

/** What to do, for the end of a sentence, where a run learned scrambled pixels and these are none, or the other way round. */
export function scrambleAdvice(learned: string, name: string): string {
  if (isScrambledName(learned) === isScrambledName(name)) return '';
  return isScrambledName(learned) ? '; add --scramble' : '; leave out --scramble';
}

/**
 * Puts the pixels of each image into another order, in place: the same for all images of every dataset, and not of the
 * seed, so that runs compare.
 */
export function scrambled(data: SplitData): SplitData {
  const {images, known} = data;
  const order = shuffled(inputSize, seededRandom(0, streams.scramble));
  const after = new Uint8Array(inputSize);
  for (let start = 0; start < images.length; start += inputSize) {
    for (let place = 0; place < inputSize; place++) after[place] = images[start + order[place]];
    images.set(after, start);
  }
  return {...data, ...(known && {known: scrambledName(known)}), isScrambled: true};
}
