import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {inMemory, type StoredArray} from '../../source/dataset/numbers.js';
import {pixelsOf} from '../../source/dataset/pixels.js';
import {rejectsForPerson} from '../helpers/errors.js';

const image = 784;

/** Images as they would be stored. */
function stored(dtype: string, values: ArrayBufferView, change: Partial<StoredArray> = {}): StoredArray {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const count = bytes.length / Number(dtype.slice(2)) / image;
  return {where: 'x', dtype, fortranOrder: false, shape: [count, 28, 28], ...inMemory(() => bytes), ...change};
}

/** Two images of floats: a stroke of 200 pixels in each, its values given by their index. */
const floats = (value: (index: number) => number): Float32Array =>
  Float32Array.from({length: 2 * image}, (_, index) => (index % image < 200 ? value(index) : 0));

const read = async (array: StoredArray): Promise<number[]> => [...(await pixelsOf(array, false))];

describe('brightness', () => {
  it('goes from 0 to 1 where hardly a pixel is above, and one value does not tip it', async () => {
    for (const odd of [0.5, 1.02, 1.9, 3, 200, 255]) {
      const pixels = await read(
        stored(
          '<f4',
          floats(index => (index === 7 ? odd : 0.4)),
        ),
      );
      assert.equal(pixels[6], 102);
      assert.equal(pixels[7], Math.min(255, Math.round(255 * odd)));
    }
  });

  it('is cut at 1 and at 0 where resizing went beyond', async () => {
    const pixels = await read(
      stored(
        '<f4',
        floats(index => [1.02, -0.04, 0.5, 1.3][index % 4] ?? 0),
      ),
    );
    assert.deepEqual(pixels.slice(0, 4), [255, 0, 128, 255]);
  });

  it('goes from 0 to 255 otherwise, and one small value does not tip that', async () => {
    for (const odd of [0, 0.3, 1, 2]) {
      const pixels = await read(
        stored(
          '<f4',
          floats(index => (index === 7 ? odd : 180.6)),
        ),
      );
      assert.deepEqual(pixels.slice(6, 8), [181, Math.round(odd)]);
    }
  });

  it('of bytes that come piece by piece is decided before any of them count as there for good', async () => {
    const bytes = new Uint8Array(4 * image);
    bytes.fill(90, image, 2 * image);
    const arrived: number[] = [];
    const array = stored('|u1', bytes, {
      async bytes(onArrived) {
        // One in a hundred decides: the 32nd lit byte of 3,136.
        for (const length of [image, image + 31, image + 32, 4 * image]) onArrived?.(bytes, length);
        return bytes;
      },
    });
    assert.deepEqual([...(await pixelsOf(array, false, (_, length) => arrived.push(length)))], [...bytes]);
    assert.deepEqual(arrived, [image + 32, 4 * image]);
    bytes.fill(1, image, 2 * image);
    arrived.length = 0;
    const bright = await pixelsOf(array, false, (_, length) => arrived.push(length));
    assert.deepEqual([...bright.subarray(image - 1, image + 1)], [0, 255]);
    assert.deepEqual(arrived, []);
  });

  it('of bytes is found wherever the lit ones lie, and in pieces of any length', async () => {
    for (const [above, bright] of [
      [2, true],
      [3, false],
    ] as const) {
      for (let place = 0; place < 8; place++) {
        // 200 lit pixels, each of them among others that are 0 or right behind one; two in 200 are one in a hundred.
        const bytes = new Uint8Array(2 * image + place).subarray(place);
        for (let lit = 0; lit < 200; lit++) bytes[7 * lit + (lit % 5)] = lit < 200 - above ? 1 : 2;
        const all = Uint8Array.from(bytes);
        const array = stored('|u1', bytes, {
          async bytes(onArrived) {
            bytes.fill(0);
            for (let from = 0; from < all.length; from += place + 1) {
              const to = Math.min(all.length, from + place + 1);
              bytes.set(all.subarray(from, to), from);
              onArrived?.(bytes, to);
            }
            return bytes;
          },
        });
        const expected = bright ? all.map(value => Math.min(255, 255 * value)) : all;
        assert.deepEqual([...(await pixelsOf(array, false))], [...expected]);
      }
    }
  });

  it('is found in dark noise: a twentieth of the pixels decides', async () => {
    const noisy = Float32Array.from({length: 4 * image}, (_, index) => (index % 20 === 0 ? 250 : 1.5));
    assert.deepEqual((await read(stored('<f4', noisy))).slice(0, 2), [250, 2]);
  });

  it('of bytes is 0 to 1 when they are binary, whichever type they have', async () => {
    const bits = Uint8Array.from({length: image}, (_, index) => index % 2);
    const expected = [...bits].map(bit => 255 * bit);
    assert.deepEqual(await read(stored('|u1', bits)), expected);
    assert.deepEqual(await read(stored('|b1', bits)), expected);
    assert.deepEqual(await read(stored('<i4', Int32Array.from(bits))), expected);
    const bytes = Uint8Array.from(bits, bit => 2 * bit);
    assert.deepEqual(await read(stored('|u1', bytes)), [...bytes]);
  });

  const faults: [string, Float32Array, RegExp][] = [
    ['normalised data', floats(index => (index % 2 === 0 ? 2.8 : -0.4242)), /a pixel of -0\.4242; wanted 0 to 255/],
    ['data of -1 to 1', floats(index => (index % 2 === 0 ? 1 : -1)), /a pixel of -1; wanted/],
    ['values above 255', floats(() => 256), /a pixel of 256; wanted/],
    ['what is no number', floats(index => (index === 3 ? Number.NaN : 0.5)), /a pixel of NaN; wanted/],
    ['infinity', floats(index => (index === 3 ? Number.POSITIVE_INFINITY : 0.5)), /a pixel of Infinity; wanted/],
  ];
  for (const [what, values, pattern] of faults) {
    it(`refuses ${what}, and says what to do`, async () => {
      await rejectsForPerson(() => pixelsOf(stored('<f4', values), false), 'x: ', pattern, /back to that range/);
    });
  }
});

