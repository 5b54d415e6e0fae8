import {inputSize} from './architecture.js';

/** Digits that are looked at between two rests. */
const portion = 500;

/** A digit that is near another: its index, and the square of their distance. */
export type Neighbour = {readonly index: number; readonly squared: number};

/** What a search comes to when it does not rest. */
export function atOnce<Found>(search: Generator<undefined, Found, void>): Found {
  for (;;) {
    const {done, value} = search.next();
    if (done) return value;
  }
}

/** The sum of the squares of each digit's pixels. @param images count × 784 pixels of 0 to 255 */
export function* squaredNorms(images: Uint8Array): Generator<undefined, Uint32Array, void> {
  const norms = new Uint32Array(images.length / inputSize);
  for (let index = 0; index < norms.length; index++) {
    let sum = 0;
    for (let place = index * inputSize; place < (index + 1) * inputSize; place++) sum += images[place] * images[place];
    norms[index] = sum;
    if (index % portion === portion - 1) yield;
  }
  return norms;
}

/**
 * The digits that are nearest to one by their pixels (Euclidean), the nearest first, of equals the first. Since
 * |a − b|² = |a|² + |b|² − 2 a·b, only pixels where it has ink are looked at. Rests now and then.
 * @param norms those of the images
 * @param self the index of the digit itself, where it is one of the images: it is left out
 */
export function* nearestByPixels(
  pixels: Uint8Array,
  images: Uint8Array,
  norms: Uint32Array,
  count: number,
  self: number | undefined,
): Generator<undefined, Neighbour[], void> {
  const inked = Array.from(pixels.keys()).filter(pixel => pixels[pixel] > 0);
  const inks = inked.map(pixel => pixels[pixel]);
  const own = inks.reduce((sum, ink) => sum + ink * ink, 0);
  const nearest: Neighbour[] = [];
  for (let index = 0; index < norms.length; index++) {
    let product = 0;
    for (let place = 0; place < inked.length; place++)
      product += inks[place] * images[index * inputSize + inked[place]];
    if (index !== self) keep(nearest, {index, squared: own + norms[index] - 2 * product}, count);
    if (index % portion === portion - 1) yield;
  }
  return nearest;
}

/**
 * The same by the values of hidden units.
 * @param values those of the digit
 * @param hidden count × values.length, those of the others
 * @param off units that do not count
 */
export function nearestByValues(
  values: ArrayLike<number>,
  hidden: Float32Array,
  count: number,
  self: number | undefined,
  off: readonly number[] = [],
): Neighbour[] {
  const width = values.length;
  const units = Array.from({length: width}, (_, unit) => unit).filter(unit => !off.includes(unit));
  const nearest: Neighbour[] = [];
  for (let index = 0; index < hidden.length / width; index++) {
    if (index === self) continue;
    let squared = 0;
    for (const unit of units) {
      const difference = values[unit] - hidden[index * width + unit];
      squared += difference * difference;
    }
    keep(nearest, {index, squared}, count);
  }
  return nearest;
}

/** Puts a digit among the nearest, if it is one of them. */
function keep(nearest: Neighbour[], found: Neighbour, count: number): void {
  if (nearest.length >= count && found.squared >= nearest[nearest.length - 1].squared) return;
  const place = nearest.findIndex(({squared}) => squared > found.squared);
  nearest.splice(place < 0 ? nearest.length : place, 0, found);
  if (nearest.length > count) nearest.pop();
}
