import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {crc32, deflateRawSync} from 'node:zlib';
import {zipSync} from 'fflate';
import {mostUnpacked, openZip, type ZipMember} from '../../source/dataset/zip.js';
import {rejectsForPerson} from '../helpers/errors.js';

const member = (archive: Uint8Array, name = 'a.npy'): ZipMember => {
  const found = openZip(archive, 'x.npz').members.find(each => each.name === name);
  assert.ok(found !== undefined);
  return found;
};

/** An archive with one change of the directory's only entry. */
function changed(content: Uint8Array, change: (view: DataView, entry: number) => void, level: 0 | 6 = 6): Uint8Array {
  const archive = Uint8Array.from(zipSync({'a.npy': content}, {level}));
  const view = new DataView(archive.buffer);
  change(view, view.getUint32(archive.length - 6, true));
  return archive;
}

/** An archive as ZIP64 has it, put together from APPNOTE 6.3: all sizes and places in 64-bit fields of the directory. */
function zip64(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46, 0);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(crc32(content), 16);
  for (const at of [20, 24, 42]) entry.writeUInt32LE(0xffffffff, at);
  entry.writeUInt16LE(name.length, 28);
  const extra = Buffer.alloc(4 + 5 + 4 + 24);
  // Another field stands before that of ZIP64.
  extra.writeUInt16LE(0x5455, 0);
  extra.writeUInt16LE(5, 2);
  extra.writeUInt16LE(1, 9);
  extra.writeUInt16LE(24, 11);
  extra.writeBigUInt64LE(BigInt(content.length), 13);
  extra.writeBigUInt64LE(BigInt(packed.length), 21);
  entry.writeUInt16LE(extra.length, 30);
  const files = Buffer.concat([local, Buffer.from(name), packed]);
  const directory = Buffer.concat([entry, Buffer.from(name), extra]);
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(1n, 32);
  end64.writeBigUInt64LE(BigInt(files.length), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(files.length + directory.length), 8);
  const end = Buffer.alloc(22, 0xff);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(0, 20);
  return Buffer.concat([files, directory, end64, locator, end]);
}

describe('opening a zip archive', () => {
  const content = Buffer.from('pixels '.repeat(5000));

  it('gives the beginning of a member, or all of it, in memory that threads share', async () => {
    for (const level of [0, 9] as const) {
      const a = member(zipSync({'a.npy': content}, {level}));
      assert.equal(a.size, content.length);
      assert.equal(String(Buffer.from(a.head()).subarray(0, 4000)), content.toString().slice(0, 4000));
      const shared = await a.unpackShared();
      assert.ok(shared.buffer instanceof SharedArrayBuffer);
      assert.deepEqual(Buffer.from(shared), content);
      assert.deepEqual(Buffer.from(a.unpack()), content);
    }
  });

  it('reads sizes, places and counts of 64 bits', () => {
    assert.deepEqual(Buffer.from(member(zip64('a.npy', content)).unpack()), content);
  });

  for (const claimed of [0, 1, 100, content.length - 1, content.length + 1]) {
    it(`refuses a member of ${content.length} bytes that claims ${claimed}`, async () => {
      const archive = changed(content, (view, entry) => view.setUint32(entry + 24, claimed, true));
      await rejectsForPerson(() => member(archive).unpack(), /x\.npz: a\.npy .*damaged/);
      await rejectsForPerson(() => member(archive).unpackShared(), /x\.npz: a\.npy .*damaged/);
    });
  }

  it('never inflates further than a member claims', async () => {
    // Packed by zlib, which takes a fraction of the time, and named as such afterwards.
    const archive = changed(
      deflateRawSync(Buffer.alloc(100e6)),
      (view, entry) => {
        for (const method of [8, entry + 10]) view.setUint16(method, 8, true);
        view.setUint32(entry + 24, 1000, true);
      },
      0,
    );
    const before = process.resourceUsage().maxRSS;
    await rejectsForPerson(() => member(archive).unpack(), 'x.npz: a.npy unpacks to more than it claims');
    await rejectsForPerson(() => member(archive).unpackShared(), 'x.npz: a.npy unpacks to more than it claims');
    assert.ok(process.resourceUsage().maxRSS - before < 50_000, 'kilobytes');
  });

  it('refuses what would take more memory than a file of its size may, before it is taken', async () => {
    const most = mostUnpacked(1000);
    const archive = changed(content, (view, entry) => view.setUint32(entry + 24, most + 1, true));
    for (const act of [() => member(archive).unpack(), () => member(archive).unpackShared()]) {
      await rejectsForPerson(act, `a.npy claims ${most + 1} bytes`, /too large for a file of this size.*uint8/);
    }
    const zip = openZip(zipSync({'a.npy': content}), 'x.npz');
    zip.reserve(most - content.length, {name: 'pixels', size: 1});
    assert.equal(zip.members[0]?.unpack().length, content.length);
    await rejectsForPerson(() => zip.members[0]?.unpack(), /a\.npy claims 35000 bytes/);
  });

  it('says that a member is encrypted', async () => {
    const archive = changed(content, (view, entry) => view.setUint16(entry + 8, 1, true));
    await rejectsForPerson(() => member(archive).head(), 'x.npz: a.npy is encrypted; ');
  });

  for (const method of [12, 14]) {
    it(`says that it cannot take zip method ${method}`, async () => {
      const archive = changed(content, (view, entry) => view.setUint16(entry + 10, method, true));
      await rejectsForPerson(
        () => member(archive).head(),
        `packed with zip method ${method}; wanted stored or deflated`,
      );
    });
  }
});
