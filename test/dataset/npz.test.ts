import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {zipSync} from 'fflate';
import {encodeNpy} from '../../source/dataset/npy.js';
import {openNpz, packNpz} from '../../source/dataset/npz.js';
import {UserError} from '../../source/errors.js';
import {rejectsForPerson} from '../helpers/errors.js';
import {fixture, withFolder} from '../helpers/program.js';
import {python3, withoutNumpy} from '../helpers/python.js';

const text = (bytes: Uint8Array | undefined): string | undefined => bytes && Buffer.from(bytes).toString();
const members = {'a.npy': Buffer.from('first'), 'b.npy': Buffer.from('second '.repeat(50))};
/** Bytes of the record that ends an archive without a comment. */
const endLength = 22;

/** The archive with one change of its bytes. */
function changed(archive: Uint8Array, change: (view: DataView) => void): Uint8Array {
  const copy = Uint8Array.from(archive);
  change(new DataView(copy.buffer));
  return copy;
}

/** Reads every member; a fault must be one that a person is told of. */
function readAll(archive: Uint8Array): 'read' | 'refused' {
  try {
    for (const member of openNpz(archive, 'x').values()) member();
    return 'read';
  } catch (error) {
    if (error instanceof UserError) return 'refused';
    throw error;
  }
}

describe('opening an .npz file', () => {
  it('gives stored and deflated members by name', () => {
    for (const level of [0, 9] as const) {
      const opened = openNpz(zipSync(members, {level}), 'x');
      assert.deepEqual([...opened.keys()], ['a.npy', 'b.npy']);
      assert.equal(text(opened.get('a.npy')?.()), 'first');
      assert.equal(text(opened.get('b.npy')?.()), 'second '.repeat(50));
    }
  });

  it('takes an archive with a comment behind it', () => {
    const archive = zipSync(members);
    const commented = Buffer.concat([archive, Buffer.from('hello')]);
    commented.writeUInt16LE(5, archive.length - 2);
    assert.equal(text(openNpz(commented, 'x').get('a.npy')?.()), 'first');
  });

  it('inflates only the member that is asked for', async () => {
    const archive = zipSync(members, {level: 0});
    const opened = openNpz(
      changed(archive, view => view.setUint8(30 + 5, 0)),
      'x.npz',
    );
    assert.equal(text(opened.get('b.npy')?.()), 'second '.repeat(50));
    await rejectsForPerson(() => opened.get('a.npy')?.(), 'x.npz: a.npy is damaged (its CRC-32');
  });

  it('never gives other bytes than were packed, whichever bit of a deflated member has changed', () => {
    const packed = 'Few bits say what comes how often.'.repeat(3);
    const archive = zipSync({'b.npy': Buffer.from(packed)}, {level: 9});
    const [start, end] = [30 + 5, archive.length - endLength - 46 - 5];
    let refused = 0;
    for (let bit = 8 * start; bit < 8 * end; bit++) {
      const damaged = changed(archive, view => view.setUint8(bit >> 3, view.getUint8(bit >> 3) ^ (1 << (bit & 7))));
      try {
        assert.equal(text(openNpz(damaged, 'x').get('b.npy')?.()), packed);
      } catch (error) {
        assert.ok(error instanceof UserError, String(error));
        refused++;
      }
    }
    // A few bits change nothing: those that fill up the last byte, and distances to an earlier copy of the same text.
    assert.ok(refused > 0.9 * 8 * (end - start), `${refused} of ${8 * (end - start)}`);
  });

  it('refuses an archive wherever it is cut off', () => {
    const archive = readFileSync(fixture('data-files/compressed.npz'));
    const lengths = [...Array(60).keys(), ...Array.from({length: 160}, (_, index) => 60 + index * 101)];
    for (const length of [...lengths, ...Array.from({length: 300}, (_, index) => archive.length - 1 - index)]) {
      assert.equal(readAll(archive.subarray(0, length)), 'refused', `${length} bytes`);
    }
    assert.equal(readAll(archive), 'read');
  });

  it('tells a person of any damage to the directory, never throws something else', () => {
    const archive = zipSync(members);
    const directory = new DataView(archive.buffer).getUint32(archive.length - endLength + 16, true);
    const outcomes = new Set<string>();
    for (let place = directory; place < archive.length; place++) {
      outcomes.add(readAll(changed(archive, view => view.setUint8(place, view.getUint8(place) ^ 0x15))));
    }
    assert.ok(outcomes.has('refused'));
  });

  it('says which packing it cannot take', async () => {
    const archive = zipSync({'a.npy': Buffer.from('first')});
    const directory = new DataView(archive.buffer).getUint32(archive.length - endLength + 16, true);
    const other = changed(archive, view => view.setUint16(directory + 10, 14, true));
    await rejectsForPerson(
      () => openNpz(other, 'x.npz').get('a.npy')?.(),
      'x.npz: a.npy is packed with zip method 14; wanted stored or deflated',
    );
  });

  it('refuses a member that claims more bytes than a digit dataset can have', async () => {
    const archive = zipSync({'a.npy': Buffer.from('first')});
    const directory = new DataView(archive.buffer).getUint32(archive.length - endLength + 16, true);
    const huge = changed(archive, view => view.setUint32(directory + 24, 4_000_000_000, true));
    await rejectsForPerson(() => openNpz(huge, 'x.npz').get('a.npy')?.(), /x\.npz: a\.npy claims 4000000000 bytes/);
  });
});

describe('packing an .npz file', () => {
  it('makes the same bytes for the same content, whenever it is done', t => {
    t.mock.timers.enable({apis: ['Date'], now: 1_000_000_000_000});
    const first = packNpz({'a.npy': Buffer.from('first')});
    t.mock.timers.setTime(1_700_000_000_000);
    assert.deepEqual(packNpz({'a.npy': Buffer.from('first')}), first);
  });

  it('makes an archive that NumPy reads', {skip: withoutNumpy}, async () => {
    await withFolder(async folder => {
      const file = path.join(folder, 'arrays.npz');
      writeFileSync(
        file,
        packNpz({
          'x_test.npy': encodeNpy(Uint8Array.of(1, 2, 3, 4), [2, 2]),
          'weights.npy': encodeNpy(Float32Array.of(0.5, -1.25), [2]),
        }),
      );
      const script = `
import json, sys, numpy, zipfile
assert zipfile.ZipFile(sys.argv[1]).testzip() is None
z = numpy.load(sys.argv[1])
print(json.dumps({name: [str(z[name].dtype), z[name].tolist()] for name in z.files}))`;
      assert.deepEqual(python3(script, file), {
        x_test: [
          'uint8',
          [
            [1, 2],
            [3, 4],
          ],
        ],
        weights: ['float32', [0.5, -1.25]],
      });
    });
  });
});
