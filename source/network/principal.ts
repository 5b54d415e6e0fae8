import {type Block, mixed, products, upright} from './block.js';
import {symmetricEigen} from './eigen.js';

/** The plane in which vectors spread most: that of their first two principal directions. */
export type Plane = {
  /** 2 × width: two directions of length 1 at right angles, the one with more variance first */
  readonly axes: Float64Array;
  /** What all vectors come to on average. */
  readonly mean: Float64Array;
  /** The sum of the vectors' squared distances from their mean. */
  readonly variance: number;
  /** The share of it that lies in the plane, 0 to 1. */
  readonly share: number;
};

/** Directions that are followed at once: the more, the sooner the first two are found. */
const followed = 6;
/** How far the first two may be from being eigenvectors, as a share of the largest eigenvalue; and rounds at most. */
const [tolerance, most] = [1e-6, 100];
/** So many products are made between two rests. */
const portion = 2 ** 21;

/**
 * The first two principal directions of some vectors, by subspace iteration with Rayleigh and Ritz (Golub and Van Loan,
 * Matrix Computations, 8.2 and 8.1). Rests every now and then. The same vectors always give the same plane.
 * @param vectors count × width; zeros, of which hidden values have many, cost nothing
 */
export function* principalPlane(vectors: Float32Array, width: number): Generator<void, Plane, void> {
  const mean = meanOf(vectors, width);
  const covariance = yield* squares(vectors, mean);
  const wide = Math.min(followed, width);
  const start = Float64Array.from({length: width * wide}, (_, place) =>
    Math.cos((1 + Math.floor(place / wide)) * (1 + (place % wide))),
  );
  let block = upright({values: start, wide});
  const variance = mean.reduce((sum, _, unit) => sum + covariance[unit * width + unit], 0);
  let axes: Float64Array = new Float64Array(2 * width);
  let inside = 0;
  for (let round = 0; round < most; round++) {
    const image = times(covariance, block);
    const {values, vectors: mixes} = symmetricEigen(products(block, image));
    const [directions, images] = [mixed(block, mixes), mixed(image, mixes)];
    axes = firstTwo(directions, width);
    inside = values[0] + (values[1] ?? 0);
    if (residual(directions, images, values) <= tolerance * Math.max(0, values[0])) break;
    block = upright(images);
    yield;
  }
  return {axes, mean, variance, share: variance > 0 ? inside / variance : 0};
}

/**
 * What vectors are in a plane, from their mean.
 * @returns count × 2
 */
export function inPlane(vectors: Float32Array, axes: Float64Array, mean: Float64Array): Float64Array {
  const width = mean.length;
  const middle = [0, 1].map(axis => mean.reduce((sum, value, unit) => sum + value * axes[axis * width + unit], 0));
  const positions = new Float64Array((2 * vectors.length) / width);
  for (let index = 0; index < positions.length / 2; index++) {
    let [first, second] = [-middle[0], -middle[1]];
    for (let unit = 0; unit < width; unit++) {
      const value = vectors[index * width + unit];
      if (value === 0) continue;
      first += value * axes[unit];
      second += value * axes[width + unit];
    }
    positions[2 * index] = first;
    positions[2 * index + 1] = second;
  }
  return positions;
}

function meanOf(vectors: Float32Array, width: number): Float64Array {
  const sums = new Float64Array(width);
  for (let place = 0; place < vectors.length; place++) sums[place % width] += vectors[place];
  return sums.map(sum => (sum * width) / vectors.length);
}

/** The sums of all products of two units' values from their means: width × width. */
function* squares(vectors: Float32Array, mean: Float64Array): Generator<void, Float64Array, void> {
  const width = mean.length;
  const count = vectors.length / width;
  const sums = new Float64Array(width * width);
  const lit = new Uint32Array(width);
  const rest = Math.ceil(portion / width ** 2);
  for (let index = 0; index < count; index++) {
    const first = index * width;
    let many = 0;
    for (let unit = 0; unit < width; unit++) if (vectors[first + unit] !== 0) lit[many++] = unit;
    for (let one = 0; one < many; one++) {
      const [row, value] = [lit[one] * width, vectors[first + lit[one]]];
      for (let other = one; other < many; other++) sums[row + lit[other]] += value * vectors[first + lit[other]];
    }
    if (index % rest === rest - 1) yield;
  }
  for (let row = 0; row < width; row++) {
    for (let column = row; column < width; column++) {
      const sum = sums[row * width + column] - count * mean[row] * mean[column];
      sums[row * width + column] = sum;
      sums[column * width + row] = sum;
    }
  }
  return sums;
}

/** A matrix times a block. */
function times(matrix: Float64Array, {values, wide}: Block): Block {
  const width = values.length / wide;
  const image = new Float64Array(values.length);
  for (let row = 0; row < width; row++) {
    for (let column = 0; column < width; column++) {
      const entry = matrix[row * width + column];
      for (let each = 0; each < wide; each++) image[row * wide + each] += entry * values[column * wide + each];
    }
  }
  return {values: image, wide};
}

/** How far the first two directions are from being eigenvectors. */
function residual(directions: Block, images: Block, eigenvalues: readonly number[]): number {
  const {values, wide} = images;
  const squares = [0, 0];
  for (let place = 0; place < values.length; place++) {
    const each = place % wide;
    if (each < 2) squares[each] += (values[place] - eigenvalues[each] * directions.values[place]) ** 2;
  }
  return Math.sqrt(Math.max(...squares));
}

/** The first two directions, one after the other; a second that there is none of is all zeros. */
function firstTwo({values, wide}: Block, width: number): Float64Array {
  return Float64Array.from({length: 2 * width}, (_, place) => {
    const axis = Math.floor(place / width);
    return axis < wide ? values[(place % width) * wide + axis] : 0;
  });
}
