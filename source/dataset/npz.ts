import {zipSync} from 'fflate';
import {openZip} from './zip.js';

/** The members of a zip archive by name; each is inflated and checked when it is asked for. */
export type NpzMembers = ReadonlyMap<string, () => Uint8Array>;

/** Ten times what the weights of the largest network take with their moments; weights hardly deflate. */
const leastRoom = 100e6;

/**
 * Opens an .npz file of weights: a zip archive of .npy files.
 * @param where names the file in error messages
 * @throws UserError for what is no zip archive, cut short or damaged
 */
export function openNpz(bytes: Uint8Array, where: string): NpzMembers {
  return new Map(
    openZip(bytes, where, Math.max(leastRoom, 2 * bytes.length)).members.map(member => [
      member.name,
      () => member.unpack(),
    ]),
  );
}

/**
 * Packs files into a zip archive, the same bytes for the same content.
 * @param level 0 stores them as they are, 6 packs them well
 */
export function packNpz(members: Readonly<Record<string, Uint8Array>>, level: 0 | 6 = 6): Uint8Array {
  return zipSync({...members}, {level, mtime: new Date(1980, 0, 1)});
}
