import {parameterCount} from '../network/architecture.js';
import type {Weights} from '../network/network-state.js';
import {memory, type OptimizerName} from '../network/optimizers.js';
import {leastMissed} from './step-scale.js';

/** What a run's file says of a moment besides its weights. */
export type MomentMark = {
  /** Steps since the initial weights. */
  readonly step: number;
  /** Epochs finished by then. */
  readonly epoch: number;
  /** Whether the last of those ended with this step. */
  readonly endsEpoch: boolean;
  /** Loss over the whole test split and share of right answers; missing where it was not evaluated. */
  readonly meanTestLoss?: number | undefined;
  readonly accuracy?: number | undefined;
};

/** A moment of a run as its file keeps it. */
export type KeptMoment = MomentMark & {readonly weights: Weights};

/** The most moments that a file keeps. */
const mostMoments = 16;
/** The most bytes that it has with them; a wide network alone can have more. */
export const mostBytes = 8 * 2 ** 20;
/** What a file has besides arrays: headers and the chart's curve; and for each epoch its figures, of many packed. */
const ownRoom = 96 * 1024;
const epochRoom = (epochs: number): number => Math.min(1000 * epochs, 2 ** 18 + 150 * epochs);

/**
 * How many moments there is room for beside the network's state.
 * @param epochs whose figures are in the file
 */
export function momentsWithin(hidden: number, epochs: number, optimizer: OptimizerName): number {
  const weights = 4 * parameterCount(hidden);
  const room = mostBytes - (1 + memory[optimizer]) * weights - ownRoom - epochRoom(epochs);
  return Math.max(0, Math.min(mostMoments, Math.floor(room / (weights + 2048))));
}

/**
 * The moments with one more, in order and at most so many. The best epoch stays, then the last and the first; of the
 * others those go that are missed the least. Of one step, what was evaluated stays, and that it ends an epoch.
 */
export function withKept(moments: readonly KeptMoment[], moment: KeptMoment, most: number): readonly KeptMoment[] {
  const same = moments.find(({step}) => step === moment.step);
  if (same?.meanTestLoss !== undefined && moment.meanTestLoss === undefined) return moments;
  const endsEpoch = moment.endsEpoch || same?.endsEpoch === true;
  let all = [...moments.filter(each => each !== same), {...moment, endsEpoch}].toSorted(
    (one, other) => one.step - other.step,
  );
  while (all.length > most) all = all.toSpliced(leastOf(all), 1);
  return all;
}

function leastOf(moments: readonly KeptMoment[]): number {
  const found = bestEpoch(moments);
  const best = found === undefined ? -1 : moments.indexOf(found);
  const steps = moments.map(({step}) => step);
  return leastMissed(steps, best) ?? (best === 0 && moments.length > 1 ? 1 : 0);
}

/** The moment of the epoch with the least test loss, the first of equals; undefined where none is of an epoch's end. */
export function bestEpoch<Mark extends MomentMark>(moments: readonly Mark[]): Mark | undefined {
  let best: {mark: Mark; loss: number} | undefined;
  for (const mark of moments) {
    const {endsEpoch, meanTestLoss: loss} = mark;
    if (endsEpoch && loss !== undefined && (best === undefined || loss < best.loss)) best = {mark, loss};
  }
  return best?.mark;
}
