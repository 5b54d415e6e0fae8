import assert from 'node:assert/strict';
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {it} from 'node:test';
import {gunzipSync, gzipSync} from 'node:zlib';
import {splits} from '../../source/dataset/dataset.js';
import {loadDataset} from '../../source/dataset/load.js';
import {type Random, seededRandom} from '../../source/network/random.js';
import {assertUserError} from '../helpers/errors.js';
import {fixture, withFolder} from '../helpers/program.js';

/** Inputs, and what none of them may take: milliseconds of the processor, bytes of memory. */
const inputs = 20_000;
const mostMilliseconds = 1000;
const mostGrowth = 300e6;

/** The good fixtures, as `--data` takes them: a file or a folder. */
const good = [
  ...['compressed.npz', 'stored.npz', 'float-unit.npz', 'fortran.npz', 'idx-raw', 'idx-gz-dots'].map(
    name => `data-files/${name}`,
  ),
  ...['zip64-directory.npz', 'medmnist-names.npz', 'npy', 'csv', 'emnist', 'kaggle-folders'].map(
    name => `on-disk/${name}`,
  ),
];

type Files = ReadonlyMap<string, Buffer>;

/** The files of a fixture, by their path below it; '' for a single file. */
function filesOf(name: string): Files {
  const place = fixture(name);
  if (/\.npz$/.test(name)) return new Map([['', readFileSync(place)]]);
  const names = readdirSync(place, {recursive: true, withFileTypes: true});
  return new Map(
    names.flatMap(entry => {
      const file = path.join(entry.parentPath, entry.name);
      return entry.isFile() ? [[path.relative(place, file), readFileSync(file)] as const] : [];
    }),
  );
}

/** Where headers, sizes and directories stand: at the ends. */
const nearEnds = (random: Random, length: number): number => {
  const near = random.below(Math.min(length, 400));
  const places = [near, length - 1 - near, random.below(length)];
  return places[random.below(3)] ?? near;
};

const boundaries = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff, 2 ** 31, 1000, 70_000];

/** One change of a file's bytes. */
const changes: readonly ((bytes: Buffer, random: Random, other: Buffer) => Buffer)[] = [
  (bytes, random) => {
    for (let left = 1 + random.below(8); left > 0; left--) {
      const at = nearEnds(random, bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    }
    return bytes;
  },
  (bytes, random) => bytes.subarray(0, nearEnds(random, bytes.length)),
  (bytes, random) => bytes.subarray(nearEnds(random, bytes.length)),
  // A count or size that has grown.
  (bytes, random) => {
    const at = Math.min(nearEnds(random, bytes.length), bytes.length - 4);
    const value = boundaries[random.below(boundaries.length)] ?? 0;
    if (random.below(2) === 0) bytes.writeUInt32BE(value, Math.max(0, at));
    else bytes.writeUInt32LE(value, Math.max(0, at));
    return bytes;
  },
  // Digits of a shape or a row.
  (bytes, random) => {
    for (let at = nearEnds(random, bytes.length), left = 3; at < bytes.length && left > 0; at++) {
      const byte = bytes[at] ?? 0;
      if (byte < 48 || byte > 57) continue;
      bytes[at] = 48 + random.below(10);
      left--;
    }
    return bytes;
  },
  // The header of another file.
  (bytes, random, other) => {
    const length = random.below(Math.min(bytes.length, other.length, 200));
    return Buffer.concat([other.subarray(0, length), bytes.subarray(length)]);
  },
  (bytes, random) => {
    const at = nearEnds(random, bytes.length);
    const piece = bytes.subarray(at, at + 1 + random.below(600));
    return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
  },
];

/** One file of a fixture changed once or a few times, a gzipped one also within. */
function mutated(files: Files, random: Random, others: readonly Buffer[]): Files {
  const names = [...files.keys()];
  const name = names[random.below(names.length)] ?? '';
  const packed = files.get(name) ?? Buffer.alloc(0);
  const inside = packed[0] === 0x1f && random.below(2) === 0;
  let bytes: Buffer = Buffer.from(inside ? gunzipSync(packed) : packed);
  for (let left = 1 + random.below(3); left > 0 && bytes.length > 4; left--) {
    const change = changes[random.below(changes.length)];
    if (change !== undefined) bytes = Buffer.from(change(bytes, random, others[random.below(others.length)] ?? bytes));
  }
  return new Map([...files, [name, inside ? gzipSync(bytes, {level: 1}) : bytes]]);
}

async function outcome(data: string): Promise<'read' | 'refused'> {
  try {
    const dataset = await loadDataset(data);
    for (const split of splits) {
      const {count, images, labels} = dataset[split];
      assert.deepEqual([images.length, labels.length], [784 * count, count]);
      assert.ok(labels.every(label => label <= 9));
    }
    return 'read';
  } catch (error) {
    assertUserError(error);
    assert.doesNotMatch((error as Error).message, /\p{Cc}/u);
    return 'refused';
  }
}

it(`none of ${inputs} damaged datasets does harm: each is read, or refused in one line, soon and in little memory`, async () => {
  const random = seededRandom(20, 0);
  const fixtures = good.map(filesOf);
  const others = fixtures.flatMap(files => [...files.values()]);
  const counts = {read: 0, refused: 0};
  const before = process.memoryUsage.rss();
  let slowest = 0;
  await withFolder(async folder => {
    for (let number = 0; number < inputs; number++) {
      const files = fixtures[number % fixtures.length] ?? new Map();
      const data = path.join(folder, 'data');
      const changed = mutated(files, random, others);
      for (const [name, bytes] of changed) {
        const file = path.join(data, name);
        mkdirSync(path.dirname(file), {recursive: true});
        writeFileSync(file, bytes);
      }
      const start = process.cpuUsage();
      try {
        counts[await outcome(data)]++;
      } catch (error) {
        throw new Error(`input ${number}, ${good[number % good.length]}`, {cause: error});
      }
      const {user, system} = process.cpuUsage(start);
      slowest = Math.max(slowest, (user + system) / 1000);
      rmSync(data, {recursive: true});
    }
  });
  const growth = 1024 * process.resourceUsage().maxRSS - before;
  // Most changes hit what is checked; some hit only pixels of files without a checksum.
  assert.ok(counts.refused > inputs / 3 && counts.read > inputs / 20, JSON.stringify(counts));
  assert.ok(growth < mostGrowth, `${growth} bytes more than before`);
  assert.ok(slowest < mostMilliseconds, `${slowest} ms of the processor for one`);
});
