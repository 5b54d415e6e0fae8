import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {it} from 'node:test';
import zlib from 'node:zlib';
import {findDigits} from '../../../source/dataset/pictures/find.js';
import {decodePicture} from '../../../source/dataset/pictures/open.js';
import {type Random, seededRandom} from '../../../source/network/random.js';
import {assertUserError} from '../../helpers/errors.js';
import {type PngForm, pngChunk, pngFile} from '../../helpers/png.js';
import {fixture} from '../../helpers/program.js';

/** Inputs, and what none of them may take: milliseconds of the processor, bytes of memory. */
const inputs = 5000;
const mostMilliseconds = 1000;
const mostGrowth = 300e6;

const sizes = {width: 40, height: 30} as const;
const palette = Array.from({length: 12}, (_, index) => index * 20);
const forms: PngForm[] = [
  {...sizes, colour: 0, depth: 1},
  {...sizes, colour: 0, depth: 16, interlaced: true},
  {...sizes, colour: 3, depth: 2, palette, transparency: [0, 9], interlaced: true},
  {...sizes, colour: 6, depth: 8},
  {...sizes, colour: 2, depth: 8, interlaced: true, transparency: [0, 1, 0, 2, 0, 3]},
];
/** A stroke across the picture. */
const sample =
  ({depth}: PngForm) =>
  (x: number, y: number): number =>
    Math.abs(x - y) < 3 ? 0 : depth === 1 ? 1 : 3;

const good: Buffer[] = [
  ...forms.map(form => pngFile(form, sample(form))),
  ...['shaded-noisy.png', 'transparent.png', 'photo.jpg'].map(name => path.join(fixture('digit-images'), name)),
  ...['progressive.jpg', 'subsampled.jpg', 'restart.jpg', 'cmyk.jpg', 'grey.jpg'].map(name =>
    path.join(fixture('jpeg'), name),
  ),
].map(file => (typeof file === 'string' ? readFileSync(file) : file));

const boundaries = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff, 3999, 4000, 70_000];

/** Where headers stand: at the beginning more often than elsewhere. */
const placeIn = (random: Random, length: number): number =>
  random.below(random.below(3) === 0 ? length : Math.min(length, 700));

/** One change of a file's bytes. */
const changes: readonly ((bytes: Buffer, random: Random, other: Buffer) => Buffer)[] = [
  (bytes, random) => {
    for (let left = 1 + random.below(8); left > 0; left--) {
      const at = placeIn(random, bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    }
    return bytes;
  },
  (bytes, random) => bytes.subarray(0, placeIn(random, bytes.length)),
  (bytes, random) => {
    const value = boundaries[random.below(boundaries.length)] ?? 0;
    const at = placeIn(random, bytes.length - 3);
    if (random.below(2) === 0) bytes.writeUInt32BE(value, at);
    else bytes.writeUInt16BE(value & 0xffff, at);
    return bytes;
  },
  (bytes, random, other) => {
    const length = random.below(Math.min(bytes.length, other.length, 700));
    return Buffer.concat([other.subarray(0, length), bytes.subarray(length)]);
  },
  (bytes, random) => {
    const at = placeIn(random, bytes.length);
    const piece = bytes.subarray(at, at + 1 + random.below(600));
    return Buffer.concat([
      bytes.subarray(0, at),
      ...Array<Buffer>(1 + random.below(30)).fill(piece),
      bytes.subarray(at),
    ]);
  },
];

/** A PNG with the right checksums, whatever else is wrong: what it says is then believed. */
function mended(bytes: Buffer): Buffer {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.length) break;
    bytes.writeUInt32BE(zlib.crc32(bytes.subarray(at + 4, end)), end);
    at = end + 4;
  }
  return bytes;
}

/** A PNG or JPEG that claims a size of which it has nothing, or much more than it says. */
function lying(random: Random): Buffer {
  const header = Buffer.alloc(13);
  const [width, height] = [1 + random.below(8000), 1 + random.below(8000)];
  if (random.below(3) === 0) {
    const bytes = Buffer.from(good[good.length - 1 - random.below(5)] ?? []);
    const frame = Math.max(bytes.indexOf(Buffer.from([0xff, 0xc0])), bytes.indexOf(Buffer.from([0xff, 0xc2])));
    bytes.writeUInt16BE(height, frame + 5);
    bytes.writeUInt16BE(width, frame + 7);
    return Buffer.concat([bytes, Buffer.alloc(random.below(3) * 10_000)]);
  }
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([[1, 2, 4, 8, 16][random.below(5)] ?? 8, [0, 2, 3, 4, 6][random.below(5)] ?? 0, 0, 0, random.below(2)], 8);
  const pixels = zlib.deflateSync(Buffer.alloc([0, 100, 1e5, 3e6][random.below(4)] ?? 0), {level: 9});
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('PLTE', Uint8Array.from(palette)),
    pngChunk('IDAT', pixels),
    pngChunk('IEND', new Uint8Array()),
  ]);
}

function input(number: number, random: Random): Buffer {
  if (number % 5 === 0) return lying(random);
  let bytes = Buffer.from(good[number % good.length] ?? []);
  for (let left = 1 + random.below(3); left > 0 && bytes.length > 4; left--) {
    const change = changes[random.below(changes.length)];
    if (change !== undefined) bytes = Buffer.from(change(bytes, random, good[random.below(good.length)] ?? bytes));
  }
  return bytes[0] === 0x89 && random.below(2) === 0 ? mended(bytes) : bytes;
}

async function outcome(bytes: Buffer): Promise<'read' | 'refused'> {
  try {
    const {grey} = await decodePicture(bytes, 'a.png');
    assert.equal(grey.values.length, grey.width * grey.height);
    for (const {pixels} of findDigits(grey).digits) assert.equal(pixels.length, 784);
    return 'read';
  } catch (error) {
    assertUserError(error);
    assert.doesNotMatch((error as Error).message, /\p{Cc}/u);
    return 'refused';
  }
}

it(`none of ${inputs} damaged pictures does harm: each is read, or refused in one line, soon and in little memory`, async () => {
  const random = seededRandom(16, 0);
  const counts = {read: 0, refused: 0};
  const before = process.memoryUsage.rss();
  let slowest = 0;
  for (let number = 0; number < inputs; number++) {
    const bytes = input(number, random);
    const start = process.cpuUsage();
    try {
      counts[await outcome(bytes)]++;
    } catch (error) {
      throw new Error(`input ${number}`, {cause: error});
    }
    const {user, system} = process.cpuUsage(start);
    slowest = Math.max(slowest, (user + system) / 1000);
  }
  const growth = 1024 * process.resourceUsage().maxRSS - before;
  assert.ok(counts.refused > inputs / 3 && counts.read > inputs / 20, JSON.stringify(counts));
  assert.ok(growth < mostGrowth, `${growth} bytes more than before`);
  assert.ok(slowest < mostMilliseconds, `${slowest} ms of the processor for one`);
});
