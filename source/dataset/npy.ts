import {UserError} from '../errors.js';

/** What the header of an .npy file says. */
export type NpyHeader = {
  /** NumPy's type string, such as `|u1` or `<f4`. */
  readonly dtype: string;
  readonly fortranOrder: boolean;
  readonly shape: readonly number[];
  /** Where the values begin in the file, and how many bytes they have to be. */
  readonly start: number;
  readonly length: number;
};

/** One array of an .npy file, its bytes not yet decoded. */
export type NpyArray = NpyHeader & {
  /** The values, as long as dtype and shape ask for. */
  readonly data: Uint8Array;
};

const magic = '\u0093NUMPY';

type Reader = (view: DataView, offset: number, littleEndian: boolean) => number;

const readers: ReadonlyMap<string, Reader> = new Map([
  ['b1', (view, offset) => view.getUint8(offset)],
  ['u1', (view, offset) => view.getUint8(offset)],
  ['i1', (view, offset) => view.getInt8(offset)],
  ['u2', (view, offset, little) => view.getUint16(offset, little)],
  ['i2', (view, offset, little) => view.getInt16(offset, little)],
  ['u4', (view, offset, little) => view.getUint32(offset, little)],
  ['i4', (view, offset, little) => view.getInt32(offset, little)],
  ['u8', (view, offset, little) => Number(view.getBigUint64(offset, little))],
  ['i8', (view, offset, little) => Number(view.getBigInt64(offset, little))],
  ['f2', (view, offset, little) => halfPrecision(view.getUint16(offset, little))],
  ['f4', (view, offset, little) => view.getFloat32(offset, little)],
  ['f8', (view, offset, little) => view.getFloat64(offset, little)],
]);

/**
 * Reads an .npy file (NumPy format versions 1, 2 and 3).
 * @param where names the array in error messages
 * @throws UserError for what is not an .npy file of plain numbers
 */
export function parseNpy(bytes: Uint8Array, where: string): NpyArray {
  const header = parseNpyHeader(bytes, where);
  const data = bytes.subarray(header.start);
  checkLength(header, bytes.length, where);
  return {...header, data};
}

/** @throws UserError unless a file of so many bytes holds what its header says */
export function checkLength({start, length, shape}: NpyHeader, fileLength: number, where: string): void {
  if (fileLength - start === length) return;
  throw new UserError(`${where}: ${fileLength - start} bytes of values; shape (${shape.join(', ')}) wants ${length}`);
}

/**
 * Reads the header alone.
 * @param bytes the beginning of the file, header included
 * @throws UserError as parseNpy
 */
export function parseNpyHeader(bytes: Uint8Array, where: string): NpyHeader {
  const {header, start} = headerText(bytes, where);
  const dtype = /'descr':\s*'([^']*)'/.exec(header)?.[1];
  const fortran = /'fortran_order':\s*(True|False)/.exec(header)?.[1];
  const shapeText = /'shape':\s*\(([\d,\sL]*)\)/.exec(header)?.[1];
  if (fortran === undefined || shapeText === undefined || start > bytes.length) throw damagedHeader(where);
  if (dtype?.[1] === 'O') {
    throw new UserError(`${where}: an array of pickled Python objects, which is never unpickled; save plain numbers`);
  }
  const form = dtype === undefined ? undefined : formOf(dtype);
  if (dtype === undefined || form === undefined) {
    throw new UserError(`${where}: values of type ${dtype ?? 'record'}; wanted integers, float32 or float64`);
  }
  const shape = shapeText.split(',').flatMap(part => (part.trim() === '' ? [] : [Number.parseInt(part, 10)]));
  return {dtype, fortranOrder: fortran === 'True', shape, start, length: product(shape) * form.size};
}

const damagedHeader = (where: string): UserError => new UserError(`${where}: the NumPy header is damaged`);