describe('the places of pixels', () => {
  const upright = Uint8Array.from({length: 3 * image}, (_, index) => (index * 7919) % 256);
  /** The bytes with images, rows and columns in another order of change. */
  const rearranged = (place: (each: {count: number; row: number; column: number}) => number): Uint8Array => {
    const bytes = new Uint8Array(upright.length);
    upright.forEach((value, index) => {
      const [count, row, column] = [Math.floor(index / image), Math.floor((index % image) / 28), index % 28];
      bytes[place({count, row, column})] = value;
    });
    return bytes;
  };
  const transposed = rearranged(({count, row, column}) => count * image + column * 28 + row);
  const fortran = rearranged(({count, row, column}) => count + 3 * (row + 28 * column));
  const flatFortran = rearranged(({count, row, column}) => count + 3 * (28 * row + column));
  const both = rearranged(({count, row, column}) => count + 3 * (column + 28 * row));
  const cases: [string, Uint8Array, Partial<StoredArray>, boolean][] = [
    ['C order', upright, {}, false],
    ['images stored on their side', transposed, {}, true],
    ['Fortran order', fortran, {fortranOrder: true}, false],
    ['Fortran order, with a channel', fortran, {fortranOrder: true, shape: [3, 1, 28, 28]}, false],
    ['Fortran order of flat images', flatFortran, {fortranOrder: true, shape: [3, 784]}, false],
    ['Fortran order of images on their side', both, {fortranOrder: true}, true],
  ];
  for (const [what, bytes, change, onSide] of cases) {
    it(`come out upright from ${what}`, async () => {
      assert.deepEqual(await pixelsOf(stored('|u1', bytes, change), onSide), upright);
    });
  }
});
