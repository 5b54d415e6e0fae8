import {existsSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {messageOf} from '../../errors.js';
import type {Verdict} from '../verdict.js';
import {nvidiaDriver, packageName, packageVersion} from './library.js';

const require = createRequire(import.meta.url);

/** Where the package is installed, and its version; undefined when it is not. */
export function findPackage(): {folder: string; version: string} | undefined {
  try {
    const file = require.resolve(`${packageName}/package.json`);
    return {folder: path.dirname(file), version: (require(file) as {version: string}).version};
  } catch {
    return undefined;
  }
}

/** What keeps the library from being loaded at all, found without loading it; undefined when nothing does. */
export function diagnoseInstallation(): Verdict | undefined {
  const found = findPackage();
  if (found === undefined) {
    return {
      engine: 'tensorflow',
      state: 'absent',
      gpu: false,
      detail: `${packageName} is not installed (npm leaves it out when its download of libtensorflow fails)`,
      remedy: `npm install --prefix ${quoted(installRoot())} --no-save ${packageName}@${packageVersion}`,
    };
  }
  const binding = path.join(found.folder, 'lib', 'napi-v8', 'tfjs_binding.node');
  if (existsSync(binding)) return undefined;
  return {
    engine: 'tensorflow',
    state: 'no-binary',
    gpu: false,
    detail: `${packageName} has no binary: its install script did not run (npm from 11.16 on, npx and pnpm block it)`,
    remedy: installScript(found.folder),
  };
}

/** The command that brings a new library in place of one that does not load or crashes. */
export function reinstall(): string | undefined {
  const found = findPackage();
  return found === undefined ? undefined : installScript(found.folder);
}

/** What a library that threw while loading or computing says of itself. */
export function diagnoseError(error: unknown): Verdict {
  return {
    engine: 'tensorflow',
    state: 'unloadable',
    gpu: false,
    detail: `TensorFlow does not load: ${messageOf(error).split('\n')[0]}`,
    remedy: reinstall(),
  };
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

/** Runs the package's own install script, which needs nobody's approval when a person starts it. */
const installScript = (folder: string): string => `npm run --prefix ${quoted(folder)} install`;

/** The folder whose node_modules holds this program; for a clone, the clone. */
function installRoot(): string {
  const own = fileURLToPath(new URL('../../../..', import.meta.url));
  const parts = own.split(path.sep);
  const modules = parts.lastIndexOf('node_modules');
  return modules < 0 ? own.replace(/[/\\]$/, '') : parts.slice(0, modules).join(path.sep);
}

const quoted = (text: string): string => (/^[\w@%+=:,./\\-]+$/.test(text) ? text : JSON.stringify(text));
