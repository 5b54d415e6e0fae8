import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {encodeNpy, npyValues, parseNpy} from '../../source/dataset/npy.js';
import {rejectsForPerson} from '../helpers/errors.js';
import {type NpyForm, npyFile} from '../helpers/npz.js';
import {withFolder} from '../helpers/program.js';
import {python3, withoutNumpy} from '../helpers/python.js';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('reading an .npy file', () => {
  for (const version of [1, 2, 3] as const) {
    it(`takes NumPy's format version ${version}`, () => {
      const array = parseNpy(npyFile('|u1', [2, 3], bytes(1, 2, 3, 4, 5, 255), {version}), 'x');
      assert.deepEqual(array.shape, [2, 3]);
      assert.deepEqual([...npyValues(array)], [1, 2, 3, 4, 5, 255]);
    });
  }

  const types: [string, number[], Uint8Array][] = [
    ['|b1', [0, 1], bytes(0, 1)],
    ['|u1', [0, 255], bytes(0, 255)],
    ['|i1', [-128, 127], bytes(0x80, 0x7f)],
    ['<u2', [258], bytes(2, 1)],
    ['>u2', [258], bytes(1, 2)],
    ['<i2', [-2], bytes(0xfe, 0xff)],
    ['>i2', [-2], bytes(0xff, 0xfe)],
    ['<u4', [4294967295, 1], bytes(255, 255, 255, 255, 1, 0, 0, 0)],
    ['>u4', [16909060], bytes(1, 2, 3, 4)],
    ['<i4', [-1], bytes(255, 255, 255, 255)],
    ['>i4', [7], bytes(0, 0, 0, 7)],
    ['<u8', [2 ** 40], bytes(0, 0, 0, 0, 0, 1, 0, 0)],
    ['>u8', [2 ** 40], bytes(0, 0, 1, 0, 0, 0, 0, 0)],
    ['<i8', [-3], bytes(0xfd, 255, 255, 255, 255, 255, 255, 255)],
    ['>i8', [9], bytes(0, 0, 0, 0, 0, 0, 0, 9)],
    // Bits and values of IEEE 754 binary16: 1, -2, 65504, the smallest above 0, and the largest below the normal ones.
    [
      '<f2',
      [1, -2, 65504, 2 ** -24, 1023 * 2 ** -24, Number.POSITIVE_INFINITY],
      bytes(0, 0x3c, 0, 0xc0, 0xff, 0x7b, 1, 0, 0xff, 3, 0, 0x7c),
    ],
    ['>f2', [1 / 3 - 1 / 12288], bytes(0x35, 0x55)],
    ['<f4', [1.5, -0.25], bytes(0, 0, 0xc0, 0x3f, 0, 0, 0x80, 0xbe)],
    ['>f4', [1.5], bytes(0x3f, 0xc0, 0, 0)],
    ['<f8', [-2], bytes(0, 0, 0, 0, 0, 0, 0, 0xc0)],
    ['>f8', [-2], bytes(0xc0, 0, 0, 0, 0, 0, 0, 0)],
  ];
  for (const [descr, values, body] of types) {
    it(`reads values of type ${descr}`, () => {
      assert.deepEqual([...npyValues(parseNpy(npyFile(descr, [values.length], body), 'x'))], values);
    });
  }

  it('gives the values of a Fortran-order array in C order', () => {
    // The array [[[0, 1], [2, 3], [4, 5]], [[6, 7], [8, 9], [10, 11]]], its first axis changing fastest in the file.
    const body = bytes(0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11);
    const array = parseNpy(npyFile('|u1', [2, 3, 2], body, {fortran: true}), 'x');
    assert.deepEqual([...npyValues(array)], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('reads a single number, which has no axes', () => {
    const array = parseNpy(npyFile('|u1', [], bytes(42)), 'x');
    assert.deepEqual(array.shape, []);
    assert.deepEqual([...npyValues(array)], [42]);
  });

  it('reads an array that begins at an odd place of a larger file', () => {
    const file = npyFile('<f4', [1], bytes(0, 0, 0xc0, 0x3f));
    const larger = Buffer.concat([bytes(9, 9, 9), file]);
    assert.deepEqual([...npyValues(parseNpy(larger.subarray(3), 'x'))], [1.5]);
  });

  const faults: [string, Uint8Array, RegExp][] = [
    ['a file of another kind', Buffer.from('PNG and so on'), /not a NumPy array/],
    ['an empty file', bytes(), /not a NumPy array/],
    [
      'a format version that NumPy has not had',
      Buffer.concat([bytes(0x93), Buffer.from('NUMPY\u0004\u0000')]),
      /version 4; wanted 1, 2 or 3/,
    ],
    ['pickled objects', npyFile('|O', [1], bytes(1)), /pickled.*never unpickled/],
    ['text', npyFile('<U3', [1], new Uint8Array(12)), /type <U3; wanted/],
    [
      'records',
      npyFile('', [1], bytes(1), {header: "{'descr': [('x', '<f4')], 'fortran_order': False, 'shape': (1,), }"}),
      /type record; wanted/,
    ],
    [
      'a header without a shape',
      npyFile('', [], bytes(), {header: "{'descr': '|u1', 'fortran_order': False}"}),
      /header is damaged/,
    ],
    ['fewer values than the shape wants', npyFile('|u1', [2, 3], bytes(1, 2, 3)), /3 bytes.*shape \(2, 3\) wants 6/],
    ['more values than the shape wants', npyFile('<f4', [1], new Uint8Array(8)), /8 bytes.*shape \(1\) wants 4/],
  ];
  for (const [what, file, pattern] of faults) {
    it(`says what is wrong with ${what}`, async () => {
      await rejectsForPerson(() => parseNpy(file, 'digits.npz: x_train'), 'digits.npz: x_train: ', pattern);
    });
  }

  it('says that an array is broken wherever it is cut off', async () => {
    const forms: NpyForm[] = [{version: 1}, {version: 2}];
    for (const form of forms) {
      const file = npyFile('|u1', [4], bytes(1, 2, 3, 4), form);
      for (let length = 0; length < file.length; length++) {
        await rejectsForPerson(() => parseNpy(file.subarray(0, length), 'cut'), 'cut: ');
      }
    }
  });
});

describe('writing an .npy file', () => {
  it('begins with the header that NumPy writes, the values at a multiple of 64 bytes', () => {
    const file = encodeNpy(bytes(7, 8, 9), [3]);
    const text = "{'descr': '|u1', 'fortran_order': False, 'shape': (3,), }";
    assert.deepEqual(
      Buffer.from(file).toString('latin1'),
      `\u0093NUMPY\u0001\u0000\u0076\u0000${text.padEnd(117)}\n\u0007\u0008\u0009`,
    );
  });

  it('writes only the part of a larger memory that the array shows', () => {
    const floats = Float32Array.of(1, 2, 3, 4).subarray(1, 3);
    assert.deepEqual([...npyValues(parseNpy(encodeNpy(floats, [2, 1]), 'x'))], [2, 3]);
  });

  it('writes what NumPy reads, type, shape and values', {skip: withoutNumpy}, async () => {
    await withFolder(async folder => {
      const floats = Float32Array.of(0.1, -0, 1e-42, 3e38, Number.NaN, Number.NEGATIVE_INFINITY);
      const files = {
        bytes: encodeNpy(
          Uint8Array.from({length: 24}, (_, index) => index),
          [2, 3, 4],
        ),
        floats: encodeNpy(floats, [6]),
      };
      for (const [name, file] of Object.entries(files)) writeFileSync(path.join(folder, `${name}.npy`), file);
      const script = `
import json, sys, os, numpy
load = lambda name: numpy.load(os.path.join(sys.argv[1], name + '.npy'))
b, f = load('bytes'), load('floats')
print(json.dumps([str(b.dtype), b.shape, b.tolist(), str(f.dtype), f.shape, f.view('uint32').tolist()]))`;
      const expected = [
        'uint8',
        [2, 3, 4],
        [
          [
            [0, 1, 2, 3],
            [4, 5, 6, 7],
            [8, 9, 10, 11],
          ],
          [
            [12, 13, 14, 15],
            [16, 17, 18, 19],
            [20, 21, 22, 23],
          ],
        ],
        'float32',
        [6],
        [0x3dcccccd, 0x80000000, 714, 0x7f61b1e6, 0x7fc00000, 0xff800000],
      ];
      assert.deepEqual(python3(script, folder), expected);
    });
  });
});
