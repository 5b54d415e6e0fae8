import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {availableParallelism, tmpdir} from 'node:os';
import path from 'node:path';
import {encodeNpy} from '../../source/dataset/npy.js';
import {packNpz} from '../../source/dataset/npz.js';
import {mnist} from '../helpers/mnist.js';
import {jsonLines, runProgram} from '../helpers/program.js';

/** Seconds of an epoch (evaluation included) at one size. */
export type GrowthRow = {readonly what: string; readonly size: number; readonly seconds: number};

const sizes = {
  hidden: [32, 64, 128, 256, 512, 1024],
  'batch-size': [16, 64, 128, 256, 1024],
  images: [6000, 15_000, 30_000, 60_000],
};

/** Trains the wasm engine at different sizes; what is not varied is the tutorial's. */
export async function measureGrowth(): Promise<GrowthRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mnist-tui-'));
  const rows: GrowthRow[] = [];
  for (const [what, values] of Object.entries(sizes)) {
    for (const size of values) {
      const given = what === 'images' ? ['--data', subset(folder, size)] : [`--${what}`, String(size)];
      rows.push({
        what,
        size,
        seconds: await secondsPerEpoch(
          [...given, '--engine', 'wasm', '--threads', String(availableParallelism())],
          folder,
        ),
      });
    }
  }
  rmSync(folder, {recursive: true});
  return rows;
}

/** The fastest of eight epochs, in seconds. */
export async function secondsPerEpoch(args: readonly string[], folder: string): Promise<number> {
  const model = path.join(folder, 'model.npz');
  const {stdout, stderr} = await runProgram([
    'train',
    '--json',
    '--no-early-stop',
    '--epochs',
    '8',
    '--model',
    model,
    ...args,
  ]);
  const epochs = jsonLines(stdout).filter(({type}) => type === 'epoch');
  if (epochs.length === 0) throw new Error(stderr);
  return Math.min(...epochs.map(({seconds}) => Number(seconds)));
}

/** MNIST with fewer train images; as .npz. */
function subset(folder: string, count: number): string {
  const {train, test} = mnist();
  const file = path.join(folder, `mnist-${count}.npz`);
  const images = train.images.slice(0, count * 784);
  writeFileSync(
    file,
    packNpz({
      'x_train.npy': encodeNpy(images, [count, 28, 28]),
      'y_train.npy': encodeNpy(train.labels.slice(0, count), [count]),
      'x_test.npy': encodeNpy(test.images.slice(), [test.count, 28, 28]),
      'y_test.npy': encodeNpy(test.labels.slice(), [test.count]),
    }),
  );
  return file;
}
