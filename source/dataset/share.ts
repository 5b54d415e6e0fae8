import {seededRandom, shuffled, streams} from '../network/random.js';
import type {SplitData} from './dataset.js';

/** Which of a dataset's train images a run has, and what it is told that they are. */
export type Share = {
  /** How many; undefined: all. */
  readonly trainImages: number | undefined;
  /** Of how many of them in a hundred the label is a false one. */
  readonly noiseLabels: number;
  readonly seed: number;
};

/** The indices of a run's train images, from the lowest to the highest, as its seed draws them. */
export function sharedIndices(count: number, {trainImages = count, seed}: Omit<Share, 'noiseLabels'>): Uint32Array {
  if (trainImages >= count) return Uint32Array.from({length: count}, (_, index) => index);
  return shuffled(count, seededRandom(seed, streams.trainShare)).slice(0, trainImages).sort();
}

/**
 * The labels that a run is trained with: those of the dataset, of which a share of the run's own is made false. Every
 * other digit is as likely as any.
 */
export function labelsOf({labels, count}: SplitData, share: Share): Uint8Array {
  if (share.noiseLabels === 0) return labels;
  const indices = sharedIndices(count, share);
  const random = seededRandom(share.seed, streams.falseLabels);
  const made = labels.slice();
  const wrong = Math.round((indices.length * share.noiseLabels) / 100);
  for (const place of shuffled(indices.length, random).subarray(0, wrong)) {
    const other = random.below(9);
    made[indices[place]] = other < labels[indices[place]] ? other : other + 1;
  }
  return made;
}

/** A train split as a run sees it: with its labels, and the dataset's own beside them where some are false. */
export function asRunSees({ownLabels, ...data}: SplitData, share: Share): SplitData {
  const own = {...data, labels: ownLabels ?? data.labels};
  const labels = labelsOf(own, share);
  return labels === own.labels ? own : {...own, labels, ownLabels: own.labels};
}

/** How many of some digits have a false label; without indices, of all. */
export function countFalse({labels, ownLabels, count}: SplitData, indices?: Uint32Array): number {
  if (ownLabels === undefined) return 0;
  let wrong = 0;
  for (let place = 0; place < (indices?.length ?? count); place++) {
    const index = indices?.[place] ?? place;
    if (labels[index] !== ownLabels[index]) wrong++;
  }
  return wrong;
}
