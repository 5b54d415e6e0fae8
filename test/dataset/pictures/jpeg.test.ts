import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {decodePicture} from '../../../source/dataset/pictures/open.js';
import {rejectsForPerson} from '../../helpers/errors.js';
import {fixture} from '../../helpers/program.js';

const read = (name: string): Buffer => readFileSync(path.join(fixture('jpeg'), name));

/** A JPEG with an EXIF segment behind its first marker that says nothing but its orientation. */
function oriented(jpeg: Buffer, orientation: number, little: boolean): Buffer {
  const exif = Buffer.alloc(36);
  exif.writeUInt16BE(0xffe1, 0);
  exif.writeUInt16BE(34, 2);
  exif.write('Exif\0\0', 4, 'latin1');
  const [short, long] = little
    ? (['writeUInt16LE', 'writeUInt32LE'] as const)
    : (['writeUInt16BE', 'writeUInt32BE'] as const);
  exif.write(little ? 'II' : 'MM', 10, 'latin1');
  exif[short](42, 12);
  exif[long](8, 14);
  exif[short](1, 18);
  exif[short](0x0112, 20);
  exif[short](3, 22);
  exif[long](1, 24);
  exif[short](orientation, 28);
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
}

describe('a JPEG', () => {
  it('of every usual kind has the same pixels, up to its losses', async () => {
    const {grey: plain} = await decodePicture(read('grey.jpg'), '');
    assert.deepEqual([plain.width, plain.height], [140, 140]);
    // An 8 of black ink on white paper: its crossing is ink, the corners and the holes are paper.
    const at = (x: number, y: number): number => plain.values[y * 140 + x];
    assert.ok(at(2, 2) > 240 && at(137, 137) > 240);
    assert.ok(plain.values.some(value => value < 20));
    for (const name of ['progressive.jpg', 'subsampled.jpg', 'restart.jpg', 'cmyk.jpg']) {
      const {grey} = await decodePicture(read(name), name);
      const far = grey.values.reduce((sum, value, pixel) => sum + Math.abs(value - plain.values[pixel]), 0) / 140 ** 2;
      assert.ok(far < 2, `${name}: ${far} from the same picture in grey`);
    }
  });

  it('is turned as its EXIF says', async () => {
    // Its stored first pixel is dark, and the three others at corners of the mark tell rows from columns.
    const jpeg = read('corner.jpg');
    const {grey: stored} = await decodePicture(jpeg, '');
    const {width, height} = stored;
    assert.deepEqual([width, height], [48, 32]);
    // EXIF 2.3, 4.6.4: where the stored first row and first column are seen.
    const seen = [
      '',
      'top left',
      'top right',
      'bottom right',
      'bottom left',
      'left top',
      'right top',
      'right bottom',
      'left bottom',
    ];
    for (const little of [false, true]) {
      for (let orientation = 1; orientation <= 8; orientation++) {
        const {grey} = await decodePicture(oriented(jpeg, orientation, little), '');
        const swaps = orientation >= 5;
        assert.deepEqual([grey.width, grey.height], swaps ? [height, width] : [width, height]);
        const [row, column] = seen[orientation].split(' ');
        // The mark is a bar along the stored first row, from the first column on.
        const dark = (x: number, y: number): boolean => grey.values[y * grey.width + x] < 128;
        const [farX, farY] = [grey.width - 3, grey.height - 3];
        const x = [row, column].includes('right') ? farX : 2;
        const y = [row, column].includes('bottom') ? farY : 2;
        assert.ok(dark(x, y), `${orientation}: the corner`);
        const [otherX, otherY] = [x === 2 ? 18 : grey.width - 19, y === 2 ? 18 : grey.height - 19];
        // It runs along the seen edge where the first row is.
        assert.deepEqual([dark(otherX, y), dark(x, otherY)], swaps ? [false, true] : [true, false], `${orientation}`);
      }
    }
  });

  it('that lies or is damaged is refused in one line', async () => {
    const good = read('grey.jpg');
    const frame = good.indexOf(Buffer.from([0xff, 0xc0]));
    const changed = (change: (bytes: Buffer) => void): Buffer => {
      const bytes = Buffer.from(good);
      change(bytes);
      return bytes;
    };
    const sized = (height: number, width: number): Buffer =>
      changed(bytes => {
        bytes.writeUInt16BE(height, frame + 5);
        bytes.writeUInt16BE(width, frame + 7);
      });
    const cases: [Buffer, RegExp][] = [
      [sized(65_000, 65_000), /^a\.jpg: 65000 × 65000 pixels \(4225 megapixels\); at most 16/],
      [sized(0, 100), /0 pixels|100 × 0/],
      [sized(4000, 4000), /fewer pixels than its header says/],
      [good.subarray(0, 100), /cut short/],
      [good.subarray(0, good.length / 2), /damaged/],
      [changed(bytes => bytes.set([0xff, 0xc9], frame)), /rare kind of JPEG/],
      [Buffer.from([0xff, 0xd8, 0xff]), /cut short/],
    ];
    for (const [bytes, pattern] of cases) await rejectsForPerson(() => decodePicture(bytes, 'a.jpg'), pattern);
  });
});
