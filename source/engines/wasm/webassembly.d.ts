// The part of the WebAssembly interface that this engine uses: TypeScript declares it only for browsers.
declare namespace WebAssembly {
  class Memory {
    constructor(descriptor: {initial: number; maximum: number; shared?: boolean});
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }

  interface Global {
    value: number;
  }

  interface Instance {
    readonly exports: Readonly<Record<string, unknown>>;
  }

  function instantiate(
    bytes: Uint8Array,
    imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ): Promise<{readonly instance: Instance}>;
}
