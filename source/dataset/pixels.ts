import {UserError} from '../errors.js';
import {inputSize} from '../network/architecture.js';
import {sharedBytes} from './dataset.js';
import {isFloat, numbersOf, type StoredArray, sizeOf} from './numbers.js';

/** Values decoded at once. */
const blockLength = 64 * inputSize;
/** The share of lit pixels that may be brighter than brightness goes: so much of an array can be damaged or overshoot. */
const tolerated = 0.01;
/** What resizing leaves above 1 and below 0 is cut. */
const highestBrightness = 2;
const lowestBrightness = -0.1;

/**
 * An array of images as bytes of 0 to 255, upright, in shared memory. Values are brightness, 0 to 1, when of those above
 * 0 at most 1 % are above 1 (integers) or 2 (floats); else they are 0 to 255. docs/data.md has the rule in full.
 * @param transposed the images are stored column by column, as EMNIST's are
 * @throws UserError for values that are neither
 */
export async function pixelsOf(array: StoredArray, transposed: boolean): Promise<Uint8Array> {
  const bytes = await array.bytes();
  const plain = array.dtype === '|u1' && !array.fortranOrder && !transposed;
  if (array.dtype === '|u1' && !isBrightness(bytes))
    return plain ? shared(bytes) : arranged(array, bytes, transposed, 1);
  if (array.dtype === '|u1') return arranged(array, bytes, transposed, 255);
  return arranged(array, bytes, transposed, factorOf(array, bytes));
}

/** The rule for bytes; true too when all are 0. Usually some thousand bytes decide. */
function isBrightness(bytes: Uint8Array): boolean {
  let lit = 0;
  let above = 0;
  const decided = tolerated * bytes.length;
  for (let index = 0; index < bytes.length; index++) {
    if (bytes[index] === 0) continue;
    lit++;
    if (bytes[index] > 1 && ++above > decided) return false;
  }
  return above <= tolerated * lit;
}

/** What values are multiplied with: 255 for brightness, else 1. */
function factorOf({dtype, where}: StoredArray, bytes: Uint8Array): 1 | 255 {
  const most = isFloat(dtype) ? highestBrightness : 1;
  let lowest = 0;
  let highest = 0;
  let strange: number | undefined;
  let lit = 0;
  let above = 0;
  eachBlock(dtype, bytes, values => {
    for (let index = 0; index < values.length; index++) {
      const value = values[index];
      if (value === 0) continue;
      if (Number.isNaN(value)) strange = value;
      if (value < lowest) lowest = value;
      if (value > highest) highest = value;
      if (value > 0) lit++;
      if (value > most) above++;
    }
  });
  const brightness = above <= tolerated * lit;
  const least = brightness && isFloat(dtype) ? lowestBrightness : 0;
  if (lowest < least) strange ??= lowest;
  if (highest > 255) strange ??= highest;
  if (strange !== undefined) {
    throw new UserError(
      `${where}: a pixel of ${Number(strange.toPrecision(4))}; wanted 0 to 255, or 0 to 1; bring normalised or larger values back to that range`,
    );
  }
  return brightness ? 255 : 1;
}

/** Multiplies, rounds, cuts at 0 and 255, and puts every pixel in its place. */
function arranged(
  {dtype, shape, fortranOrder}: StoredArray,
  bytes: Uint8Array,
  transposed: boolean,
  factor: 1 | 255,
): Uint8Array {
  const count = bytes.length / sizeOf(dtype) / inputSize;
  const target = sharedBytes(count * inputSize);
  const places = placesOf(shape, fortranOrder, transposed);
  // In C order the pixel changes fastest, in Fortran order the image.
  const fast = fortranOrder ? count : inputSize;
  let inner = 0;
  let outer = 0;
  eachBlock(dtype, bytes, values => {
    for (let index = 0; index < values.length; index++) {
      const place = fortranOrder ? inner * inputSize + places[outer] : outer * inputSize + places[inner];
      const value = values[index] * factor;
      target[place] = value < 0 ? 0 : value > 255 ? 255 : Math.round(value);
      if (++inner < fast) continue;
      inner = 0;
      outer++;
    }
  });
  return target;
}

/** Where each stored pixel of an image belongs. */
function placesOf(shape: readonly number[], fortranOrder: boolean, transposed: boolean): Uint16Array {
  const square = shape.filter(size => size === 28).length >= 2;
  const columnFirst = (fortranOrder && square) !== transposed;
  return Uint16Array.from({length: inputSize}, (_, place) =>
    columnFirst ? (place % 28) * 28 + Math.floor(place / 28) : place,
  );
}

function eachBlock(dtype: string, bytes: Uint8Array, use: (values: ArrayLike<number>) => void): void {
  const step = blockLength * sizeOf(dtype);
  for (let at = 0; at < bytes.length; at += step) use(numbersOf(dtype, bytes.subarray(at, at + step)));
}

/** The same bytes in memory that all threads share: themselves if they are there already. */
function shared(bytes: Uint8Array): Uint8Array {
  if (bytes.buffer instanceof SharedArrayBuffer) return bytes;
  const copy = sharedBytes(bytes.length);
  copy.set(bytes);
  return copy;
}
