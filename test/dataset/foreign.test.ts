import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {gzipSync} from 'node:zlib';
import {zipSync} from 'fflate';
import {loadDataset} from '../../source/dataset/load.js';
import {rejectsForPerson} from '../helpers/errors.js';
import {npyFile, npzFile} from '../helpers/npz.js';
import {withFolder} from '../helpers/program.js';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
/** A tar header has its mark behind name, mode, owner, size, time, sum, kind and link. */
const tar = Buffer.concat([latin('mnist/'.padEnd(257, '\0')), latin('ustar\0'), Buffer.alloc(249)]);
const pickle = latin('\x80\x04\x95\x00numpy');
const tensors = Buffer.concat([
  Buffer.from([72, 0, 0, 0, 0, 0, 0, 0]),
  latin('{"x_train":{"dtype":"U8"'),
  Buffer.alloc(40),
]);
const idx = Buffer.concat([Buffer.from([0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 28, 0, 0, 0, 28]), Buffer.alloc(784)]);
const row = `5,${new Array(784).fill(0).join(',')}\n`;

/** What is not taken, by a file name that people have: the file, and what has to be said. */
const files: readonly [string, Uint8Array, RegExp][] = [
  ['mnist.pkl', pickle, /a Python pickle, which is never opened.*numpy\.savez/],
  ['mnist.pkl.gz', gzipSync(pickle), /gzip, and in it a Python pickle, which is never opened/],
  ['data.p', latin('\x80\x02}q\x00'), /a Python pickle/],
  ['old.pickle', latin('(dp0\nS"x"\n'), /a Python pickle/],
  [
    'mnist.pt',
    zipSync({'mnist/data.pkl': pickle}),
    /has mnist\/data\.pkl; wanted x_train.*a pickle, which is never opened/,
  ],
  [
    'mnist-original.mat',
    latin('MATLAB 5.0 MAT-file, Platform: GLNX86'),
    /a MATLAB file; read it with scipy\.io\.loadmat/,
  ],
  ['v73.mat', latin('MATLAB 7.3 MAT-file, Platform: GLNXA64'), /a MATLAB 7\.3 file; read it with h5py/],
  ['usps.h5', latin('\x89HDF\r\n\x1a\n\0\0'), /an HDF5 file; read it with h5py/],
  ['train-0.parquet', latin('PAR1\x15\x04\x15'), /a Parquet file; read it with pandas/],
  ['mnist.safetensors', tensors, /a safetensors file/],
  ['mnist.tar', tar, /a tar archive; unpack it and give the folder/],
  ['mnist.tar.gz', gzipSync(tar), /gzip, and in it a tar archive; unpack it/],
  ['mnist.7z', latin('7z\xbc\xaf\x27\x1c'), /unpack it first/],
  ['digit.png', latin('\x89PNG\r\n\x1a\n'), /a picture; .*numpy\.savez/],
  ['digit', latin('\xff\xd8\xff\xe0\0\x10JFIF'), /a picture/],
  ['train-images-idx3-ubyte', idx, /one IDX file alone; give its folder/],
  ['train-images-idx3-ubyte.gz', gzipSync(idx), /gzip, and in it one IDX file alone; give its folder/],
  [
    'x_train.npy',
    npyFile('|u1', [1, 784], new Uint8Array(784)),
    /one NumPy array alone; give its folder .*y_test\.npy/,
  ],
  ['mnist.txt', latin(row), /a CSV file by its content; name it mnist_train\.csv/],
  [
    'arr.npz',
    npzFile({'arr_0.npy': npyFile('|u1', [1], Uint8Array.of(1))}),
    /has arr_0; wanted .*give the folder that has all/,
  ],
  ['archive.zip', zipSync({'t10k-images.idx3-ubyte': idx}), /unpack it and give the folder/],
  ['pictures.zip', zipSync({'5/0.png': Uint8Array.of(1)}), /pictures have to become arrays first/],
  ['other.gz', gzipSync(latin('hello')), /a gzip file that holds no dataset; wanted/],
  ['nothing', new Uint8Array(), /the file is empty; wanted an \.npz archive/],
  ['page.html', latin('<!DOCTYPE html>'), /not an \.npz archive: it starts with "<!DOCTYPE ht", wanted "PK"/],
];

describe('what is no dataset', () => {
  for (const [name, bytes, pattern] of files) {
    it(`is named with a way out: ${name}`, async () => {
      await withFolder(async folder => {
        const file = path.join(folder, name);
        writeFileSync(file, bytes);
        const error = await rejectsForPerson(() => loadDataset(file), file, pattern);
        assert.ok(error.message.length < 400 + file.length, error.message);
      });
    });
  }

  it('is named when it lies in a folder, too', async () => {
    await withFolder(async folder => {
      mkdirSync(path.join(folder, 'training', '5'), {recursive: true});
      for (let index = 0; index < 12; index++) writeFileSync(path.join(folder, 'training', '5', `${index}.png`), '');
      await rejectsForPerson(
        () => loadDataset(folder),
        `${folder}: no dataset; `,
        /5.0\.png is a picture, as are 11 more; /,
      );
    });
    await withFolder(async folder => {
      writeFileSync(path.join(folder, 'mnist.pkl.gz'), gzipSync(pickle));
      await rejectsForPerson(() => loadDataset(folder), `${folder}: no dataset; mnist.pkl.gz is a Python pickle`);
    });
  });
});
