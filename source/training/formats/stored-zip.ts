import zlib from 'node:zlib';

/** Where a member lies in a part of an archive. */
type Entry = {
  readonly name: Buffer;
  readonly crc: number;
  /** Bytes of the content, and of what stands in the archive: as many where it is not packed. */
  readonly size: number;
  readonly packed: number;
  readonly at: number;
};

/** Some members of a zip archive, as they stand in it. */
export type ZipPart = {readonly bytes: Uint8Array; readonly entries: readonly Entry[]; readonly isPacked: boolean};

/** 1 January 1980, so that the same content gives the same bytes. */
const date = 0x21_0000;
const version = 20;

/**
 * Members by their names as a part of an archive; a part can stand in many archives.
 * @param isPacked whether they are deflated, which every reader of zip archives bears
 */
export function zipPart(members: readonly (readonly [name: string, content: Uint8Array])[], isPacked = false): ZipPart {
  const pieces: Uint8Array[] = [];
  const entries: Entry[] = [];
  let at = 0;
  for (const [text, content] of members) {
    const name = Buffer.from(text);
    const body = isPacked ? zlib.deflateRawSync(content, {level: 1}) : content;
    const entry = {name, crc: zlib.crc32(content), size: content.length, packed: body.length, at};
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50);
    header.writeUInt16LE(version, 4);
    header.writeUInt16LE(isPacked ? 8 : 0, 8);
    writeSums(header, entry, 10);
    header.writeUInt16LE(name.length, 26);
    pieces.push(header, name, body);
    entries.push(entry);
    at += header.length + name.length + body.length;
  }
  return {bytes: Buffer.concat(pieces), entries, isPacked};
}

/** The archive of some parts, in pieces to be written one after the other. */
export function storedZip(parts: readonly ZipPart[]): Uint8Array[] {
  const directory: Buffer[] = [];
  let start = 0;
  for (const {bytes, entries, isPacked} of parts) {
    for (const entry of entries) {
      const row = Buffer.alloc(46);
      row.writeUInt32LE(0x02014b50);
      row.writeUInt16LE(version, 4);
      row.writeUInt16LE(version, 6);
      row.writeUInt16LE(isPacked ? 8 : 0, 10);
      writeSums(row, entry, 12);
      row.writeUInt16LE(entry.name.length, 28);
      row.writeUInt32LE(start + entry.at, 42);
      directory.push(row, entry.name);
    }
    start += bytes.length;
  }
  const rows = Buffer.concat(directory);
  const count = directory.length / 2;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(rows.length, 12);
  end.writeUInt32LE(start, 16);
  return [...parts.map(({bytes}) => bytes), rows, end];
}

/** Date, checksum and sizes, which stand so in both kinds of headers. */
function writeSums(header: Buffer, {crc, size, packed}: Entry, at: number): void {
  header.writeUInt32LE(date, at);
  header.writeUInt32LE(crc, at + 4);
  header.writeUInt32LE(packed, at + 8);
  header.writeUInt32LE(size, at + 12);
}
