import {execFile} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import util, {promisify} from 'node:util';
import type {Engine} from '../engine.js';
import {TensorFlowEngine} from './tensorflow-engine.js';
import type {TensorFlow} from './tensorflow-network.js';

/** The npm package that carries TensorFlow's own kernels, CUDA ones among them. */
export const packageName = '@tensorflow/tfjs-node-gpu';

/** The version that is an optional dependency of the program. */
export const packageVersion = '4.22.0';

const require = createRequire(import.meta.url);

/**
 * Loads the library in this thread. What it needs of the environment is set by prepareEnvironment on the main thread.
 * @throws whatever the package throws: absent, without its addon, or with a library that does not load
 */
export async function createTensorFlowEngine(): Promise<Engine> {
  // The package calls two helpers of Node's at its first operation: the first is gone since Node 23, and the second
  // writes a deprecation warning to the screen.
  const isNullOrUndefined = (value: unknown): boolean => value === null || value === undefined;
  Object.assign(util, {isNullOrUndefined, isArray: Array.isArray});
  const tf = require(packageName) as TensorFlow;
  await tf.ready();
  // The backend's name is "tensorflow" with and without a GPU; this flag comes from TensorFlow's own list of devices.
  const onGpu = (tf.backend() as {isUsingGpuDevice?: boolean}).isUsingGpuDevice === true;
  return new TensorFlowEngine(tf, onGpu ? await describeGpu() : 'CPU');
}

/** The GPU's name and memory. TensorFlow.js does not pass them on, so NVIDIA's driver is asked. */
async function describeGpu(): Promise<string> {
  const query = ['--query-gpu=name,memory.total', '--format=csv,noheader'];
  const answer = await promisify(execFile)('nvidia-smi', query).catch(() => undefined);
  const gpus = answer?.stdout.trim().split('\n') ?? [];
  if (gpus.length === 1 && gpus[0] !== '') return `GPU, ${gpus[0]}`;
  return gpus.length > 1 ? `GPU, one of ${gpus.length} (the last: ${gpus[gpus.length - 1]})` : 'GPU, name unknown';
}

/** The version of NVIDIA's driver, or undefined where there is none. */
export async function nvidiaDriver(): Promise<string | undefined> {
  const file = await readFile('/proc/driver/nvidia/version', 'utf8').catch(() => undefined);
  if (file !== undefined) return /\d+\.\d+(\.\d+)?/.exec(file)?.[0] ?? 'of unknown version';
  const query = ['--query-gpu=driver_version', '--format=csv,noheader'];
  const answer = await promisify(execFile)('nvidia-smi', query).catch(() => undefined);
  return answer?.stdout.trim().split('\n')[0];
}
