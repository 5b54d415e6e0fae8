import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import zlib from 'node:zlib';
import {readPng} from '../../../source/dataset/pictures/png.js';
import {rejectsForPerson} from '../../helpers/errors.js';
import {type PngForm, pngChunk, pngFile, samplesOf} from '../../helpers/png.js';

/** A sample that differs from pixel to pixel and from channel to channel, of as many bits as there are. */
const sampleOf =
  ({depth}: PngForm) =>
  (x: number, y: number, channel: number): number =>
    ((x * 7919 + y * 104_729 + channel * 15_485_863) >>> 3) & (2 ** depth - 1);

const depths = {0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16]} as const;
const forms: PngForm[] = ([0, 2, 3, 4, 6] as const).flatMap(colour =>
  depths[colour].flatMap(depth =>
    [false, true].flatMap(interlaced => [
      {width: 13, height: 11, colour, depth, interlaced},
      {width: 1, height: 3, colour, depth, interlaced},
      {width: 37, height: 2, colour, depth, interlaced},
    ]),
  ),
);

/** 2 to the power of depth colours that are all different. */
const paletteOf = (depth: number): number[] =>
  Array.from({length: 2 ** depth}, (_, index) => [index, 255 - index, (index * 37) & 255]).flat();

describe('a PNG', () => {
  it('of every kind and depth, interlaced or not, has its pixels', async () => {
    for (const form of forms) {
      const palette = form.colour === 3 ? paletteOf(form.depth) : undefined;
      const sample = sampleOf(form);
      const {width, height, channels, data} = await readPng(
        pngFile({...form, ...(palette && {palette})}, sample),
        'a.png',
      );
      const name = JSON.stringify(form);
      assert.deepEqual([width, height], [form.width, form.height], name);
      assert.equal(channels, palette === undefined ? samplesOf[form.colour] : 3, name);
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          for (let channel = 0; channel < channels; channel++) {
            const found = data[(y * width + x) * channels + channel];
            const wanted =
              palette === undefined
                ? (255 * sample(x, y, channel)) / (2 ** form.depth - 1)
                : palette[3 * sample(x, y, 0) + channel];
            assert.ok(Math.abs(found - wanted) < 1, `${name} ${x} ${y} ${channel}: ${found}, not ${wanted}`);
          }
        }
      }
    }
  });

  it('has the transparency of its palette, and of its one transparent colour', async () => {
    const sizes = {width: 2, height: 1} as const;
    for (const interlaced of [false, true]) {
      const indexed = pngFile(
        {...sizes, colour: 3, depth: 1, interlaced, palette: [1, 2, 3, 4, 5, 6], transparency: [77]},
        x => x,
      );
      assert.deepEqual([...(await readPng(indexed, '')).data], [1, 2, 3, 77, 4, 5, 6, 255]);
      const grey = pngFile({...sizes, colour: 0, depth: 2, interlaced, transparency: [0, 2]}, x => 2 + x);
      assert.deepEqual([...(await readPng(grey, '')).data], [170, 0, 255, 255]);
      const deep = pngFile({...sizes, colour: 2, depth: 16, interlaced, transparency: [9, 0, 9, 0, 9, 1]}, (x, _, c) =>
        c === 2 && x === 0 ? 0x901 : 0x900,
      );
      assert.deepEqual([...(await readPng(deep, '')).data], [8, 8, 8, 0, 8, 8, 8, 255]);
    }
  });

  it('is read without what it carries besides its picture, however large that would unpack', async () => {
    const bomb = zlib.deflateSync(Buffer.alloc(50e6));
    const profile = pngChunk('iCCP', Buffer.concat([Buffer.from('a\0\0', 'latin1'), bomb]));
    const form = {width: 2, height: 2, colour: 0, depth: 8, chunks: [profile]} as const;
    assert.deepEqual(
      [
        ...(
          await readPng(
            pngFile(form, (x, y) => 10 * y + x),
            '',
          )
        ).data,
      ],
      [0, 1, 10, 11],
    );
  });

  it('that lies is refused in one line', async () => {
    const good = pngFile({width: 20, height: 20, colour: 0, depth: 8}, x => x);
    const sized = (width: number, height: number): Buffer => {
      const header = Buffer.from(good.subarray(16, 29));
      header.writeUInt32BE(width, 0);
      header.writeUInt32BE(height, 4);
      return Buffer.concat([good.subarray(0, 8), pngChunk('IHDR', header), good.subarray(33)]);
    };
    const flipped = Buffer.from(good);
    flipped[45] = (flipped[45] ?? 0) ^ 1;
    const cases: [Buffer, RegExp][] = [
      [good.subarray(0, -20), /^a\.png: a damaged picture: it is cut short; save it anew$/],
      [flipped, /checksum of its IDAT is wrong/],
      [sized(10_000, 10_000), /^a\.png: 10000 × 10000 pixels \(100 megapixels\); at most 16 megapixels are read/],
      [sized(0, 20), /says that it has 0 × 20 pixels/],
      [sized(4000, 4000), /fewer pixels than its header says/],
      [sized(20, 21), /fewer pixels than its header says/],
      [sized(20, 19), /more pixels than its header says/],
      [good.subarray(0, 33), /cut short/],
    ];
    for (const [bytes, pattern] of cases) await rejectsForPerson(() => readPng(bytes, 'a.png'), pattern);
  });
});
