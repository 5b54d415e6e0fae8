import {messageOf} from '../../errors.js';
import {commandLine} from '../../invocation.js';
import type {Explanation, Hindrance} from '../verdict.js';
import {nvidiaDriver} from './nvidia.js';

/** What a library that threw while loading says of itself. */
export function explainError(error: unknown): Hindrance {
  const detail = `TensorFlow does not load: ${messageOf(error).split('\n')[0]}`;
  return {state: 'unloadable', detail, remedy: commandLine('setup tensorflow')};
}

/** Why a library that works has no GPU. */
export async function explainNoGpu(log: string): Promise<Explanation> {
  const driver = await nvidiaDriver();
  if (driver === undefined) {
    return {
      detail: 'works on the CPU: no NVIDIA driver on this machine',
      remedy: "install NVIDIA's driver, CUDA 11 and cuDNN 8; without an NVIDIA card use another engine",
    };
  }
  const missing = [...new Set([...log.matchAll(/Could not load dynamic library '([^']+)'/g)].map(match => match[1]))];
  const libraries = missing.length > 0 ? `missing: ${missing.join(', ')}` : 'CUDA 11 or cuDNN 8 is missing';
  return {
    detail: `works on the CPU: NVIDIA driver ${driver}, but ${libraries}`,
    remedy: 'install the CUDA 11 and cuDNN 8 libraries and put their folder into LD_LIBRARY_PATH',
  };
}