/** The header's text, a Python dictionary, and where the values begin behind it. */
function headerText(bytes: Uint8Array, where: string): {header: string; start: number} {
  const latin = (from: number, to: number): string => Buffer.from(bytes.subarray(from, to)).toString('latin1');
  if (latin(0, 6) !== magic) throw new UserError(`${where}: not a NumPy array (its first bytes are wrong)`);
  if (bytes.length < 8) throw damagedHeader(where);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint8(6);
  if (version < 1 || version > 3) {
    throw new UserError(`${where}: NumPy format version ${version}; wanted 1, 2 or 3`);
  }
  const begin = version === 1 ? 10 : 12;
  if (bytes.length < begin) throw damagedHeader(where);
  const start = begin + (version === 1 ? view.getUint16(8, true) : view.getUint32(8, true));
  return {header: latin(begin, start), start};
}

/** How the values of a type lie in memory, or undefined for a type that is not read. */
function formOf(dtype: string): {read: Reader; size: number; littleEndian: boolean} | undefined {
  const read = readers.get(dtype.slice(1));
  return read && {read, size: Number(dtype.slice(2)), littleEndian: !dtype.startsWith('>')};
}

/** All values of an array as numbers, in C order whatever the order in the file. */
export function npyValues(array: NpyArray): Float64Array {
  const {dtype, data, shape} = array;
  const form = formOf(dtype);
  if (form === undefined) throw new TypeError(`arrays of type ${dtype} are not read`);
  const {read, size, littleEndian} = form;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const values = new Float64Array(data.length / size);
  const place = array.fortranOrder ? fortranPlaces(shape) : (index: number): number => index;
  for (let index = 0; index < values.length; index++) values[index] = read(view, place(index) * size, littleEndian);
  return values;
}

/** Where the value of a C-order index lies in Fortran order. */
function fortranPlaces(shape: readonly number[]): (index: number) => number {
  const axes = shape.map((size, axis) => ({size, stride: product(shape.slice(0, axis))})).reverse();
  return index => {
    let rest = index;
    let place = 0;
    for (const {size, stride} of axes) {
      place += (rest % size) * stride;
      rest = Math.floor(rest / size);
    }
    return place;
  };
}

/** An .npy file (version 1.0) of uint8 or float32 values in C order. */
export function encodeNpy(values: Uint8Array | Float32Array, shape: readonly number[]): Uint8Array {
  const descr = values instanceof Float32Array ? '<f4' : '|u1';
  return npyFile(descr, shape, new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
}

/**
 * An .npy file (version 1.0) in C order.
 * @param descr NumPy's type string, such as `<f4`
 * @param body the values, as the type has them
 */
export function npyFile(descr: string, shape: readonly number[], body: Uint8Array): Uint8Array {
  const shapeText = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const text = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${shapeText}), }`;
  // The header ends with a line feed, and the values begin at a multiple of 64 bytes.
  const length = Math.ceil((10 + text.length + 1) / 64) * 64 - 10;
  const header = Buffer.alloc(10 + length, ' ');
  header.write(`${magic}\u0001\u0000`, 'latin1');
  header.writeUInt16LE(length, 8);
  header.write(text, 10, 'latin1');
  header[header.length - 1] = 0x0a;
  return Buffer.concat([header, body]);
}

/** What a step of the fraction is worth, by exponent. */
const halfSteps = Float64Array.from({length: 31}, (_, exponent) => 2 ** (Math.max(1, exponent) - 25));

/** The value of an IEEE 754 binary16 number, from its bits. */
export function halfPrecision(bits: number): number {
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 0x3ff;
  const step = halfSteps[exponent];
  const whole = exponent === 0 ? fraction : 1024 + fraction;
  // The largest exponent stands for infinity and for what is no number.
  const size = step === undefined ? (fraction === 0 ? Number.POSITIVE_INFINITY : Number.NaN) : whole * step;
  return (bits & 0x8000) === 0 ? size : -size;
}

const product = (factors: readonly number[]): number => factors.reduce((result, factor) => result * factor, 1);
