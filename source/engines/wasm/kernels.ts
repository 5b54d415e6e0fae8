import {readFile} from 'node:fs/promises';
import {setFlagsFromString} from 'node:v8';
import {messageOf, UserError} from '../../errors.js';

/** What assembly/memory.ts keeps in variables, most of them places: the host sets them before it calls a kernel. */
export const addressNames = [
  'units',
  'panels',
  'imagePanel',
  'hiddenWeight',
  'hiddenWeightFirst',
  'hiddenWeightSecond',
  'hiddenBias',
  'hiddenBiasFirst',
  'hiddenBiasSecond',
  'outputWeight',
  'outputWeightFirst',
  'outputWeightSecond',
  'outputBias',
  'outputBiasFirst',
  'outputBiasSecond',
  'outputWeightRows',
  'hidden',
  'hiddenGradient',
  'partialScores',
  'scores',
  'imageLosses',
  'everLit',
  'bucketShares',
  'bucketEnds',
  'buckets',
  'bucketBytes',
  'order',
  'rates',
  'losses',
  'trainStarts',
  'trainEntries',
  'trainLabels',
  'capacity',
  'activation',
  'loss',
  'optimizer',
] as const;

/** See addressNames. */
export type AddressName = (typeof addressNames)[number];

/** What assembly/kernels.ts exports. */
export type Kernels = Readonly<
  Record<AddressName | 'brightness' | 'litFirst' | 'generation' | 'call', WebAssembly.Global>
> & {
  listPixels(images: number, count: number, starts: number, entries: number, total: number): number;
  awaitCall(seen: number, looks: number): number;
  spreadOutputWeight(panel: number): void;
  train(part: number, parts: number, steps: number, batchSize: number): void;
  score(part: number, parts: number, count: number, starts: number, entries: number, result: number): void;
};

/**
 * The file of the kernels, which the build put beside this one.
 * @throws UserError when it cannot be read
 */
export async function readKernels(): Promise<Buffer> {
  return readFile(new URL('./kernels.wasm', import.meta.url)).catch(error => {
    throw damaged(error);
  });
}

/**
 * Compiles the kernels. All threads share the one module.
 * @throws UserError when they cannot be read or are damaged
 */
export async function compileKernels(): Promise<WebAssembly.Module> {
  const bytes = await readKernels();
  return compile(bytes).catch(error => {
    throw damaged(error);
  });
}

const damaged = (error: unknown): UserError =>
  new UserError(`engine wasm: its kernels are missing or damaged (${messageOf(error)}); install mnist-tui anew`);

async function compile(bytes: Buffer): Promise<WebAssembly.Module> {
  // Node 20 can multiply and add in one (relaxed SIMD), but only does so with a flag; later versions do it as they are.
  if (!WebAssembly.validate(bytes)) setFlagsFromString('--experimental-wasm-relaxed-simd');
  return WebAssembly.compile(bytes);
}

/**
 * The memory of the kernels, which all threads share.
 * @throws UserError where the process may not reserve as many addresses as Node wants for WebAssembly
 */
export function createMemory(pages: number): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({initial: 1, maximum: pages, shared: true});
  } catch {
    throw new UserError(
      'WebAssembly gets no memory: address space is limited here (ulimit -v); set NODE_OPTIONS=--disable-wasm-trap-handler',
    );
  }
}

/** The kernels over a memory, for one thread. */
export async function createKernels(module: WebAssembly.Module, memory: WebAssembly.Memory): Promise<Kernels> {
  const instance = await WebAssembly.instantiate(module, {env: {memory}});
  return instance.exports as Kernels;
}
