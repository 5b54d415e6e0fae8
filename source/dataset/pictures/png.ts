import {Readable} from 'node:stream';
import zlib from 'node:zlib';
import {convertIndexedToRgb, type DecodedPng, decode} from 'fast-png';
import {UserError} from '../../errors.js';
import {checkSize, damaged} from './limits.js';
import {type PngHeader, type PngParts, pngSignature, readChunks, samplesOf} from './png-chunks.js';
import type {Raster} from './raster.js';

/** The most bytes that the pixels of a PNG may unpack to: while they are read, they are in memory three times. */
const mostBytes = 66e6;
/** What deflate can make of a byte at most. */
const mostRatio = 1032;
/** Where the pixels of the seven passes of an interlaced PNG lie: the first, and the steps to the next. */
const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Pixels of a picture that follow one another in its file. */
type Pass = {
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly place: readonly [x: number, y: number, stepX: number, stepY: number];
};

/**
 * The pixels of a PNG of any kind, of an animated one its first picture.
 * @throws UserError for one that is damaged or too large
 */
export async function readPng(bytes: Uint8Array, where: string): Promise<Raster> {
  const parts = readChunks(bytes, where);
  const {header} = parts;
  checkSize(header.width, header.height, where);
  const passes = passesOf(header);
  const size = passes.reduce((sum, pass) => sum + pass.bytes, 0);
  if (size > mostBytes) {
    const sizes = `${header.width} × ${header.height} pixels of ${header.depth} bits a sample`;
    throw new UserError(`${where}: ${sizes}, which take too much memory; make it smaller`);
  }
  await checkPacked(parts.packed, size, where);
  try {
    // The library takes samples of less than a byte for bytes where they are interlaced.
    if (header.interlaced && header.depth < 8) return interlaced(parts, passes, size);
    return rasterOf(decode(pngOf(parts, header, parts.packed)), parts);
  } catch {
    throw damaged(where, 'its pixels cannot be decoded');
  }
}

function passesOf(header: PngHeader): Pass[] {
  const places = header.interlaced ? adam7 : ([[0, 0, 1, 1]] as const);
  return places.flatMap(place => {
    const width = Math.ceil((header.width - place[0]) / place[2]);
    const height = Math.ceil((header.height - place[1]) / place[3]);
    if (width <= 0 || height <= 0) return [];
    return [{width, height, place, bytes: height * (1 + Math.ceil((width * samplesOf(header) * header.depth) / 8))}];
  });
}

/** Unpacks the pixels once without keeping them: the library would unpack whatever there is. */
async function checkPacked(packed: readonly Uint8Array[], size: number, where: string): Promise<void> {
  const short = damaged(where, 'it has fewer pixels than its header says');
  if (packed.reduce((sum, {length}) => sum + length, 0) * mostRatio < size) throw short;
  let found = 0;
  try {
    for await (const piece of Readable.from(packed).pipe(zlib.createInflate({chunkSize: 1 << 16}))) {
      found += (piece as Buffer).length;
      if (found > size) break;
    }
  } catch {
    throw damaged(where, 'its pixels cannot be unpacked');
  }
  if (found > size) throw damaged(where, 'it has more pixels than its header says');
  if (found < size) throw short;
}

/** A PNG of nothing but what makes its picture. Its checksums stay open, since they have been checked. */
function pngOf({palette, alphas}: PngParts, header: PngHeader, packed: readonly Uint8Array[]): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(header.width, 0);
  head.writeUInt32BE(header.height, 4);
  head.set([header.depth, header.colour, 0, 0, header.interlaced ? 1 : 0], 8);
  const chunk = (type: string, content: Uint8Array): Uint8Array[] => {
    const start = Buffer.alloc(8);
    start.writeUInt32BE(content.length);
    start.write(type, 4, 'latin1');
    return [start, content, new Uint8Array(4)];
  };
  return Buffer.concat([
    pngSignature,
    ...chunk('IHDR', head),
    ...(palette === undefined ? [] : chunk('PLTE', palette)),
    ...(alphas === undefined ? [] : chunk('tRNS', alphas)),
    ...packed.flatMap(content => chunk('IDAT', content)),
    ...chunk('IEND', new Uint8Array()),
  ]);
}

/** An interlaced picture, each of its passes read as a picture of its own. */
function interlaced(parts: PngParts, passes: readonly Pass[], size: number): Raster {
  const {width, height} = parts.header;
  const all = zlib.inflateSync(Buffer.concat(parts.packed), {maxOutputLength: size});
  let whole: Raster | undefined;
  let offset = 0;
  for (const {place, bytes, ...sizes} of passes) {
    const header = {...parts.header, ...sizes, interlaced: false};
    const packed = zlib.deflateSync(all.subarray(offset, offset + bytes), {level: 0});
    const pass = rasterOf(decode(pngOf(parts, header, [packed])), parts);
    const {channels} = pass;
    whole ??= {width, height, channels, data: new Uint8Array(width * height * channels)};
    const [left, top, stepX, stepY] = place;
    for (let pixel = 0; pixel < pass.width * pass.height; pixel++) {
      const x = left + stepX * (pixel % pass.width);
      const y = top + stepY * Math.floor(pixel / pass.width);
      const at = (y * width + x) * channels;
      for (let channel = 0; channel < channels; channel++)
        whole.data[at + channel] = pass.data[pixel * channels + channel];
    }
    offset += bytes;
  }
  if (whole === undefined) throw new RangeError('it has no pixels');
  return whole;
}

/** What the library gives, as bytes. */
function rasterOf(png: DecodedPng, {header, clear: key}: PngParts): Raster {
  const {width, height} = png;
  if (header.colour === 3) {
    const data = convertIndexedToRgb(png);
    return {width, height, channels: data.length === 4 * width * height ? 4 : 3, data};
  }
  const channels = samplesOf(header);
  const samples = header.depth < 8 ? unpacked(png, header.depth) : png.data;
  const data = samples instanceof Uint8Array && header.depth === 8 ? samples : bytesOf(samples, 2 ** header.depth - 1);
  if (key === undefined) return {width, height, channels, data};
  const joined = new Uint8Array(width * height * (channels + 1));
  for (let pixel = 0; pixel < width * height; pixel++) {
    let clear = true;
    for (let channel = 0; channel < channels; channel++) {
      joined[pixel * (channels + 1) + channel] = data[pixel * channels + channel];
      if (samples[pixel * channels + channel] !== key[channel]) clear = false;
    }
    joined[(pixel + 1) * (channels + 1) - 1] = clear ? 0 : 255;
  }
  return {width, height, channels: channels === 1 ? 2 : 4, data: joined};
}

/** Samples of 0 to `most` as bytes. */
function bytesOf(samples: ArrayLike<number>, most: number): Uint8Array {
  const bytes = new Uint8Array(samples.length);
  for (let place = 0; place < bytes.length; place++) bytes[place] = (255 * samples[place]) / most;
  return bytes;
}

/** Grey samples of less than a byte, one for each pixel: each row begins with a byte of its own. */
function unpacked({width, height, data}: DecodedPng, depth: number): Uint8Array {
  const samples = new Uint8Array(width * height);
  const rowBytes = Math.ceil((width * depth) / 8);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const bit = x * depth;
      samples[y * width + x] = (data[y * rowBytes + (bit >> 3)] >> (8 - depth - (bit & 7))) & (2 ** depth - 1);
    }
  }
  return samples;
}
