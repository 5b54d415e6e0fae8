// The network's arithmetic in WebAssembly SIMD (AssemblyScript). Everything lives in one imported memory; the host
// decides where and sets the addresses in memory.ts. What shapes the code:
// - Four in five MNIST pixels are zero, so images are lists of their non-zero pixels, made once by listPixels.
// - Hidden units go in panels of 32 (128 bytes, two cache lines), and whatever has a row of hidden units is stored panel
//   by panel: [panel][pixel][32] for weights, [panel][image][32] for activations. A panel's busy rows are few enough for
//   the caches nearest to the core, while all panels together would not be. The last panel is padded with zeros.
// - Almost all time goes to one loop, addRows in rows.ts: images add rows of weights, pixels add rows of gradients.
// - The hidden weights' gradient is never stored: a pixel's row of it is added up and used at once by Adam.
// - Threads share the memory and run train or score together, each as one part of `parts`. They meet at barriers, and
//   what lies between two barriers is cut into tasks. Each part begins with its own share of them, which is the same
//   panels every time, so that a panel's weights and moments stay in one core's cache; who is done helps one far behind.
//   No sum is shared out, and every sum has one fixed order, so the numbers do not depend on the threads.

import {backwardEntropy, backwardLoss, backwardPanel, storeLoss} from './backward';
import {forwardHidden, forwardOutput, sumScores} from './forward';
import {
  bucketShares,
  capacity,
  fetched,
  imageLosses,
  loss,
  order,
  panels,
  PIXELS,
  rates,
  scores,
  SCORES,
  SQUARES,
  trainEntries,
  trainStarts,
} from './memory';
import {bucketPixels, fetchLists} from './pixels';
import {barrier, takeTask} from './threads';
import {updateHidden, updateOutput, updateOutputBias} from './update';

export * from './memory';
export {listPixels} from './pixels';
export {awaitCall} from './threads';
export {spreadOutputWeight} from './update';

/** Images of one task; pixels of one task of the update. */
const IMAGES: i32 = 32;
const BLOCK: i32 = 112;

/** One part's share of some optimiser steps on the batches in `order`. */
export function train(part: i32, parts: i32, steps: i32, batchSize: i32): void {
  const share = (batchSize + bucketShares - 1) / bucketShares;
  const from = bucketShares > 1 ? min(part * share, batchSize) : 0;
  const to = min(from + share, batchSize);
  const scale: f32 = 2.0 / <f32>(batchSize * 10);
  const own = scores + <usize>(part * capacity) * SCORES;
  const errors = imageLosses + (<usize>(part * capacity) << 2);
  const imageBlocks = (batchSize + IMAGES - 1) / IMAGES;
  const pixelBlocks = (PIXELS + BLOCK - 1) / BLOCK;
  // Of each panel one task for its output weights and one for each block of pixels.
  const perPanel = 1 + pixelBlocks;
  barrier(parts);
  for (let step = 0; step < steps; step++) {
    const batch = order + (<usize>(step * batchSize) << 2);
    bucketPixels(batch, part, from, to);
    if (step + 1 < steps) {
      const next = batch + (<usize>batchSize << 2);
      const sum = fetchLists(next, (part * batchSize) / parts, ((part + 1) * batchSize) / parts);
      store<u32>(fetched + (<usize>part << 6), sum);
    }
    for (;;) {
      const task = takeTask(part, parts, panels * imageBlocks);
      if (task < 0) break;
      const first = (task % imageBlocks) * IMAGES;
      const last = min(first + IMAGES, batchSize);
      const panel = task / imageBlocks;
      forwardHidden(panel, batch, first, last, trainStarts, trainEntries);
      forwardOutput(panel, first, last);
    }
    barrier(parts);
    // Every part does this for all images: it is little, and reading it from another core would take longer.
    sumScores(own, 0, batchSize);
    if (loss == SQUARES) backwardLoss(batch, own, errors, batchSize, scale);
    else backwardEntropy(batch, own, errors, batchSize, 1 / <f32>batchSize);
    for (;;) {
      const task = takeTask(part, parts, panels * imageBlocks);
      if (task < 0) break;
      const first = (task % imageBlocks) * IMAGES;
      const last = min(first + IMAGES, batchSize);
      backwardPanel(task / imageBlocks, own, first, last);
    }
    barrier(parts);
    const rate = load<f32>(rates + (<usize>step << 3));
    const epsilon = load<f32>(rates + (<usize>step << 3), 4);
    for (;;) {
      const task = takeTask(part, parts, panels * perPanel);
      if (task < 0) break;
      const panel = task / perPanel;
      const block = (task % perPanel) - 1;
      if (block >= 0) {
        const pixel = block * BLOCK;
        updateHidden(panel, pixel, min(pixel + BLOCK, PIXELS), part, rate, epsilon);
        continue;
      }
      updateOutput(panel, own, batchSize, rate, epsilon);
      if (panel == 0) {
        updateOutputBias(own, batchSize, rate, epsilon);
        storeLoss(step, errors, batchSize);
      }
    }
    barrier(parts);
  }
}

/** One part's share of the scores of `count` images, 10 floats each from `result` on. */
export function score(part: i32, parts: i32, count: i32, starts: usize, entries: usize, result: usize): void {
  // Each part has places of its own in the batch's arrays, so nobody has to wait.
  const places = capacity / parts;
  const first = part * places;
  for (let image = first; image < count; image += parts * places) {
    const size = min(places, count - image);
    for (let place = 0; place < size; place++) store<u32>(order + (<usize>(first + place) << 2), image + place);
    for (let panel = 0; panel < panels; panel++) {
      forwardHidden(panel, order, first, first + size, starts, entries);
      forwardOutput(panel, first, first + size);
    }
    sumScores(scores, first, first + size);
    for (let place = 0; place < size; place++) {
      const from = scores + <usize>(first + place) * SCORES;
      memory.copy(result + <usize>(image + place) * 40, from, 40);
    }
  }
  barrier(parts);
}
