import assert from 'node:assert/strict';
import {it} from 'node:test';
import {blocksOf, numbersOf, type StoredArray} from '../../source/dataset/numbers.js';

const values = [0.5, -3, 1e300, 255];
const bytes = new Uint8Array(Float64Array.from(values).buffer);

it('values come whole, wherever their bytes are cut', async () => {
  for (const length of [1, 3, 7, 8, 13, 32]) {
    const array: StoredArray = {
      where: 'x',
      dtype: '<f8',
      fortranOrder: false,
      shape: [4],
      bytes: async () => bytes,
      async *pieces() {
        for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
      },
    };
    const seen: number[] = [];
    for await (const block of blocksOf(array)) seen.push(...Array.from(block));
    assert.deepEqual(seen, values, `pieces of ${length} bytes`);
  }
});

it('values of the other byte order leave the bytes as they are', () => {
  const big = Uint8Array.of(1, 2, 0, 255);
  assert.deepEqual([...Array.from(numbersOf('>u2', big))], [258, 255]);
  assert.deepEqual([...big], [1, 2, 0, 255]);
});

it('64-bit integers are exact up to 2 to the 53', () => {
  const whole = [0, 255, -1, -(2 ** 40) - 7, 2 ** 53 - 1];
  const wide = new Uint8Array(BigInt64Array.from(whole, BigInt).buffer);
  assert.deepEqual([...Array.from(numbersOf('<i8', wide))], whole);
});
