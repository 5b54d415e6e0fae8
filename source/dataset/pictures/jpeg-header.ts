import {UserError} from '../../errors.js';
import {damaged} from './limits.js';

/** What is told of a JPEG before its pixels. */
export type JpegHeader = {
  readonly width: number;
  readonly height: number;
  /** How the picture has to be turned to be seen upright: 1 not at all; 2 to 8 as EXIF numbers them. */
  readonly orientation: number;
  /** Blocks of 8 × 8 of all its components. */
  readonly blocks: number;
  /** The fewest bits that a block takes: two codes, of which a progressive picture can leave one out. */
  readonly leastBits: 1 | 2;
};

/** The kinds of JPEG that are read: baseline, extended and progressive. */
const progressive = 0xc2;
const readable = [0xc0, 0xc1, progressive];
/** Markers that begin a picture: those of all kinds. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/**
 * A JPEG's size and orientation, from its segments before the first scan.
 * @throws UserError for a file that is cut short or damaged, or of a kind that is not read
 */
export function readJpegHeader(bytes: Uint8Array, where: string): JpegHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let orientation = 1;
  for (let offset = 2; offset + 4 <= bytes.length; ) {
    const marker = bytes[offset + 1] ?? 0;
    if (bytes[offset] !== 0xff || marker === 0) throw damaged(where, 'it is no whole JPEG');
    if (marker === 0xff || (marker >= 0xd0 && marker <= 0xd8)) {
      offset += marker === 0xff ? 1 : 2;
      continue;
    }
    const length = view.getUint16(offset + 2);
    const segment = bytes.subarray(offset + 4, offset + 2 + length);
    if (length < 2 || segment.length !== length - 2) break;
    if (marker === 0xe1) orientation = exifOrientation(segment) ?? orientation;
    if (isFrame(marker)) {
      if (!readable.includes(marker) || segment[0] !== 8) {
        throw new UserError(`${where}: a rare kind of JPEG (lossless, arithmetic or 12 bits); save it as a usual one`);
      }
      const size = {height: view.getUint16(offset + 5), width: view.getUint16(offset + 7)};
      return {...size, orientation, blocks: blocksOf(segment, size, where), leastBits: marker === progressive ? 1 : 2};
    }
    if (marker === 0xda || marker === 0xd9) throw damaged(where, 'it has no size');
    offset += 2 + length;
  }
  throw damaged(where, 'it is cut short');
}

/** @param frame the segment with the size and, for each component, how many blocks it has where others have fewer */
function blocksOf(frame: Uint8Array, {width, height}: {width: number; height: number}, where: string): number {
  const count = frame[5] ?? 0;
  if (![1, 3, 4].includes(count) || frame.length < 6 + 3 * count) throw damaged(where, 'its header is wrong');
  const sampling = Array.from({length: count}, (_, component) => frame[7 + 3 * component] ?? 0);
  const [across, down] = [sampling.map(value => value >> 4), sampling.map(value => value & 15)];
  if ([...across, ...down].some(value => value < 1 || value > 4)) throw damaged(where, 'its header is wrong');
  const units = Math.ceil(width / 8 / Math.max(...across)) * Math.ceil(height / 8 / Math.max(...down));
  return sampling.reduce((sum, value) => sum + units * (value >> 4) * (value & 15), 0);
}

/** The orientation in an EXIF segment: TIFF's first directory, tag 0x0112, a short of 1 to 8. */
function exifOrientation(segment: Uint8Array): number | undefined {
  if (String.fromCharCode(...segment.subarray(0, 6)) !== 'Exif\0\0') return undefined;
  const tiff = new DataView(segment.buffer, segment.byteOffset + 6, segment.byteLength - 6);
  if (tiff.byteLength < 8) return undefined;
  const little = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, little);
  if (directory + 2 > tiff.byteLength) return undefined;
  const count = tiff.getUint16(directory, little);
  for (let entry = directory + 2; entry < directory + 2 + 12 * count; entry += 12) {
    if (entry + 12 > tiff.byteLength) return undefined;
    if (tiff.getUint16(entry, little) !== 0x0112) continue;
    const value = tiff.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}
