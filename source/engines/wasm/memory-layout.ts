import {inputSize, outputSize} from '../../network/architecture.js';
import type {Kernels} from './kernels.js';

/** Floats of one image's scores, and of one hidden unit's output weights: ten and padding. */
export const scoreStride = 12;
/** Hidden units of one panel. */
export const panelUnits = 32;
/** Floats of one panel of hidden weights. */
export const panelFloats = inputSize * panelUnits;
/** The first address behind the kernels' fixed places. */
export const firstFree = 8576;
/** The endings of the kernels' addresses: the weights themselves and Adam's two moments. */
export const moments = ['', 'First', 'Second'] as const;

/** See moments. */
export type Moment = (typeof moments)[number];

/** Panels that so many hidden units fill. */
export const panelCount = (hidden: number): number => Math.ceil(hidden / panelUnits);

/** Hands out addresses one after the other, each on a cache line of its own. */
export class Arena {
  constructor(public top: number) {}

  take(bytes: number): number {
    const address = this.top;
    this.top = (this.top + bytes + 63) & ~63;
    return address;
  }
}

/** Places the network: weights, moments and what goes with them. Returns the first free address behind it. */
export function placeNetwork(kernels: Kernels, start: number, hidden: number): number {
  const arena = new Arena(start);
  const panels = panelCount(hidden);
  const row = panels * panelUnits * 4;
  kernels.units.value = hidden;
  kernels.panels.value = panels;
  for (const moment of moments) {
    kernels[`hiddenWeight${moment}`].value = arena.take(inputSize * row);
    kernels[`hiddenBias${moment}`].value = arena.take(row);
    kernels[`outputWeight${moment}`].value = arena.take(row * scoreStride);
    kernels[`outputBias${moment}`].value = arena.take(scoreStride * 4);
  }
  kernels.outputWeightRows.value = arena.take(row * outputSize);
  kernels.everLit.value = arena.take(inputSize);
  return arena.top;
}

/** What the batch's arrays must have room for. */
export type BatchSize = {
  readonly images: number;
  readonly parts: number;
  /** Indices in one call of train. */
  readonly order: number;
  readonly steps: number;
};

/** Places what training and scoring work with. Returns the first free address behind it. */
export function placeBatch(kernels: Kernels, start: number, {images, parts, order, steps}: BatchSize): number {
  const arena = new Arena(start);
  kernels.capacity.value = images;
  kernels.imagePanel.value = images * panelUnits * 4;
  kernels.hidden.value = arena.take(kernels.panels.value * kernels.imagePanel.value);
  kernels.hiddenGradient.value = arena.take(kernels.panels.value * kernels.imagePanel.value);
  kernels.partialScores.value = arena.take(kernels.panels.value * images * scoreStride * 4);
  kernels.scores.value = arena.take(parts * images * scoreStride * 4);
  kernels.imageLosses.value = arena.take(parts * images * 4);
  // For two parts it takes less time that both regroup the whole batch than that each reads the other's half out of the
  // other core's cache.
  kernels.bucketShares.value = parts > 2 ? parts : 1;
  kernels.bucketEnds.value = arena.take(parts * inputSize * 4);
  // An odd number of cache lines, so that the buckets' beginnings do not all compete for the same places of a cache.
  const bucketLines = Math.ceil(((images / kernels.bucketShares.value) * 4) / 64) | 1;
  kernels.bucketBytes.value = bucketLines * 64;
  kernels.buckets.value = arena.take(parts * inputSize * kernels.bucketBytes.value);
  kernels.order.value = arena.take(Math.max(order, images) * 4);
  kernels.rates.value = arena.take(steps * 8);
  kernels.losses.value = arena.take(steps * 4);
  return arena.top;
}
