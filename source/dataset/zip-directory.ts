import {UserError} from '../errors.js';
import {describeForeign} from './foreign.js';

/** What the directory of a zip archive says of a member. */
export type DirectoryEntry = {
  readonly name: string;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  /** Bytes of the content. */
  readonly size: number;
  /** The bytes as they lie in the archive. */
  packed(): Uint8Array;
};

const signatures = {local: 0x04034b50, central: 0x02014b50, end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50};
const endLength = 22;
/** Stands where a number is too large for its field: the ZIP64 field has it. */
const elsewhere = 0xffffffff;

/**
 * Reads the directory at the end of a zip archive, ZIP64 too (APPNOTE 6.3, sections 4.3 and 4.5.3).
 * @throws UserError for what is no zip archive, cut short or damaged
 */
export function readDirectory(bytes: Uint8Array, where: string): DirectoryEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = (): UserError => new UserError(`${where}: the archive is damaged; get the file again`);
  const entries: DirectoryEntry[] = [];
  let {at, count} = directoryPlace(bytes, view, where);
  for (; count > 0; count--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== signatures.central) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    const extra = at + 46 + nameLength;
    const end = extra + view.getUint16(at + 30, true);
    if (end > bytes.length) throw damaged();
    const [size, packed, local] = wideNumbers(view, extra, end, [at + 24, at + 20, at + 42]);
    entries.push({
      name: Buffer.from(bytes.subarray(at + 46, extra)).toString(),
      encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      size,
      packed() {
        if (local + 30 > bytes.length || view.getUint32(local, true) !== signatures.local) throw damaged();
        const begin = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
        if (begin + packed > bytes.length) throw damaged();
        return bytes.subarray(begin, begin + packed);
      },
    });
    at = end + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Three 32-bit fields; those that are full stand, in this order, in the extra field 1 as 64-bit numbers. */
function wideNumbers(
  view: DataView,
  extra: number,
  end: number,
  places: readonly [number, number, number],
): [number, number, number] {
  let wide = end;
  let wideEnd = end;
  for (let at = extra; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    wide = at + 4;
    wideEnd = Math.min(end, wide + view.getUint16(at + 2, true));
    break;
  }
  const number = (place: number): number => {
    const narrow = view.getUint32(place, true);
    if (narrow !== elsewhere || wide + 8 > wideEnd) return narrow;
    wide += 8;
    return Number(view.getBigUint64(wide - 8, true));
  };
  return [number(places[0]), number(places[1]), number(places[2])];
}

/** Where the directory begins, and how many members it has. */
function directoryPlace(bytes: Uint8Array, view: DataView, where: string): {at: number; count: number} {
  const end = findEnd(bytes, view, where);
  const narrow = {at: view.getUint32(end + 16, true), count: view.getUint16(end + 10, true)};
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== signatures.locator64) return narrow;
  const end64 = Number(view.getBigUint64(locator + 8, true));
  if (end64 + 56 > bytes.length || view.getUint32(end64, true) !== signatures.end64) return narrow;
  return {at: Number(view.getBigUint64(end64 + 48, true)), count: Number(view.getBigUint64(end64 + 32, true))};
}

function findEnd(bytes: Uint8Array, view: DataView, where: string): number {
  if (bytes.length < endLength || view.getUint16(0, true) !== 0x4b50) {
    throw new UserError(`${where}: ${describeForeign(bytes, where)}`);
  }
  for (let at = bytes.length - endLength; at >= Math.max(0, bytes.length - endLength - 0xffff); at--) {
    if (view.getUint32(at, true) === signatures.end) return at;
  }
  throw new UserError(`${where}: the archive's end is missing (a broken-off download?); get the file again`);
}
