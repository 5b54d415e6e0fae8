import {place} from './step-scale.js';

/** A loss of the network after so many steps. */
export type LossPoint = {readonly step: number; readonly loss: number};

/** The train loss as it went. */
export type TrainCurve = {
  /** Mean train loss at steps evenly spread on the chart's scale, and at the newest. */
  readonly train: readonly LossPoint[];
  /** Losses of the latest batches, at most `meanOf` of them. */
  readonly batchLosses: readonly number[];
};

/** Over how many batches the train loss is a mean. At the start it is over the last quarter: loss falls fast there. */
export const meanOf = 50;

/** How far apart the points of the train loss are, on the chart's scale: 20 epochs have some 180. */
const spacing = 0.04;

/** Before the first step. */
export const emptyCurve: TrainCurve = {train: [], batchLosses: []};

/**
 * The curve with some more batches. A batch's loss is that of the network before its step.
 * @param total steps since the initial weights, with these
 */
export function curveWith(curve: TrainCurve, losses: Float32Array, total: number): TrainCurve {
  const first = total - losses.length;
  const train = curve.train.filter(({step}) => step < first);
  const goesOn = curve.train.at(-1)?.step === first - 1;
  const batches = goesOn ? [...curve.batchLosses] : [];
  for (const [index, loss] of losses.entries()) {
    const step = first + index;
    batches.push(loss);
    const point = {step, loss: meanOfLast(batches, Math.min(meanOf, Math.ceil((step + 1) / 4)))};
    const before = train.at(-1);
    if (before !== undefined && bin(before.step) === bin(step)) train.pop();
    train.push(point);
  }
  return {train, batchLosses: batches.slice(-meanOf)};
}

const bin = (step: number): number => Math.floor(place(step) / spacing);

function meanOfLast(losses: readonly number[], count: number): number {
  const last = losses.slice(-count);
  return last.reduce((sum, loss) => sum + loss, 0) / last.length;
}

/** The curve as it was after so many steps: of a run that has gone back. */
export const curveUpTo = ({train}: TrainCurve, last: number): TrainCurve => ({
  train: train.filter(({step}) => step < last),
  batchLosses: [],
});
