import zlib from 'node:zlib';
import {UserError} from '../errors.js';
import {sharedBytes} from './dataset.js';
import {type DirectoryEntry, readDirectory} from './zip-directory.js';

/** One member of an archive; nothing of it is inflated before it is asked for. */
export type ZipMember = {
  readonly name: string;
  /** Bytes of the packed member's content, as the directory has it. */
  readonly size: number;
  /** The first bytes of the content: all of them, or some thousand. Not checked against the CRC-32. */
  head(): Uint8Array;
  /** The content, checked. */
  unpack(): Uint8Array;
  /**
   * The content, checked, in memory that all threads share.
   * @param onArrived is called with that memory and how many of its bytes are there, not yet checked
   */
  unpackShared(onArrived?: (shared: Uint8Array, length: number) => void): Promise<Uint8Array>;
  /** The content piece by piece; behind the last, the whole is checked. */
  pieces(): AsyncIterable<Uint8Array>;
};

/** An opened archive. */
export type Zip = {
  readonly members: readonly ZipMember[];
  /**
   * Sets memory aside for a member, before it is taken.
   * @throws UserError when the archive has asked for more than a file of its size may
   */
  reserve(bytes: number, member: Pick<ZipMember, 'name' | 'size'>): void;
};

/** What any file may unpack to: a file of a few megabytes must not fill the memory. */
const always = 560e6;
/** Larger files may unpack to more: pixels deflate to a fifth, and take five bytes each in the end. */
const ratio = 20;
/** What an engine takes for each pixel that is lit, besides the pixel itself. */
export const engineBytes = 4;
const headLength = 4096;
/** Small enough for a processor's cache: the pieces are summed, copied and looked through while others are inflated. */
const chunkSize = 1 << 18;

/** The most bytes of memory that the content of a packed file may take, here and in an engine. */
export const mostUnpacked = (packed: number, least = always): number => Math.max(least, ratio * packed);

/**
 * Opens a zip archive.
 * @param where names the file in error messages
 * @param most bytes of memory that its members may take together
 * @throws UserError for what is no zip archive, cut short or damaged, or has two members of one name
 */
export function openZip(bytes: Uint8Array, where: string, most = mostUnpacked(bytes.length)): Zip {
  let reserved = 0;
  const reserve: Zip['reserve'] = (memory, {name, size}) => {
    reserved += memory;
    if (reserved <= most) return;
    const megabytes = Math.round(reserved / 1e6).toLocaleString('en-US');
    throw new UserError(
      `${where}: ${name} claims ${size} bytes, and would take ${megabytes} MB of memory here: too large for a file of this size; save images as uint8, not compressed`,
    );
  };
  const entries = readDirectory(bytes, where);
  refuseTwins(entries, where);
  return {members: entries.map(entry => member(entry, where, reserve)), reserve};
}

/** Of two members of one name some programs read the first, others the last. */
function refuseTwins(entries: readonly DirectoryEntry[], where: string): void {
  const names = new Set<string>();
  for (const {name} of entries) {
    if (names.has(name))
      throw new UserError(`${where}: has ${name} twice, and which counts is not known; save it anew`);
    names.add(name);
  }
}

function member(entry: DirectoryEntry, where: string, reserve: Zip['reserve']): ZipMember {
  const {name, size} = entry;
  const checked = (data: Uint8Array | undefined): Uint8Array => {
    if (data?.length !== size || zlib.crc32(data) !== entry.crc) {
      throw wrongSum(name, where);
    }
    return data;
  };
  const inflated = <Result>(inflate: () => Result): Result => {
    try {
      return inflate();
    } catch (error) {
      throw damage(error, `${where}: ${name}`);
    }
  };
  const packed = (): Uint8Array => {
    refusePacking(entry, where);
    return entry.packed();
  };
  return {
    name,
    size,
    head() {
      const first = packed().subarray(0, headLength);
      if (entry.method === 0) return first;
      return inflated(() => zlib.inflateRawSync(first, {finishFlush: zlib.constants.Z_SYNC_FLUSH}));
    },
    unpack() {
      const data = packed();
      if (entry.method === 0) return checked(data);
      reserve(size, entry);
      return checked(
        inflated(() => zlib.inflateRawSync(data, {maxOutputLength: Math.max(1, size), chunkSize: chunk(size)})),
      );
    },
    async unpackShared(onArrived) {
      reserve(size, entry);
      const shared = sharedBytes(size);
      let length = 0;
      for await (const piece of pieces(entry, packed(), where)) {
        shared.set(piece, length);
        length += piece.length;
        onArrived?.(shared, length);
        release(piece);
      }
      return shared;
    },
    pieces: () => pieces(entry, packed(), where),
  };
}

/** One chunk for the whole content; Node wants at least 64 bytes. */
const chunk = (size: number): number => Math.max(64, size);

/** The content of a member piece by piece, never more than it claims; its length and CRC-32 are checked at the end. */
async function* pieces(
  {name, size, method, crc}: DirectoryEntry,
  packed: Uint8Array,
  where: string,
): AsyncIterable<Uint8Array> {
  let length = 0;
  let sum = 0;
  try {
    for await (const piece of method === 0 ? [packed] : inflate(packed, size)) {
      length += piece.length;
      sum = zlib.crc32(piece, sum);
      if (length > size) throw new TooLong();
      yield piece;
    }
  } catch (error) {
    throw error instanceof UserError ? error : damage(error, `${where}: ${name}`);
  }
  if (length !== size || sum !== crc) throw wrongSum(name, where);
}

function inflate(packed: Uint8Array, size: number): AsyncIterable<Buffer> {
  const stream = zlib.createInflateRaw({chunkSize: Math.min(chunkSize, chunk(size))});
  stream.end(packed);
  return stream;
}

/** A port that leads nowhere: what is transferred to it is freed. */
const {port1: nowhere} = new MessageChannel();
nowhere.close();

/**
 * Frees the memory of a piece that nobody reads any more. Dozens of megabytes would wait for the garbage collector
 * otherwise, and Linux would never get them back: later small pieces of memory lie among them.
 */
function release(piece: Uint8Array): void {
  const {buffer} = piece;
  // A part of a buffer may be followed by others.
  if (buffer instanceof ArrayBuffer && piece.length === buffer.byteLength) nowhere.postMessage(undefined, [buffer]);
}

const wrongSum = (name: string, where: string): UserError =>
  new UserError(`${where}: ${name} is damaged (its CRC-32 does not match); get the file again`);

class TooLong extends Error {
  readonly code = 'ERR_BUFFER_TOO_LARGE';
}

function damage(error: unknown, where: string): UserError {
  const tooLong = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
  const what = tooLong ? 'unpacks to more than it claims' : 'cannot be inflated';
  return new UserError(`${where} ${what}: the file is damaged; get it again`);
}

function refusePacking({name, method, encrypted}: DirectoryEntry, where: string): void {
  if (encrypted) throw new UserError(`${where}: ${name} is encrypted; unpack it and save it without a password`);
  if (method === 0 || method === 8) return;
  throw new UserError(
    `${where}: ${name} is packed with zip method ${method}; wanted stored or deflated, as numpy.savez_compressed does`,
  );
}
