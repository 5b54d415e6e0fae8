import zlib from 'node:zlib';
import {inflateSync, zipSync} from 'fflate';
import {UserError} from '../errors.js';
import {sharedBytes} from './dataset.js';

/** The members of a zip archive by name; each is inflated and checked when it is asked for. */
export type NpzMembers = ReadonlyMap<string, () => Uint8Array>;

const signatures = {local: 0x04034b50, central: 0x02014b50, end: 0x06054b50};
/** More than any digit dataset needs; a larger claim is damage or a trap. */
const memberLimit = 2 ** 31;

/**
 * Opens an .npz file: a zip archive of .npy files.
 * fflate inflates but checks no CRC-32, so the archive's directory is read here and each member is checked.
 * @param where names the file in error messages
 * @throws UserError for what is no zip archive, cut short or damaged
 */
export function openNpz(bytes: Uint8Array, where: string): NpzMembers {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findDirectoryEnd(bytes, view, where);
  const members = new Map<string, () => Uint8Array>();
  const cutShort = (): UserError => new UserError(`${where}: the archive is damaged; get the file again`);
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== signatures.central) throw cutShort();
    const method = view.getUint16(at + 10, true);
    const crc = view.getUint32(at + 16, true);
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const commentLength = view.getUint16(at + 32, true);
    const local = view.getUint32(at + 42, true);
    const name = Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString();
    members.set(name, () => {
      if (local + 30 > bytes.length || view.getUint32(local, true) !== signatures.local) throw cutShort();
      const begin = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      if (begin + packed > bytes.length) throw cutShort();
      return unpack(bytes.subarray(begin, begin + packed), {name, method, size, crc}, where);
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return members;
}

function findDirectoryEnd(bytes: Uint8Array, view: DataView, where: string): number {
  if (bytes.length === 0) throw new UserError(`${where}: the file is empty; wanted an .npz archive`);
  if (bytes.length < 22 || view.getUint16(0, true) !== 0x4b50) {
    const start = JSON.stringify(Buffer.from(bytes.subarray(0, 12)).toString('latin1'));
    throw new UserError(`${where}: not an .npz archive: it starts with ${start}, wanted "PK"`);
  }
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === signatures.end) return at;
  }
  throw new UserError(`${where}: the archive's end is missing (a broken-off download?); get the file again`);
}

function unpack(
  packed: Uint8Array,
  {name, method, size, crc}: {name: string; method: number; size: number; crc: number},
  where: string,
): Uint8Array {
  if (method !== 0 && method !== 8) {
    throw new UserError(`${where}: ${name} is packed with zip method ${method}; wanted stored or deflated`);
  }
  if (size > memberLimit) throw new UserError(`${where}: ${name} claims ${size} bytes; too large for a digit dataset`);
  let data = packed;
  if (method === 8) {
    try {
      // Into shared memory at once: a dataset's pixels stay where they are.
      data = inflateSync(packed, {out: sharedBytes(size)});
    } catch {
      throw new UserError(`${where}: ${name} cannot be inflated: the file is damaged; get it again`);
    }
  }
  if (data.length !== size || zlib.crc32(data) !== crc) {
    throw new UserError(`${where}: ${name} is damaged (its CRC-32 does not match); get the file again`);
  }
  return data;
}

/**
 * Packs files into a zip archive, the same bytes for the same content.
 * @param level 0 stores them as they are, 6 packs them well
 */
export function packNpz(members: Readonly<Record<string, Uint8Array>>, level: 0 | 6 = 6): Uint8Array {
  return zipSync({...members}, {level, mtime: new Date(1980, 0, 1)});
}
