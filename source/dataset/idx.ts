import zlib from 'node:zlib';
import {messageOf, UserError} from '../errors.js';

/** The content of an IDX file of bytes. */
export type IdxArray = {
  readonly shape: readonly number[];
  readonly data: Uint8Array;
};

const kinds = {2049: 'labels', 2051: 'images'} as const;

/**
 * Reads an IDX file, gzipped or not (told by its first bytes, not by its name).
 * Format: a magic number (2051 images, 2049 labels), one big-endian uint32 for each axis, then the bytes.
 * @param where names the file in error messages
 * @throws UserError for another magic number, a wrong length, or damage
 */
export function parseIdx(file: Uint8Array, wanted: 'images' | 'labels', where: string): IdxArray {
  const bytes = gunzip(file, where);
  const axes = wanted === 'images' ? 3 : 1;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = 4 + 4 * axes;
  const magic = bytes.length < 4 ? undefined : view.getUint32(0);
  if (magic === undefined || !(magic in kinds) || kinds[magic as keyof typeof kinds] !== wanted) {
    const found = magic === 2049 || magic === 2051 ? `${magic} (${kinds[magic]})` : (magic ?? 'nothing');
    throw new UserError(`${where}: magic number ${found}; wanted ${axes === 3 ? 2051 : 2049} (${wanted})`);
  }
  const shape = Array.from({length: axes}, (_, axis) =>
    bytes.length < start ? Number.NaN : view.getUint32(4 + 4 * axis),
  );
  const length = start + shape.reduce((result, size) => result * size, 1);
  if (bytes.length !== length) {
    throw new UserError(`${where}: ${bytes.length} bytes; its header wants ${Number.isNaN(length) ? 'more' : length}`);
  }
  return {shape, data: bytes.subarray(start)};
}

function gunzip(file: Uint8Array, where: string): Uint8Array {
  if (file[0] !== 0x1f || file[1] !== 0x8b) return file;
  try {
    return zlib.gunzipSync(file);
  } catch (error) {
    throw new UserError(`${where}: damaged gzip (${messageOf(error)}); get the file again`);
  }
}
