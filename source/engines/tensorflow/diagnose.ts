import {existsSync} from 'node:fs';
import path from 'node:path';
import {messageOf} from '../../errors.js';
import {findPackage, installCommand, installScript} from '../installed.js';
import type {Verdict} from '../verdict.js';
import {nvidiaDriver, packageName, packageVersion} from './library.js';

const hindered = {engine: 'tensorflow', gpu: false} as const;

/** What keeps the library from being loaded at all, found without loading it; undefined when nothing does. */
export function diagnoseInstallation(): Verdict | undefined {
  const found = findPackage(packageName);
  if (found === undefined) {
    return {
      ...hindered,
      state: 'absent',
      detail: `${packageName} is not installed (npm leaves it out when its download of libtensorflow fails)`,
      remedy: installCommand(packageName, packageVersion),
    };
  }
  if (existsSync(path.join(found.folder, 'lib', 'napi-v8', 'tfjs_binding.node'))) return undefined;
  return {
    ...hindered,
    state: 'no-binary',
    detail: `${packageName} has no binary: its install script did not run (npm from 11.16 on, npx and pnpm block it)`,
    remedy: installScript(found.folder),
  };
}

/** The command that brings a new library in place of one that does not load or crashes. */
export function reinstall(): string | undefined {
  const found = findPackage(packageName);
  return found === undefined ? undefined : installScript(found.folder);
}

/** What a library that threw while loading says of itself. */
export function diagnoseError(error: unknown): Verdict {
  const detail = `TensorFlow does not load: ${messageOf(error).split('\n')[0]}`;
  return {...hindered, state: 'unloadable', detail, remedy: reinstall()};
}

/** Why a library that works has no GPU. */
export async function diagnoseNoGpu(log: string): Promise<{detail: string; remedy: string}> {
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
