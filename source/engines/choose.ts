import {UserError} from '../errors.js';
import {checkEngine, knownVerdict} from './check.js';
import type {Engine, EngineName} from './engine.js';
import {diagnoseInstallation} from './tensorflow/diagnose.js';
import {createTensorFlowEngine, nvidiaDriver} from './tensorflow/library.js';
import type {Verdict} from './verdict.js';
import {createWasmEngine} from './wasm/wasm-engine.js';

/**
 * The engine that `auto` takes: TensorFlow when it works on a GPU, else wasm.
 * Without a GPU's driver or the package's binary the answer is known at once; otherwise TensorFlow is tried in a child
 * process the first time, and the verdict is kept.
 * @param preparing is told what takes its time
 */
export async function automaticEngine(preparing: (what: string) => void): Promise<EngineName> {
  if (diagnoseInstallation() !== undefined || (await nvidiaDriver()) === undefined) return 'wasm';
  const {state, gpu} = await verdictOn('tensorflow', preparing);
  return state === 'works' && gpu ? 'tensorflow' : 'wasm';
}

/**
 * Creates the engine asked for, or with `auto` the best that works here.
 * @param threads of the wasm engine; undefined: what a trial finds fastest
 * @param preparing is told what takes its time
 * @throws UserError that says what is missing and how to get it, when an engine asked for by name cannot run
 */
export async function chooseEngine(
  asked: EngineName | 'auto',
  threads: number | undefined,
  preparing: (what: string) => void,
): Promise<Engine> {
  const name = asked === 'auto' ? await automaticEngine(preparing) : asked;
  if (name === 'wasm') return createWasmEngine(threads);
  if (asked !== 'auto') {
    const verdict = await verdictOn(name, preparing);
    if (verdict.state !== 'works') throw cannotRun(verdict);
  }
  preparing('loading TensorFlow');
  return createTensorFlowEngine();
}

async function verdictOn(name: EngineName, preparing: (what: string) => void): Promise<Verdict> {
  const known = name === 'tensorflow' ? await knownVerdict() : undefined;
  if (known !== undefined) return known;
  preparing(`trying ${name} in a process of its own`);
  return checkEngine(name);
}

function cannotRun({engine, detail, remedy}: Verdict): UserError {
  return new UserError(`engine ${engine}: ${detail}${remedy === undefined ? '' : `; to get it: ${remedy}`}`);
}
