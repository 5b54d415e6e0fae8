/** How the kernels' work is cut into workgroups. */
export type Tiles = {
  /** Threads side by side over an image's 196 words of four pixels; divides 196. */
  readonly lanes: number;
  /** Hidden activations that a workgroup of `forward` computes: images, a multiple of 4; units, 4, 8 or 16. */
  readonly images: number;
  readonly units: number;
  /** Threads that share the sum of one score. */
  readonly scoreSlices: number;
  /** Threads that share the sum of one gradient over the batch. */
  readonly batchSlices: number;
};

/**
 * For graphics hardware: 224 threads and at most 14.5 KiB of shared memory, which every WebGPU device has (256 threads,
 * 16 KiB). With 128 hidden units and 128 images a batch that makes 128, 128 and 256 workgroups for the three kernels:
 * enough to fill a large GPU, whose time goes into waiting for memory; more sums per workgroup would leave it idle.
 */
export const hardwareTiles: Tiles = {lanes: 28, images: 8, units: 16, scoreSlices: 16, batchSlices: 8};

/** For programs that act as a GPU: four threads are one SIMD register there, and each further four cost much. */
export const softwareTiles: Tiles = {lanes: 4, images: 8, units: 4, scoreSlices: 2, batchSlices: 1};
