import {UserError} from '../errors.js';
import {checkEngine, installationOf, knownVerdict} from './check.js';
import type {EngineName} from './engine.js';
import {nvidiaDriver} from './tensorflow/library.js';
import type {Verdict} from './verdict.js';

/**
 * Decides which engine runs: the one asked for, or with `auto` the first that works on a real GPU, else wasm.
 * What has not been tried on this machine is tried in a process of its own.
 * @param preparing is told what takes its time
 * @throws UserError that says what is missing and how to get it, when an engine asked for by name cannot run
 */
export async function chooseEngine(asked: EngineName | 'auto', preparing: (what: string) => void): Promise<EngineName> {
  if (asked === 'auto') return automaticEngine(preparing);
  if (asked === 'wasm') return asked;
  const verdict = await verdictOn(asked, preparing);
  if (verdict.state !== 'works') throw cannotRun(verdict);
  return asked;
}

async function automaticEngine(preparing: (what: string) => void): Promise<EngineName> {
  for (const name of ['tensorflow', 'webgpu'] as const) {
    // Without the package, or for TensorFlow without NVIDIA's driver, the answer is known at once.
    if (installationOf(name) !== undefined) continue;
    if (name === 'tensorflow' && (await nvidiaDriver()) === undefined) continue;
    const {state, gpu} = await verdictOn(name, preparing);
    if (state === 'works' && gpu) return name;
  }
  return 'wasm';
}

async function verdictOn(name: EngineName, preparing: (what: string) => void): Promise<Verdict> {
  const known = await knownVerdict(name);
  if (known !== undefined) return known;
  preparing(`trying ${name} in a process of its own`);
  return checkEngine(name);
}

function cannotRun({engine, detail, remedy}: Verdict): UserError {
  return new UserError(`engine ${engine}: ${detail}${remedy === undefined ? '' : `; to get it: ${remedy}`}`);
}
