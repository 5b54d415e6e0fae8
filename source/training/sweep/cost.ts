import type {RunSettings} from '../formats/run-info.js';
import {imagesOf} from '../run-options.js';

/**
 * About how many microseconds a run takes on one core, as measured with 32 to 1024 hidden units and batches of 1 to 1024:
 * an image has a part of its own and one for each unit, a step one for each unit.
 */
const measured = {image: 2.5, unitOfImage: 0.057, unitOfStep: 1.2, evaluated: 4000};

/** The figures that a run's time depends on. */
type Sizes = Pick<RunSettings, 'hidden' | 'batchSize' | 'trainImages' | 'epochs'>;

/** About how long an epoch takes: good for comparing runs, and for seconds only once some were measured. */
export function epochCost({hidden, batchSize, trainImages}: Omit<Sizes, 'epochs'>, trainCount: number): number {
  const images = imagesOf(trainCount, {trainImages});
  const perImage = measured.image + measured.unitOfImage * hidden;
  return (
    images * perImage + Math.floor(images / batchSize) * measured.unitOfStep * hidden + measured.evaluated * perImage
  );
}

/** About how long a run takes if nothing stops it early. */
export const costOf = (settings: Sizes, trainCount: number): number =>
  settings.epochs * epochCost(settings, trainCount);

/** Runs, those that take longest first; of equal ones, the first. */
export const longestFirst = <Run extends Sizes>(runs: readonly Run[], trainCount: number): Run[] =>
  [...runs].sort((one, other) => costOf(other, trainCount) - costOf(one, trainCount));

/** One part of several into which runs are dealt, the longest first, so that the parts take about as long: each run is in one. */
export function shardOf<Run extends Sizes>(
  runs: readonly Run[],
  {part, parts}: {readonly part: number; readonly parts: number},
  trainCount: number,
): Run[] {
  const dealt = new Set(longestFirst(runs, trainCount).filter((_, place) => place % parts === part - 1));
  return runs.filter(run => dealt.has(run));
}
