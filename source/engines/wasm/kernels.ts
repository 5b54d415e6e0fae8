import {readFile} from 'node:fs/promises';

type Address = WebAssembly.Global;

/** What assembly/kernels.ts exports; the addresses are set by the host before a kernel is called. */
export type Kernels = Record<
  | 'panels'
  | 'imagePanel'
  | 'hiddenWeight'
  | 'hiddenWeightFirst'
  | 'hiddenWeightSecond'
  | 'hiddenBias'
  | 'hiddenBiasFirst'
  | 'hiddenBiasSecond'
  | 'outputWeight'
  | 'outputWeightFirst'
  | 'outputWeightSecond'
  | 'outputBias'
  | 'outputBiasFirst'
  | 'outputBiasSecond'
  | 'outputWeightRows'
  | 'brightness'
  | 'hidden'
  | 'scores'
  | 'hiddenGradient'
  | 'squaredErrors'
  | 'bucketCount'
  | 'everLit'
  | 'buckets'
  | 'bucketBytes',
  Address
> & {
  listPixels(images: number, count: number, starts: number, entries: number, total: number): number;
  forward(order: number, from: number, to: number, starts: number, entries: number): void;
  backward(order: number, from: number, to: number, labels: number, scale: number): void;
  bucketPixels(order: number, count: number, starts: number, entries: number): void;
  updateHidden(from: number, to: number, rate: number, epsilon: number): void;
  updateRest(count: number, rate: number, epsilon: number): void;
  spreadOutputWeight(): void;
};

/** Compiles the kernels that the build put beside this file, over the given memory. */
export async function loadKernels(memory: WebAssembly.Memory): Promise<Kernels> {
  const bytes = await readFile(new URL('./kernels.wasm', import.meta.url));
  const {instance} = await WebAssembly.instantiate(bytes, {env: {memory}});
  return instance.exports as Kernels;
}
