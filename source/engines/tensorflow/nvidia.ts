import {readFile} from 'node:fs/promises';
import {promisify} from 'node:util';
import {graphicsDevices} from '../graphics.js';

/** The GPU's name and memory. TensorFlow.js does not pass them on, so NVIDIA's driver is asked. */
export async function describeGpu(): Promise<string> {
  const gpus = await askDriver('name,memory.total');
  const last = gpus.at(-1);
  if (last === undefined || last === '') return 'GPU, name unknown';
  return gpus.length === 1 ? `GPU, ${last}` : `GPU, one of ${gpus.length} (the last: ${last})`;
}

/** The version of NVIDIA's driver, or undefined where there is none. */
export async function nvidiaDriver(): Promise<string | undefined> {
  const file = await readFile('/proc/driver/nvidia/version', 'utf8').catch(() => undefined);
  if (file !== undefined) return /\d+\.\d+(\.\d+)?/.exec(file)?.[0] ?? 'of unknown version';
  // Where the system shows its devices in files, there is nothing to ask without one; Linux in Windows has dxg.
  if ((await graphicsDevices())?.every(name => !/^(nvidia|dxg)/.test(name))) return undefined;
  return (await askDriver('driver_version'))[0];
}

/** A line for each GPU, from the tool that comes with the driver; none where there is no such tool. */
async function askDriver(fields: string): Promise<string[]> {
  try {
    const {execFile} = await import('node:child_process');
    const {stdout} = await promisify(execFile)('nvidia-smi', [`--query-gpu=${fields}`, '--format=csv,noheader']);
    return stdout.trim().split('\n');
  } catch {
    // Also where no process may be started: then nothing is known of a driver.
    return [];
  }
}
