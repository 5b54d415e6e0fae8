import {UserError} from '../errors.js';
import {inputSize} from '../network/architecture.js';
import {sharedBytes} from './dataset.js';
import {blocksOf, isFloat, type StoredArray} from './numbers.js';

/** The share of lit pixels that may be brighter than brightness goes: so much of an array can be damaged or overshoot. */
const tolerated = 0.01;
/** What resizing leaves above 1 and below 0 is cut. */
const highestBrightness = 2;
const lowestBrightness = -0.1;

/**
 * An array of images as bytes of 0 to 255, upright, in shared memory. Values are brightness, 0 to 1, when of those above
 * 0 at most 1 % are above 1 (integers) or 2 (floats); else they are 0 to 255. docs/data.md has the rule in full.
 * @param transposed the images are stored column by column, as EMNIST's are
 * @param onArrived is called meanwhile, where the first bytes will stay as they are, with all and how many that are
 * @throws UserError for values that are neither
 */
export async function pixelsOf(
  array: StoredArray,
  transposed: boolean,
  onArrived?: (pixels: Uint8Array, length: number) => void,
): Promise<Uint8Array> {
  if (array.dtype !== '|u1' || array.fortranOrder || transposed) return converted(array, transposed);
  const rule = new ByteRule();
  const pixels = shared(
    await array.bytes((bytes, length) => {
      if (!rule.mayBeBrightness(bytes, length)) onArrived?.(bytes, length);
    }),
  );
  if (rule.mayBeBrightness(pixels, pixels.length) && rule.isBrightness)
    for (let index = 0; index < pixels.length; index++) pixels[index] = cut(255 * pixels[index]);
  return pixels;
}

/** The rule for bytes, which may come piece by piece. Usually the first ones decide. */
class ByteRule {
  private seen = 0;
  private lit = 0;
  private above = 0;

  /** Looks at bytes that are there, of all that there will be; false for good when they are no brightness. */
  mayBeBrightness(bytes: Uint8Array, length: number): boolean {
    const decided = tolerated * bytes.length;
    const fours = bytes.byteOffset % 4 === 0 ? new Uint32Array(bytes.buffer, bytes.byteOffset, length >> 2) : undefined;
    let {seen, lit, above} = this;
    for (; seen < length && above <= decided; seen++) {
      if (bytes[seen] === 0) {
        // Most of four pixels are 0 together.
        if (seen % 4 === 0 && fours?.[seen >> 2] === 0) seen += 3;
        continue;
      }
      lit++;
      if (bytes[seen] > 1) above++;
    }
    Object.assign(this, {seen, lit, above});
    return above <= decided;
  }

  /** Whether all bytes that were looked at are brightness; true too when all are 0. */
  get isBrightness(): boolean {
    return this.above <= tolerated * this.lit;
  }
}

/** Reads the values once, takes them both for brightness and for 0 to 255, and decides when all are known. */
async function converted(array: StoredArray, transposed: boolean): Promise<Uint8Array> {
  const {shape, fortranOrder} = array;
  const count = shape[0];
  const bright = sharedBytes(count * inputSize);
  const plain = sharedBytes(count * inputSize);
  const places = placesOf(shape, fortranOrder, transposed);
  const seen = emptyRange();
  // In C order the pixel changes fastest, in Fortran order the image.
  const fast = fortranOrder ? count : inputSize;
  let inner = 0;
  let outer = 0;
  for await (const values of blocksOf(array)) {
    note(seen, values, isFloat(array.dtype) ? highestBrightness : 1);
    for (let index = 0; index < values.length; index++) {
      const place = fortranOrder ? inner * inputSize + places[outer] : outer * inputSize + places[inner];
      const value = values[index];
      bright[place] = cut(Math.round(255 * value));
      plain[place] = cut(Math.round(value));
      if (++inner < fast) continue;
      inner = 0;
      outer++;
    }
  }
  return isBright(seen, array) ? bright : plain;
}

const cut = (value: number): number => Math.max(0, Math.min(255, value));

/** What values there are: how many above 0, of those how many above brightness, and a NaN if there is one. */
type Range = {lowest: number; highest: number; lit: number; above: number; strange: number | undefined};

const emptyRange = (): Range => ({lowest: 0, highest: 0, lit: 0, above: 0, strange: undefined});

function note(range: Range, values: ArrayLike<number>, most: number): void {
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (value === 0) continue;
    if (Number.isNaN(value)) range.strange = value;
    if (value < range.lowest) range.lowest = value;
    if (value > range.highest) range.highest = value;
    if (value > 0) range.lit++;
    if (value > most) range.above++;
  }
}

/** @throws UserError for values outside of both ranges */
function isBright({lowest, highest, lit, above, strange}: Range, {dtype, where}: StoredArray): boolean {
  const bright = above <= tolerated * lit;
  const least = bright && isFloat(dtype) ? lowestBrightness : 0;
  const wrong = strange ?? (lowest < least ? lowest : highest > 255 ? highest : undefined);
  if (wrong === undefined) return bright;
  throw new UserError(
    `${where}: a pixel of ${Number(wrong.toPrecision(6))}; wanted 0 to 255, or 0 to 1; bring normalised or larger values back to that range`,
  );
}

/** Where each stored pixel of an image belongs. */
function placesOf(shape: readonly number[], fortranOrder: boolean, transposed: boolean): Uint16Array {
  const square = shape.filter(size => size === 28).length >= 2;
  const columnFirst = (fortranOrder && square) !== transposed;
  return Uint16Array.from({length: inputSize}, (_, place) =>
    columnFirst ? (place % 28) * 28 + Math.floor(place / 28) : place,
  );
}

/** The same bytes in memory that all threads share: themselves if they are there already. */
function shared(bytes: Uint8Array): Uint8Array {
  if (bytes.buffer instanceof SharedArrayBuffer) return bytes;
  const copy = sharedBytes(bytes.length);
  copy.set(bytes);
  return copy;
}
