const pageBytes = 65_536;

/** Typed arrays over the memory that the kernels and all their threads share. */
export class MemoryViews {
  constructor(private readonly memory: WebAssembly.Memory) {}

  /** Grows the memory until `bytes` fit. Every view made before is void afterwards. */
  reserve(bytes: number): void {
    const missing = Math.ceil(bytes / pageBytes) - this.memory.buffer.byteLength / pageBytes;
    if (missing > 0) this.memory.grow(missing);
  }

  bytes(address: number, length: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, address, length);
  }

  words(address: number, length: number): Uint32Array {
    return new Uint32Array(this.memory.buffer, address, length);
  }

  floats(address: number, length: number): Float32Array {
    return new Float32Array(this.memory.buffer, address, length);
  }
}
