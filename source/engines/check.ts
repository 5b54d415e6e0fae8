import {fork} from 'node:child_process';
import {release} from 'node:os';
import {fileURLToPath} from 'node:url';
import {messageOf} from '../errors.js';
import {commandLine} from '../invocation.js';
import {type EngineName, engineRecord} from './catalogue.js';
import {graphicsDevices} from './graphics.js';
import {installationOf} from './installation.js';
import {findPackage} from './installed.js';
import {findKept, keep} from './kept.js';
import {nvidiaDriver} from './tensorflow/nvidia.js';
import type {Hindrance, Verdict} from './verdict.js';

/**
 * Tries an engine for real: installed, loads, on which device, do training steps give the right numbers, how fast is it.
 * That it works is kept for knownVerdict.
 */
export async function checkEngine(engine: EngineName): Promise<Verdict> {
  const hindrance = installationOf(engine);
  if (hindrance !== undefined) return hindrance;
  const tried = await probeInChild(engine);
  if (tried.state !== 'works') return tried;
  const explained = tried.gpu ? undefined : await engineRecord(engine).explainNoGpu(tried.log ?? '');
  const verdict = {...tried, ...explained};
  await remember(verdict);
  return verdict;
}

/** That an engine works, if it did at its last check and package, Node, drivers, devices and their settings are as then. */
export async function knownVerdict(engine: EngineName): Promise<Verdict | undefined> {
  return (await findKept(keptName(engine), await factsOf(engine))) as Verdict | undefined;
}

/** Keeps that an engine works for knownVerdict, if its trial was not disturbed: speeds are luck on a loaded machine. */
export async function remember({log: _, ...verdict}: Verdict): Promise<void> {
  if (verdict.steady !== false) await keep(keptName(verdict.engine), verdict, await factsOf(verdict.engine));
}

const keptName = (engine: EngineName): string => `${engine}-verdict`;

/** What an engine's verdict depends on, besides program and machine. */
async function factsOf(engine: EngineName): Promise<unknown[]> {
  const found = findPackage(engine);
  const {LD_LIBRARY_PATH, CUDA_VISIBLE_DEVICES, VK_DRIVER_FILES, VK_ICD_FILENAMES} = process.env;
  const settings = {LD_LIBRARY_PATH, CUDA_VISIBLE_DEVICES, VK_DRIVER_FILES, VK_ICD_FILENAMES};
  return [found?.folder, found?.version, release(), await nvidiaDriver(), await graphicsDevices(), settings];
}

/** How long an engine may take to be tried, in milliseconds. */
const patience = 300_000;
/** And how long it may take to end once it has said what came of it. */
const leaving = 3000;

function probeInChild(engine: EngineName): Promise<Verdict> {
  return new Promise(resolve => {
    const failed = (detail: string, log?: string): void =>
      resolve({engine, gpu: false, ...crash(engine, detail), ...(log === undefined ? {} : {log})});
    let child: ReturnType<typeof fork>;
    try {
      child = fork(fileURLToPath(new URL('./probe.js', import.meta.url)), [engine], {
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
        execArgv: [],
        // TensorFlow tells on standard error which CUDA libraries it misses.
        env: {...process.env, TF_CPP_MIN_LOG_LEVEL: '0'},
      });
    } catch (error) {
      failed(`the process that tries it could not start: ${messageOf(error)}`);
      return;
    }
    // A device may compile its kernels for minutes; a library that hangs must not hang the program.
    const kill = (): boolean => child.kill('SIGKILL');
    let limit = setTimeout(kill, patience);
    let verdict: Verdict | undefined;
    let log = '';
    child.stderr?.on('data', data => {
      log += String(data);
    });
    child.on('message', message => {
      verdict = message as Verdict;
      // Node 24 sometimes hangs as it ends.
      clearTimeout(limit);
      limit = setTimeout(kill, leaving);
    });
    child.on('error', error => failed(`the process that tries it could not start: ${error.message}`));
    child.on('close', (code, signal) => {
      clearTimeout(limit);
      const how = signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`;
      if (verdict === undefined) failed(`the process that tried it ${how}`, log);
      else resolve({...verdict, log});
    });
  });
}

function crash(engine: EngineName, detail: string): Hindrance {
  const installs = engineRecord(engine).package !== undefined;
  return {state: 'crashed', detail, remedy: installs ? commandLine(`setup ${engine}`) : undefined};
}
