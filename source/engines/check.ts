import {fork} from 'node:child_process';
import {mkdir, readFile, rename, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import envPaths from 'env-paths';
import type {EngineName} from './engine.js';
import {diagnoseInstallation, diagnoseNoGpu, findPackage, reinstall} from './tensorflow/diagnose.js';
import {nvidiaDriver} from './tensorflow/library.js';
import type {Verdict} from './verdict.js';

/**
 * Tries an engine for real: installed, loads, on which device, does a training step give the right numbers.
 * A verdict on TensorFlow is kept for knownVerdict.
 */
export async function checkEngine(name: EngineName): Promise<Verdict> {
  if (name === 'webgpu') {
    return {engine: name, state: 'absent', gpu: false, detail: 'not part of this version'};
  }
  const hindrance = name === 'tensorflow' ? diagnoseInstallation() : undefined;
  if (hindrance !== undefined) return hindrance;
  const verdict = await probeInChild(name);
  if (name !== 'tensorflow' || verdict.state !== 'works') return verdict;
  const complete = verdict.gpu ? verdict : {...verdict, ...(await diagnoseNoGpu(verdict.log ?? ''))};
  await remember(complete);
  return complete;
}

/** The last check's verdict that TensorFlow works, if package, Node, driver and library path are the same as then. */
export async function knownVerdict(): Promise<Verdict | undefined> {
  const kept = await readFile(cacheFile, 'utf8').then(JSON.parse, () => undefined);
  return kept?.key === (await cacheKey()) ? (kept.verdict as Verdict) : undefined;
}

const cacheFile = path.join(envPaths('mnist-tui', {suffix: ''}).cache, 'tensorflow.json');

async function cacheKey(): Promise<string> {
  const found = findPackage();
  const {LD_LIBRARY_PATH: libraries, CUDA_VISIBLE_DEVICES: devices} = process.env;
  return JSON.stringify([found?.folder, found?.version, process.version, await nvidiaDriver(), libraries, devices]);
}

async function remember({log: _, ...verdict}: Verdict): Promise<void> {
  const partial = `${cacheFile}.${process.pid}`;
  // A cache that cannot be written only costs the next start its time.
  await mkdir(path.dirname(cacheFile), {recursive: true})
    .then(async () => writeFile(partial, JSON.stringify({key: await cacheKey(), verdict})))
    .then(() => rename(partial, cacheFile))
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
      resolve({
        ...(verdict ?? crash(name, `the process that tried it ${how}`)),
        log,
      });
    });
  });
}

function crash(engine: EngineName, detail: string): Verdict {
  return {engine, state: 'crashed', gpu: false, detail, remedy: engine === 'tensorflow' ? reinstall() : undefined};
}
