// The part of the WebAssembly interface that this engine uses: TypeScript declares it only for browsers.
declare namespace WebAssembly {
  class Memory {
    constructor(descriptor: {initial: number; maximum: number; shared: true});
    readonly buffer: SharedArrayBuffer;
    grow(pages: number): number;
  }

  interface Global {
    value: number;
  }

  type Module = {readonly __brand: 'WebAssembly.Module'};

  interface Instance {
    readonly exports: Readonly<Record<string, unknown>>;
  }

  function validate(bytes: Uint8Array): boolean;

  function compile(bytes: Uint8Array): Promise<Module>;

  function instantiate(
    module: Module,
    imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ): Promise<Instance>;
}
