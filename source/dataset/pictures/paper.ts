import type {Grey} from './grey.js';
import {fitSurface, spread} from './surface.js';

/** What a picture's light comes to without its ink. */
export type Paper = {
  /** How bright the paper is at each pixel. */
  readonly light: Float32Array;
  /** How far the paper's own pixels lie from that: the noise's standard deviation. */
  readonly noise: number;
};

/** Steps of brightness that no noise needs: what rounding and a smooth gradient make. */
const least = 3;

/** The paper of a picture: first a smooth surface through its border, then through all that is not far from it. */
export function paperOf(grey: Grey): Paper {
  const {width, height, values} = grey;
  let pixels = frame(width, height);
  let surface = fitSurface(grey, pixels);
  let light = spread(surface, width, height);
  let noise = spreadOf(values, light, pixels);
  for (let turn = 0; turn < 3; turn++) {
    pixels = pixels.filter(pixel => Math.abs(values[pixel] - light[pixel]) <= Math.max(least, 2.5 * noise));
    surface = fitSurface(grey, pixels);
    light = spread(surface, width, height);
    noise = spreadOf(values, light, pixels);
  }
  const every = sample(values.length);
  for (let turn = 0; turn < 3; turn++) {
    const near = every.filter(pixel => Math.abs(values[pixel] - light[pixel]) <= Math.max(2 * least, 3 * noise));
    if (near.length < every.length / 4) break;
    light = spread(fitSurface(grey, near), width, height);
    noise = spreadOf(values, light, near);
  }
  return {light: follow(grey, light, Math.max(2 * least, 3 * noise)), noise};
}

/** The pixels of the outermost twenty-fifth of a picture, on each side. */
function frame(width: number, height: number): number[] {
  const margin = Math.max(1, Math.round(Math.min(width, height) / 25));
  const step = Math.max(1, Math.floor(((width + height) * margin) / 5_000));
  const pixels: number[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (x >= margin && x < width - margin && y >= margin && y < height - margin) continue;
      if ((x + y) % step === 0) pixels.push(y * width + x);
    }
  }
  return pixels;
}

/** Some 5,000 pixels, from all over the picture. */
const sample = (length: number): number[] => {
  const step = Math.max(1, Math.floor(length / 5_000)) | 1;
  return Array.from({length: Math.ceil(length / step)}, (_, index) => index * step);
};

/** The standard deviation of pixels from the light, from its median: a few that lie far off do not count. */
function spreadOf(values: Float32Array, light: Float32Array, pixels: readonly number[]): number {
  const far = Float32Array.from(pixels, pixel => Math.abs(values[pixel] - light[pixel])).sort();
  return 1.4826 * (far[far.length >> 1] ?? 0);
}

/** Light that follows what the surface cannot: each pixel's light moves by the mean of the paper around it. */
function follow({width, height, values}: Grey, light: Float32Array, near: number): Float32Array {
  const reach = Math.max(2, Math.round(Math.max(width, height) / 8));
  let found = light;
  for (let turn = 0; turn < 2; turn++) {
    const weights = new Float32Array(values.length);
    const rests = new Float32Array(values.length);
    for (let pixel = 0; pixel < values.length; pixel++) {
      const rest = values[pixel] - found[pixel];
      if (Math.abs(rest) > near) continue;
      weights[pixel] = 1;
      rests[pixel] = rest;
    }
    const counts = boxSums({width, height, values: weights}, reach);
    const sums = boxSums({width, height, values: rests}, reach);
    found = found.map((value, pixel) => value + (counts[pixel] < 1 ? 0 : sums[pixel] / counts[pixel]));
  }
  return found;
}

/** For each pixel the sum of the square around it. */
export function boxSums({width, height, values}: Grey, reach: number): Float64Array {
  const across = width + 1;
  const totals = new Float64Array(across * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += values[y * width + x];
      totals[(y + 1) * across + x + 1] = totals[y * across + x + 1] + row;
    }
  }
  const sums = new Float64Array(values.length);
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [Math.max(0, y - reach), Math.min(height, y + reach + 1)];
    for (let x = 0; x < width; x++) {
      const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)];
      sums[y * width + x] =
        totals[bottom * across + right] -
        totals[top * across + right] -
        totals[bottom * across + left] +
        totals[top * across + left];
    }
  }
  return sums;
}
