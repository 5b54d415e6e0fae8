import {createRequire} from 'node:module';
import util from 'node:util';
import type {Engine} from '../engine.js';
import {packageMain} from '../installed.js';
import {describeGpu} from './nvidia.js';
import {TensorFlowEngine} from './tensorflow-engine.js';
import type {TensorFlow} from './tensors.js';

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
  const tf = require(packageMain('tensorflow')) as TensorFlow;
  await tf.ready();
  // The backend's name is "tensorflow" with and without a GPU; this flag comes from TensorFlow's own list of devices.
  const gpu = (tf.backend() as {isUsingGpuDevice?: boolean}).isUsingGpuDevice === true;
  return new TensorFlowEngine(tf, gpu ? await describeGpu() : 'CPU', gpu);
}
