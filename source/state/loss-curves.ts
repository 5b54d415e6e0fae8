import {losses} from '../network/losses.js';
import {earliestStop} from '../training/run-end.js';
import {imagesOf} from '../training/run-options.js';
import type {LossPoint} from '../training/train-curve.js';
import {openRun, type Run} from './runs.js';
import {lookedAt} from './selectors.js';
import {trainingOptions} from './session.js';
import type {State} from './state.js';

/** The losses of a run over its steps. */
export type LossCurves = {
  /** Means over the last batches; over the epochs of a run that goes on, in the middle of each. */
  readonly train: readonly LossPoint[];
  /** Means over the test split, at the moments and the epochs' ends. */
  readonly test: readonly LossPoint[];
  /** Steps of an epoch; undefined while the dataset is loading. */
  readonly epochSteps: number | undefined;
  /** The last step that the chart has room for. */
  readonly end: number;
  /** The step that is looked at; undefined: the newest. */
  readonly cursor: number | undefined;
  /** The loss of always giving a tenth to each digit. */
  readonly guessing: number;
  /** Learning rates that were chosen on the way, each with the step after which it held. */
  readonly rates: readonly {readonly step: number; readonly learningRate: number}[];
};

/** The losses of the run that is shown. */
export function lossCurves(state: State): LossCurves {
  const run = openRun(state.runs);
  const epochSteps = stepsOfEpoch(state);
  const train = trainLosses(run, epochSteps);
  const test = testLosses(run, epochSteps);
  const newest = Math.max(0, train.at(-1)?.step ?? 0, test.at(-1)?.step ?? 0);
  const looked = lookedAt(state);
  return {
    train,
    test,
    epochSteps,
    end: endOf(newest, epochSteps ?? 1, run.started?.lastEpoch ?? trainingOptions(state).epochs),
    cursor: looked === undefined || looked.isLive ? undefined : looked.step,
    guessing: losses[trainingOptions(state).loss].guessing,
    rates: run.rates.slice(1),
  };
}

/** What is known of the batches, after the means of the epochs that were before them. */
function trainLosses({history: {train, epochs}}: Run, epochSteps: number | undefined): readonly LossPoint[] {
  if (epochSteps === undefined) return train;
  const first = train[0]?.step ?? Number.POSITIVE_INFINITY;
  const before = epochs.filter(({epoch}) => epoch * epochSteps <= first);
  return [
    ...before.map(({epoch, meanTrainLoss}) => ({step: (epoch - 0.5) * epochSteps, loss: meanTrainLoss})),
    ...train,
  ];
}

/** What evaluations found: those of the moments, and those at the ends of the epochs. */
function testLosses({history: {epochs}, timeline}: Run, epochSteps: number | undefined): readonly LossPoint[] {
  const byStep = new Map<number, number>();
  if (epochSteps !== undefined) {
    for (const {epoch, meanTestLoss} of epochs) byStep.set(epoch * epochSteps, meanTestLoss);
  }
  for (const {step, found} of timeline) if (found !== undefined) byStep.set(step, found.meanLoss);
  return [...byStep].map(([step, loss]) => ({step, loss})).sort((one, other) => one.step - other.step);
}

/** The end of the first epoch, of the first that can be the last, and of the last: the first that is not yet past. */
function endOf(newest: number, steps: number, lastEpoch: number): number {
  const ends = [1, Math.min(earliestStop, lastEpoch), lastEpoch].map(epoch => epoch * steps);
  return ends.find(end => end >= newest) ?? newest;
}

/** Steps of an epoch of the run that is shown; undefined while the dataset is loading. */
export function stepsOfEpoch(state: State): number | undefined {
  const {started} = openRun(state.runs);
  const count = state.session.data.train?.count;
  const options = trainingOptions(state);
  if (started !== undefined) return started.steps;
  return count === undefined ? undefined : Math.max(1, Math.floor(imagesOf(count, options) / options.batchSize));
}
