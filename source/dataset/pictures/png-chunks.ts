import zlib from 'node:zlib';
import {damaged} from './limits.js';

/** What a PNG's header says. */
export type PngHeader = {
  readonly width: number;
  readonly height: number;
  /** Bits of a sample: 1, 2, 4, 8 or 16. */
  readonly depth: number;
  /** 0 grey, 2 colour, 3 palette, 4 grey and alpha, 6 colour and alpha. */
  readonly colour: 0 | 2 | 3 | 4 | 6;
  readonly interlaced: boolean;
};

/** What of a PNG makes the picture. */
export type PngParts = {
  readonly header: PngHeader;
  /** The colours of a picture with a palette, and how opaque they are, from the first on. */
  readonly palette: Uint8Array | undefined;
  readonly alphas: Uint8Array | undefined;
  /** The samples of the one colour that is transparent in a picture of grey or colour. */
  readonly clear: readonly number[] | undefined;
  /** The packed pixels, piece by piece. */
  readonly packed: readonly Uint8Array[];
};

/** The bytes that every PNG begins with. */
export const pngSignature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** The depths that each kind of picture may have, and its samples for a pixel. */
const kinds = {
  0: {depths: [1, 2, 4, 8, 16], samples: 1},
  2: {depths: [8, 16], samples: 3},
  3: {depths: [1, 2, 4, 8], samples: 1},
  4: {depths: [8, 16], samples: 2},
  6: {depths: [8, 16], samples: 4},
} as const;

/** Samples for each pixel. */
export const samplesOf = ({colour}: PngHeader): 1 | 2 | 3 | 4 => kinds[colour].samples;

/**
 * The parts of a PNG that make its picture, each checked against its CRC-32; texts, profiles and further frames are
 * passed over unread.
 * @throws UserError for a file that is cut short, damaged, or whose header no PNG has
 */
export function readChunks(bytes: Uint8Array, where: string): PngParts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wanted = new Map<string, Uint8Array>();
  const packed: Uint8Array[] = [];
  for (let offset = pngSignature.length; ; ) {
    if (offset + 12 > bytes.length) throw damaged(where, 'it is cut short');
    const length = view.getUint32(offset);
    const type = String.fromCharCode(...bytes.subarray(offset + 4, offset + 8));
    const end = offset + 8 + length;
    if (end + 4 > bytes.length) throw damaged(where, 'it is cut short');
    const content = bytes.subarray(offset + 8, end);
    if (offset === pngSignature.length && type !== 'IHDR') throw damaged(where, 'it has no header');
    if (['IHDR', 'PLTE', 'tRNS', 'IDAT'].includes(type)) {
      if (zlib.crc32(bytes.subarray(offset + 4, end)) !== view.getUint32(end)) {
        throw damaged(where, `the checksum of its ${type} is wrong`);
      }
      if (type === 'IDAT') packed.push(content);
      else if (!wanted.has(type)) wanted.set(type, content);
    }
    if (type === 'IEND') break;
    offset = end + 4;
  }
  if (packed.length === 0) throw damaged(where, 'it has no pixels');
  const header = readHeader(wanted.get('IHDR') ?? new Uint8Array(), where);
  return {header, ...coloursOf(header, wanted.get('PLTE'), wanted.get('tRNS'), where), packed};
}

/** Palette and transparency, where the picture's kind has them. */
function coloursOf(
  {colour}: PngHeader,
  palette: Uint8Array | undefined,
  transparency: Uint8Array | undefined,
  where: string,
): Pick<PngParts, 'palette' | 'alphas' | 'clear'> {
  if (colour === 3) {
    if (palette === undefined || palette.length === 0 || palette.length % 3 !== 0 || palette.length > 768) {
      throw damaged(where, 'its palette is missing or wrong');
    }
    return {palette, alphas: transparency?.subarray(0, palette.length / 3), clear: undefined};
  }
  const samples = kinds[colour].samples;
  const clear =
    (colour === 0 || colour === 2) && transparency?.length === 2 * samples
      ? Array.from(
          {length: samples},
          (_, index) => ((transparency[2 * index] ?? 0) << 8) | (transparency[2 * index + 1] ?? 0),
        )
      : undefined;
  return {palette: undefined, alphas: undefined, clear};
}

function readHeader(content: Uint8Array, where: string): PngHeader {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const wrong = (): Error => damaged(where, 'its header is wrong');
  if (content.length !== 13) throw wrong();
  const [depth, colour, compression, filter, interlace] = content.subarray(8);
  if (compression !== 0 || filter !== 0 || interlace === undefined || interlace > 1) throw wrong();
  if (colour !== 0 && colour !== 2 && colour !== 3 && colour !== 4 && colour !== 6) throw wrong();
  const depths: readonly number[] = kinds[colour].depths;
  if (depth === undefined || !depths.includes(depth)) throw wrong();
  return {width: view.getUint32(0), height: view.getUint32(4), depth, colour, interlaced: interlace === 1};
}
