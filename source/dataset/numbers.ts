import {halfPrecision} from './npy.js';

/** An array of a dataset: what is known of it before its values are read, and how to read them. */
export type StoredArray = {
  /** Names file and array in error messages. */
  readonly where: string;
  /** NumPy's type string, such as `|u1` or `<f4`. */
  readonly dtype: string;
  readonly fortranOrder: boolean;
  readonly shape: readonly number[];
  /**
   * The values' bytes; in memory that threads share where that costs nothing.
   * @param onArrived is called meanwhile, where they come piece by piece, with all and how many of them are there
   */
  bytes(onArrived?: (bytes: Uint8Array, length: number) => void): Promise<Uint8Array>;
  /** The same bytes one after the other, so that they need not all be in memory; behind the last, all are checked. */
  pieces(): AsyncIterable<Uint8Array>;
};

/** Bytes that are in memory, as an array's `bytes` and `pieces`. */
export function inMemory(bytes: () => Uint8Array): Pick<StoredArray, 'bytes' | 'pieces'> {
  return {
    bytes: async () => bytes(),
    async *pieces() {
      const all = bytes();
      for (let at = 0; at < all.length; at += pieceLength) yield all.subarray(at, at + pieceLength);
    },
  };
}

const pieceLength = 1 << 18;

/** Whether the values of a type are floats. */
export const isFloat = (dtype: string): boolean => dtype[1] === 'f';

/** Bytes of one value of a type. */
export const sizeOf = (dtype: string): number => Number(dtype.slice(2));

/** The values of an array one block after the other, in the order in which they are stored. */
export async function* blocksOf({dtype, pieces}: StoredArray): AsyncIterable<ArrayLike<number>> {
  let rest: Uint8Array = new Uint8Array();
  for await (const piece of pieces()) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const whole = bytes.length - (bytes.length % sizeOf(dtype));
    yield numbersOf(dtype, bytes.subarray(0, whole));
    rest = Uint8Array.from(bytes.subarray(whole));
  }
}

/**
 * The values that some bytes are, in the order in which they lie there.
 * @param dtype one that the .npy reader takes
 */
export function numbersOf(dtype: string, bytes: Uint8Array): ArrayLike<number> {
  // A copy begins at a place that typed arrays can begin at.
  const copy = Buffer.from(new Uint8Array(bytes).buffer);
  const size = sizeOf(dtype);
  if (dtype.startsWith('>') && size === 2) copy.swap16();
  if (dtype.startsWith('>') && size === 4) copy.swap32();
  if (dtype.startsWith('>') && size === 8) copy.swap64();
  const {buffer} = copy;
  switch (dtype.slice(1)) {
    case 'b1':
    case 'u1':
      return new Uint8Array(buffer);
    case 'i1':
      return new Int8Array(buffer);
    case 'u2':
      return new Uint16Array(buffer);
    case 'i2':
      return new Int16Array(buffer);
    case 'u4':
      return new Uint32Array(buffer);
    case 'i4':
      return new Int32Array(buffer);
    case 'u8':
      return wide(new Uint32Array(buffer), new Uint32Array(buffer));
    case 'i8':
      return wide(new Uint32Array(buffer), new Int32Array(buffer));
    case 'f2':
      return halves(new Uint16Array(buffer));
    case 'f4':
      return new Float32Array(buffer);
    case 'f8':
      return new Float64Array(buffer);
    default:
      throw new TypeError(`arrays of type ${dtype} are not read`);
  }
}

/** 64-bit integers from their low and high halves, as doubles; exact up to 2⁵³. */
function wide(low: Uint32Array, high: Uint32Array | Int32Array): Float64Array {
  const values = new Float64Array(low.length / 2);
  for (let index = 0; index < values.length; index++) {
    values[index] = high[2 * index + 1] * 2 ** 32 + low[2 * index];
  }
  return values;
}

function halves(bits: Uint16Array): Float32Array {
  const values = new Float32Array(bits.length);
  for (let index = 0; index < values.length; index++) values[index] = halfPrecision(bits[index]);
  return values;
}
