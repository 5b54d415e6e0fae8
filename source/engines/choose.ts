import {UserError} from '../errors.js';
import type {Engine, EngineName} from './engine.js';
import {createWasmEngine} from './wasm/wasm-engine.js';

/**
 * Creates the engine asked for, or with `auto` the best that works here.
 * @throws UserError when the engine asked for cannot run
 */
export async function chooseEngine(name: EngineName | 'auto'): Promise<Engine> {
  if (name === 'auto' || name === 'wasm') return createWasmEngine();
  throw new UserError(`engine ${name} is not part of this version; use --engine wasm`);
}
