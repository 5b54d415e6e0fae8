import zlib from 'node:zlib';
import {messageOf, UserError} from '../errors.js';
import {engineBytes, mostUnpacked} from './zip.js';

/** The content of an IDX file of bytes. */
export type IdxArray = {
  readonly shape: readonly number[];
  readonly data: Uint8Array;
};

/** What a gzipped file may take in any case; a dataset has two of them that are large. */
const always = 400e6;

const kinds = {2049: 'labels', 2051: 'images'} as const;

/**
 * Reads an IDX file, gzipped or not (told by its first bytes, not by its name).
 * Format: a magic number (2051 images, 2049 labels), one big-endian uint32 for each axis, then the bytes.
 * @param where names the file in error messages
 * @throws UserError for another magic number, a wrong length, or damage
 */
export function parseIdx(file: Uint8Array, wanted: 'images' | 'labels', where: string): IdxArray {
  const {shape, data} = openIdx(file, wanted, where);
  return {shape, data: data()};
}

/**
 * Reads the header of an IDX file; what follows is inflated when it is asked for, and never to more than the header says.
 * @throws UserError as parseIdx
 */
export function openIdx(
  file: Uint8Array,
  wanted: 'images' | 'labels',
  where: string,
): {readonly shape: readonly number[]; data(): Uint8Array} {
  const packed = file[0] === 0x1f && file[1] === 0x8b;
  const head = packed ? beginning(file, where) : file;
  const {shape, start} = header(head, wanted, where);
  const length = start + shape.reduce((result, size) => result * size, 1);
  return {
    shape,
    data() {
      const memory = (wanted === 'images' ? engineBytes + 1 : 1) * length;
      if (packed && memory > mostUnpacked(file.length, always)) {
        throw new UserError(
          `${where}: ${file.length} bytes that claim to unpack to ${length}; too large for a digit dataset`,
        );
      }
      const bytes = packed ? gunzip(file, where, {maxOutputLength: length, chunkSize: Math.max(64, length)}) : file;
      if (bytes.length !== length) {
        throw new UserError(
          `${where}: ${bytes.length} bytes; its header wants ${Number.isNaN(length) ? 'more' : length}`,
        );
      }
      return bytes.subarray(start);
    },
  };
}

/** What a gzip file begins with; of a file too short for a header, why. */
function beginning(file: Uint8Array, where: string): Uint8Array {
  const head = gunzip(file.subarray(0, 4096), where, {finishFlush: zlib.constants.Z_SYNC_FLUSH});
  return head.length < 16 ? gunzip(file, where, {maxOutputLength: 4096}) : head;
}

function header(
  bytes: Uint8Array,
  wanted: 'images' | 'labels',
  where: string,
): {shape: readonly number[]; start: number} {
  const axes = wanted === 'images' ? 3 : 1;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = 4 + 4 * axes;
  const magic = bytes.length < 4 ? undefined : view.getUint32(0);
  if (magic === undefined || !(magic in kinds) || kinds[magic as keyof typeof kinds] !== wanted) {
    const found = magic === 2049 || magic === 2051 ? `${magic} (${kinds[magic]})` : (magic ?? 'nothing');
    throw new UserError(`${where}: magic number ${found}; wanted ${axes === 3 ? 2051 : 2049} (${wanted})`);
  }
  if (bytes.length < start) throw new UserError(`${where}: ${bytes.length} bytes; its header wants more`);
  return {shape: Array.from({length: axes}, (_, axis) => view.getUint32(4 + 4 * axis)), start};
}

function gunzip(file: Uint8Array, where: string, options: zlib.ZlibOptions): Uint8Array {
  try {
    return zlib.gunzipSync(file, options);
  } catch (error) {
    const long = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    if (long) throw new UserError(`${where}: unpacks to more bytes than its header wants; get the file again`);
    throw new UserError(`${where}: damaged gzip (${messageOf(error)}); get the file again`);
  }
}
