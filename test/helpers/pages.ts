import type {SplitData} from '../../source/dataset/dataset.js';
import {digit} from '../../source/dataset/dataset.js';
import type {Grey} from '../../source/dataset/pictures/grey.js';
import type {Random} from '../../source/network/random.js';

/** A digit's ink: 0 to 1, no margin. */
export type Stamp = {readonly width: number; readonly height: number; readonly ink: Float32Array};

/** Where a stamp stands on a page. */
export type Placed = {readonly stamp: Stamp; readonly x: number; readonly y: number};

/** An MNIST image enlarged: each new pixel lies between the four nearest old ones. */
export function enlarged(data: SplitData, index: number, scale: number): Stamp {
  const pixels = digit(data, index);
  const size = Math.round(28 * scale);
  const ink = new Float32Array(size * size);
  const old = (x: number, y: number): number => (x < 0 || y < 0 || x > 27 || y > 27 ? 0 : pixels[28 * y + x] / 255);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const [u, v] = [(x + 0.5) / scale - 0.5, (y + 0.5) / scale - 0.5];
      const [left, top] = [Math.floor(u), Math.floor(v)];
      const [right, bottom] = [u - left, v - top];
      const upper = old(left, top) * (1 - right) + old(left + 1, top) * right;
      const lower = old(left, top + 1) * (1 - right) + old(left + 1, top + 1) * right;
      ink[y * size + x] = upper * (1 - bottom) + lower * bottom;
    }
  }
  return {width: size, height: size, ink};
}

/** A stamp without the paper around its ink. */
export function trimmed({width, height, ink}: Stamp): Stamp {
  let [left, right, top, bottom] = [width, 0, height, 0];
  ink.forEach((value, place) => {
    if (value < 0.02) return;
    const [x, y] = [place % width, Math.floor(place / width)];
    [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
  });
  const [columns, rows] = [right - left + 1, bottom - top + 1];
  const cut = Float32Array.from({length: columns * rows}, (_, place) => {
    return ink[(top + Math.floor(place / columns)) * width + left + (place % columns)];
  });
  return {width: columns, height: rows, ink: cut};
}

/** A page with stamps on it: brightness, 0 to 255. */
export function page(
  width: number,
  height: number,
  placed: readonly Placed[],
  {paper = 255, ink = 0, noise = 0, light = () => 1}: PageForm = {},
  random?: Random,
): Grey {
  const strength = new Float32Array(width * height);
  for (const {stamp, x, y} of placed) {
    stamp.ink.forEach((value, place) => {
      const at = (y + Math.floor(place / stamp.width)) * width + x + (place % stamp.width);
      strength[at] = Math.max(strength[at], value);
    });
  }
  const values = strength.map((value, place) => {
    const bright = (paper + (ink - paper) * value) * light((place % width) / width, Math.floor(place / width) / height);
    const rustle =
      random === undefined ? 0 : noise * 2 * (random.uniform() + random.uniform() + random.uniform() - 1.5);
    return Math.round(Math.min(255, Math.max(0, bright + rustle)));
  });
  return {width, height, values};
}

/** How a page looks. */
export type PageForm = {
  /** Brightness of paper and ink. */
  readonly paper?: number;
  readonly ink?: number;
  /** Standard deviation. */
  readonly noise?: number;
  /** How much light falls on a place, by its share of the width and of the height. */
  readonly light?: (x: number, y: number) => number;
};

/** Digits in rows, from left to right and from top to bottom, each row's digits on a line that wavers. */
export function sheet(
  stamps: readonly Stamp[],
  perRow: number,
  gap: number,
  random: Random,
): {placed: Placed[]; width: number; height: number} {
  const placed: Placed[] = [];
  let [top, widest] = [20, 0];
  for (let from = 0; from < stamps.length; from += perRow) {
    let [x, highest] = [20, 0];
    for (const stamp of stamps.slice(from, from + perRow)) {
      placed.push({stamp, x, y: top + random.below(6)});
      x += stamp.width + gap;
      highest = Math.max(highest, stamp.height);
    }
    top += highest + 12 + gap;
    widest = Math.max(widest, x);
  }
  return {placed, width: widest + 20, height: top + 20};
}
