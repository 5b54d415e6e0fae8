import {fork} from 'node:child_process';
import {mkdir, readFile, rename, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {cacheFolder} from '../places.js';
import type {EngineName} from './engine.js';
import {findPackage} from './installed.js';
import * as tensorflow from './tensorflow/diagnose.js';
import {nvidiaDriver, packageName} from './tensorflow/library.js';
import type {Verdict} from './verdict.js';
import * as webgpu from './webgpu/diagnose.js';

/** What keeps an engine from being tried at all; undefined when nothing does. */
export function installationOf(name: EngineName): Verdict | undefined {
  if (name === 'tensorflow') return tensorflow.diagnoseInstallation();
  return name === 'webgpu' ? webgpu.diagnoseInstallation() : undefined;
}

/**
 * Tries an engine for real: installed, loads, on which device, does a training step give the right numbers.
 * That it works is kept for knownVerdict.
 */
export async function checkEngine(name: EngineName): Promise<Verdict> {
  const hindrance = installationOf(name);
  if (hindrance !== undefined) return hindrance;
  const tried = await probeInChild(name);
  if (tried.state !== 'works') return tried;
  const explained = name === 'tensorflow' && !tried.gpu ? await tensorflow.diagnoseNoGpu(tried.log ?? '') : {};
  const verdict = {...tried, ...explained};
  await remember(verdict);
  return verdict;
}

/** That an engine works, if it did at its last check and package, Node, drivers and their settings are as then. */
export async function knownVerdict(name: EngineName): Promise<Verdict | undefined> {
  const file = cacheFile(name);
  if (file === undefined) return undefined;
  const kept = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
  return kept?.key === (await cacheKey(name)) ? (kept.verdict as Verdict) : undefined;
}

function cacheFile(name: EngineName): string | undefined {
  const folder = cacheFolder();
  return folder && path.join(folder, `${name}-works.json`);
}

async function cacheKey(name: EngineName): Promise<string> {
  const found = findPackage(name === 'tensorflow' ? packageName : webgpu.packageName);
  const {LD_LIBRARY_PATH, CUDA_VISIBLE_DEVICES, VK_DRIVER_FILES, VK_ICD_FILENAMES} = process.env;
  const settings = {LD_LIBRARY_PATH, CUDA_VISIBLE_DEVICES, VK_DRIVER_FILES, VK_ICD_FILENAMES};
  return JSON.stringify([found?.folder, found?.version, process.version, await nvidiaDriver(), settings]);
}

async function remember({log: _, ...verdict}: Verdict): Promise<void> {
  const file = cacheFile(verdict.engine);
  if (file === undefined) return;
  const partial = `${file}.${process.pid}`;
  // A cache that cannot be written only costs the next start its time.
  await mkdir(path.dirname(file), {recursive: true})
    .then(async () => writeFile(partial, JSON.stringify({key: await cacheKey(verdict.engine), verdict})))
    .then(() => rename(partial, file))
    .catch(() => undefined);
}

function probeInChild(name: EngineName): Promise<Verdict> {
  return new Promise(resolve => {
    const child = fork(fileURLToPath(new URL('./probe.js', import.meta.url)), [name], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: [],
      // TensorFlow tells on standard error which CUDA libraries it misses.
      env: {...process.env, TF_CPP_MIN_LOG_LEVEL: '0'},
    });
    let verdict: Verdict | undefined;
    let log = '';
    child.stderr?.on('data', data => {
      log += String(data);
    });
    child.on('message', message => {
      verdict = message as Verdict;
    });
    child.on('error', error => {
      resolve(crash(name, `the check could not start: ${error.message}`));
    });
    child.on('close', (code, signal) => {
      const how = signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`;
      resolve({...(verdict ?? crash(name, `the process that tried it ${how}`)), log});
    });
  });
}

function crash(engine: EngineName, detail: string): Verdict {
  const remedy = engine === 'tensorflow' ? tensorflow.reinstall() : undefined;
  return {engine, state: 'crashed', gpu: false, detail, remedy};
}
