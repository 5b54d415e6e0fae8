import type {Dataset} from '../dataset/dataset.js';
import type {Engine} from '../engines/engine.js';
import {UserError} from '../errors.js';
import type {NetworkState} from '../network/network-state.js';
import {seededRandom} from '../network/random.js';
import {evaluate} from './evaluation.js';
import type {EndReason, RunOptions, TrainingEvent} from './protocol.js';

/** Test loss of the last batch below which the tutorial stops, from earliestStop on. */
export const earlyStopLoss = 0.015;
/** First epoch (counted from 1) after which the tutorial may stop early. */
export const earliestStop = 7;

/** How long one call of trainSteps should take, so that commands and figures come through in between. */
const targetMilliseconds = 40;

/** What a run needs besides its options. */
export type Run = {
  readonly engine: Engine;
  readonly dataset: Dataset;
  readonly seed: number;
  /** Epochs finished before this run, since the initial weights. */
  readonly finishedEpochs: number;
  /** Is given the network's state as the run begins, and after each epoch before the epoch's event. */
  readonly keep: (state: NetworkState) => void;
};

/**
 * Trains, and tells of it: start, then progress and epoch events, then end. It does not know who listens; the caller
 * lets time pass between two events as it likes, and a return value of true from `shouldStop` ends the run there.
 * When a loss is not finite, the weights go back to those before the epoch and the run ends as diverged.
 */
export async function* train(
  run: Run,
  options: RunOptions,
  shouldStop: () => boolean,
): AsyncGenerator<TrainingEvent, void, void> {
  const {engine, dataset, keep} = run;
  const {batchSize, learningRate, epochs} = options;
  const steps = Math.floor(dataset.train.count / batchSize);
  if (steps === 0) {
    throw new UserError(
      `a batch of ${batchSize} needs as many train images; ${dataset.path} has ${dataset.train.count}`,
    );
  }
  const began = performance.now();
  let finished = run.finishedEpochs;
  const end = (reason: EndReason): TrainingEvent => ({
    type: 'end',
    reason,
    epochs: finished,
    seconds: (performance.now() - began) / 1000,
  });
  const firstEpoch = finished + 1;
  const lastEpoch = (Math.floor(finished / epochs) + 1) * epochs;
  yield {type: 'start', firstEpoch, lastEpoch, steps, ...options};
  let before = await engine.getState();
  keep(before);
  let callSteps = 1;
  for (let epoch = firstEpoch; epoch <= lastEpoch; epoch++) {
    const epochBegan = performance.now();
    const order = shuffledIndices(dataset.train.count, run.seed, epoch);
    let loss = Number.NaN;
    let lossSum = 0;
    for (let step = 0; step < steps; ) {
      const size = Math.min(callSteps, steps - step);
      const callBegan = performance.now();
      const losses = await engine.trainSteps(order.subarray(step * batchSize, (step + size) * batchSize), {
        batchSize,
        learningRate,
      });
      const milliseconds = Math.max(performance.now() - callBegan, 0.001);
      if (!losses.every(Number.isFinite)) {
        await engine.setState(before);
        yield end('diverged');
        return;
      }
      step += size;
      loss = losses[losses.length - 1];
      lossSum = losses.reduce((sum, batch) => sum + batch, lossSum);
      callSteps = Math.max(1, Math.min(Math.round((size * targetMilliseconds) / milliseconds), callSteps * 8));
      yield {type: 'progress', epoch, step, steps, losses, imagesPerSecond: (size * batchSize * 1000) / milliseconds};
      if (shouldStop()) {
        yield end('stopped');
        return;
      }
    }
    const test = evaluate(await engine.scores('test'), dataset.test, batchSize);
    if (!Number.isFinite(test.meanLoss)) {
      await engine.setState(before);
      yield end('diverged');
      return;
    }
    before = await engine.getState();
    keep(before);
    finished = epoch;
    yield {
      type: 'epoch',
      epoch,
      loss,
      testLoss: test.lastBatchLoss,
      meanTrainLoss: lossSum / steps,
      meanTestLoss: test.meanLoss,
      accuracy: test.accuracy,
      seconds: (performance.now() - epochBegan) / 1000,
      confusion: test.confusion,
    };
    if (options.earlyStop && test.lastBatchLoss < earlyStopLoss && epoch >= earliestStop) {
      yield end('early-stop');
      return;
    }
    if (shouldStop()) {
      yield end('stopped');
      return;
    }
  }
  yield end('epochs');
}

/** The order in which one epoch sees the train images: a Fisher-Yates shuffle that seed and epoch fix. */
export function shuffledIndices(count: number, seed: number, epoch: number): Uint32Array {
  const random = seededRandom(seed, epoch);
  const order = Uint32Array.from({length: count}, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = random.below(last + 1);
    const value = order[last];
    order[last] = order[other];
    order[other] = value;
  }
  return order;
}
