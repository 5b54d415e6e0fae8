import type {Engine} from './engine.js';
import type {EnginePackage} from './installed.js';
import type {Explanation, Hindrance} from './verdict.js';

/** What each engine is called in options, on the screen and in JSON, those that may run on a GPU first. */
export const engineNames = ['tensorflow', 'webgpu', 'wasm'] as const;

/** See engineNames. */
export type EngineName = (typeof engineNames)[number];

/** An engine that is open, and what it runs on. */
export type Computing = {readonly name: EngineName; readonly device: string; readonly threads?: number | undefined};

/** What is known of one engine before it is opened, and how to open it. */
export type EngineRecord = {
  /** The optional npm package that carries it; undefined: it comes with the program. */
  readonly package: EnginePackage | undefined;
  /** Whether it computes on one thread or more, as asked. */
  readonly threaded: boolean;
  /** Whether its first step takes long, since the device compiles it; a step before the first run spares that. */
  readonly warmsUp: boolean;
  /**
   * Loads the library and opens the device, in this thread.
   * @param threads of a threaded engine; undefined: what a trial found fastest, or finds `anew`
   * @throws what the library throws when it cannot run
   */
  open(threads: number | 'anew' | undefined): Promise<Engine>;
  /**
   * Checks what it computes, in this thread, for an engine that is not tried in a process of its own first.
   * @throws UserError when that is wrong
   */
  checkItself?(): Promise<void>;
  /** Whether it might run on a GPU here, found without loading anything: `auto` tries no other. */
  mayFindGpu(): Promise<boolean>;
  /** What it means that opening it threw. */
  explainError(error: unknown): Promise<Hindrance>;
  /** Why an engine that works is not on a GPU; undefined where that is as it should be. */
  explainNoGpu(log: string): Promise<Explanation | undefined>;
};

const tensorflowPackage: EnginePackage = {
  name: '@tensorflow/tfjs-node-gpu',
  version: '4.22.0',
  megabytes: 302,
  downloads: "TensorFlow's library from Google's servers, several hundred MB more",
  builds: {script: 'install', binary: 'lib/napi-v8/tfjs_binding.node'},
};

const webgpuPackage: EnginePackage = {name: 'webgpu', version: '0.6.2', megabytes: 132};

/** Every engine there is: the one place that tells them apart. */
const catalogue: Readonly<Record<EngineName, EngineRecord>> = {
  tensorflow: {
    package: tensorflowPackage,
    threaded: false,
    warmsUp: true,
    open: async () => (await import('./tensorflow/library.js')).createTensorFlowEngine(),
    mayFindGpu: async () => (await (await import('./tensorflow/nvidia.js')).nvidiaDriver()) !== undefined,
    explainError: async error => (await import('./tensorflow/diagnose.js')).explainError(error),
    explainNoGpu: async log => (await import('./tensorflow/diagnose.js')).explainNoGpu(log),
  },
  webgpu: {
    package: webgpuPackage,
    threaded: false,
    warmsUp: true,
    open: async () => (await import('./webgpu/webgpu-engine.js')).createWebgpuEngine(),
    mayFindGpu: async () => (await (await import('./graphics.js')).graphicsDevices())?.length !== 0,
    explainError: async error => (await import('./webgpu/diagnose.js')).explainError(error),
    explainNoGpu: async () => undefined,
  },
  wasm: {
    package: undefined,
    threaded: true,
    warmsUp: false,
    open: async threads => (await import('./wasm/kept-threads.js')).openWasmEngine(threads),
    checkItself: async () => (await import('./wasm/self-check.js')).checkKernels(),
    mayFindGpu: async () => false,
    explainError: async error => (await import('./wasm/diagnose.js')).explainError(error),
    explainNoGpu: async () => undefined,
  },
};

/** The engine that runs everywhere: `auto` ends at it, and a run whose device is lost goes on with it. */
export const dependableEngine: EngineName = 'wasm';

/** The record of an engine. */
export const engineRecord = (name: EngineName): EngineRecord => catalogue[name];

/** The engines that a package carries, which setup can install. */
export const installableEngines = engineNames.filter(name => engineRecord(name).package !== undefined);
