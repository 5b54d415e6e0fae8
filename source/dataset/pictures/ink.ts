import type {Grey} from './grey.js';
import {boxSums, paperOf} from './paper.js';

/** Ink that is fainter than this much of the whole range of brightness does not count as drawn. */
const faintest = 16;

/**
 * The ink of a picture: 0 is paper and 1 the ink's full strength. Whether it is brighter or darker than the paper is
 * told from the border, which is taken for paper; light that falls unevenly and noise are taken out.
 * @param grey brightness, 0 to 255
 * @returns undefined when nothing is drawn
 */
export function inkOf(grey: Grey): Grey | undefined {
  const {width, height} = grey;
  const {light, noise} = paperOf(grey);
  const floor = Math.max(faintest, 5 * noise);
  const smooth = noise > 1.5 ? smoothed(grey) : grey;
  const rest = smooth.values.map((value, pixel) => value - light[pixel]);
  // Ink lies further from the paper than shade and noise do, and is all on one side.
  let side = 0;
  for (const value of rest) if (Math.abs(value) > floor / 2) side += value ** 3;
  // Dark ink takes away a share of the light that there is: where it is darker, less.
  const usual = light.reduce((sum, value) => sum + value, 0) / light.length;
  const ink = side < 0 ? rest.map((value, pixel) => (-value * usual) / Math.max(light[pixel], usual / 3, 1)) : rest;
  const full = strength(ink, floor);
  if (full === undefined) return undefined;
  const quiet = Math.min(0.3, (2.5 * noise) / full);
  return {width, height, values: ink.map(value => Math.min(1, Math.max(0, value / full - quiet) / (1 - quiet)))};
}

/** The strength of ink that is not at a stroke's edge; undefined where there is hardly any. */
function strength(ink: Float32Array, floor: number): number | undefined {
  const drawn = ink.filter(value => value > floor).sort();
  const top = drawn[Math.floor(drawn.length * 0.98)];
  if (top === undefined || drawn.length < 4) return undefined;
  const strong = drawn.filter(value => value > top / 2);
  return strong[Math.floor(strong.length * 0.8)];
}

/** Each pixel as the mean of the nine around it. */
function smoothed(grey: Grey): Grey {
  const {width, height} = grey;
  const counts = boxSums({width, height, values: new Float32Array(width * height).fill(1)}, 1);
  const sums = boxSums(grey, 1);
  return {width, height, values: grey.values.map((_, pixel) => sums[pixel] / counts[pixel])};
}
