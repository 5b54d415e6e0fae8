import type {Engine, EngineName} from './engine.js';
import {createTensorFlowEngine} from './tensorflow/library.js';
import {createWasmEngine} from './wasm/wasm-engine.js';
import {createWebgpuEngine} from './webgpu/webgpu-engine.js';

/**
 * Creates an engine by its name.
 * @param threads of the wasm engine; undefined: what a trial finds fastest
 * @throws what its library throws when it cannot run
 */
export async function createEngine(name: EngineName, threads: number | undefined): Promise<Engine> {
  switch (name) {
    case 'tensorflow':
      return createTensorFlowEngine();
    case 'webgpu':
      return createWebgpuEngine();
    case 'wasm':
      return createWasmEngine(threads);
  }
}
