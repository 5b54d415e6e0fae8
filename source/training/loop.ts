import type {Dataset} from '../dataset/dataset.js';
import type {Engine} from '../engines/engine.js';
import {UserError} from '../errors.js';
import {hasDiverged, hasLearned, meanSquaredErrorFacts} from '../network/losses.js';
import type {NetworkState} from '../network/network-state.js';
import {seededRandom} from '../network/random.js';
import {evaluate} from './evaluation.js';
import type {EndReason, RunOptions, TrainingEvent} from './protocol.js';

/** First epoch (counted from 1) after which the tutorial may stop early. */
export const earliestStop = 7;

type EpochEvent = Extract<TrainingEvent, {type: 'epoch'}>;

/** How long one call of trainSteps should take, so that commands and figures come through in between. */
const targetMilliseconds = 40;

/** How many steps the next call of an engine takes; fitted to the time that its calls take. */
type Call = {steps: number; of: Engine};

/** What a run needs besides its options. */
export type Run = {
  /** Gives the engine for the next call: another one with the same weights may take over between two events. */
  readonly engine: () => Engine;
  readonly dataset: Dataset;
  readonly seed: number;
  /** Epochs finished before this run, since the initial weights. */
  readonly finishedEpochs: number;
  /** Steps taken in the epoch after those: the run goes on in that epoch's shuffle. */
  readonly stepInEpoch: number;
  /** Sum of those steps' losses. */
  readonly lossSum: number;
  /** Whether the network did better than guessing after the last finished epoch. */
  readonly learned: boolean;
  /** Is given the network's state as the run begins, and after each epoch before the epoch's event. */
  readonly keep: (state: NetworkState) => void;
};

/**
 * Trains, and tells of it: start, then progress and epoch events, then end; an error leaves the end out. It does not know who listens; the caller
 * lets time pass between two events as it likes, and a return value of true from `shouldStop` ends the run there.
 * When a loss is not finite, or the mean test loss ten times that of guessing, the weights go back to those before the
 * epoch and the run ends as diverged.
 */
export async function* train(
  run: Run,
  options: RunOptions,
  shouldStop: () => boolean,
): AsyncGenerator<TrainingEvent, void, void> {
  const {engine, keep} = run;
  const {epochs} = options;
  const steps = fullBatches(run.dataset, options.batchSize);
  const began = performance.now();
  let finished = run.finishedEpochs;
  let learned = run.learned;
  const firstEpoch = finished + 1;
  const lastEpoch = (Math.floor(finished / epochs) + 1) * epochs;
  yield {type: 'start', firstEpoch, lastEpoch, steps, ...options};
  if (steps === 0) throw tooFew(run.dataset, options.batchSize);
  let before = await engine().getState();
  keep(before);
  const call: Call = {steps: 1, of: engine()};
  let reason: EndReason | undefined;
  for (let epoch = firstEpoch; epoch <= lastEpoch && reason === undefined; epoch++) {
    const goesOn = epoch === firstEpoch && run.stepInEpoch < steps;
    const place = {epoch, from: goesOn ? run.stepInEpoch : 0, lossSum: goesOn ? run.lossSum : 0};
    const outcome = yield* trainEpoch(run, options, place, call, shouldStop);
    if (typeof outcome === 'string') {
      if (outcome === 'diverged') await engine().setState(before);
      reason = outcome;
      break;
    }
    before = await engine().getState();
    keep(before);
    finished = epoch;
    learned = hasLearned(outcome.meanTestLoss);
    yield outcome;
    if (options.earlyStop && outcome.testLoss < meanSquaredErrorFacts.earlyStop && epoch >= earliestStop)
      reason = 'early-stop';
    else if (shouldStop()) reason = 'stopped';
  }
  const seconds = (performance.now() - began) / 1000;
  yield {type: 'end', reason: reason ?? 'epochs', epochs: finished, seconds, learned};
}

/** How many full batches the train images make: the steps of an epoch. */
const fullBatches = ({train: {count}}: Dataset, batchSize: number): number => Math.floor(count / batchSize);

const tooFew = ({train: {count}, path}: Dataset, batchSize: number): UserError =>
  new UserError(
    `a batch of ${batchSize} needs as many train images; ${path} has ${count}; give --batch-size ${count} or less`,
  );

/**
 * Trains one epoch and evaluates it. Returns the epoch's event, or why the run ends within the epoch.
 * @param from steps of the epoch that were taken before, with the sum of their losses
 */
async function* trainEpoch(
  {engine, dataset, seed}: Run,
  {batchSize, learningRate}: RunOptions,
  {epoch, from, lossSum: before}: {epoch: number; from: number; lossSum: number},
  call: Call,
  shouldStop: () => boolean,
): AsyncGenerator<TrainingEvent, EpochEvent | 'diverged' | 'stopped', void> {
  const began = performance.now();
  const steps = fullBatches(dataset, batchSize);
  const order = shuffledIndices(dataset.train.count, seed, epoch);
  let loss = Number.NaN;
  let lossSum = before;
  for (let step = from; step < steps; ) {
    if (call.of !== engine()) Object.assign(call, {steps: 1, of: engine()});
    const size = Math.min(call.steps, steps - step);
    const callBegan = performance.now();
    const images = order.subarray(step * batchSize, (step + size) * batchSize);
    const losses = await call.of.trainSteps(images, {batchSize, learningRate});
    const milliseconds = Math.max(performance.now() - callBegan, 0.001);
    if (!losses.every(Number.isFinite)) return 'diverged';
    step += size;
    loss = losses.at(-1) ?? Number.NaN;
    lossSum = losses.reduce((sum, batch) => sum + batch, lossSum);
    call.steps = Math.max(1, Math.min(Math.round((size * targetMilliseconds) / milliseconds), call.steps * 8));
    yield {type: 'progress', epoch, step, steps, losses, imagesPerSecond: (size * batchSize * 1000) / milliseconds};
    if (shouldStop()) return 'stopped';
  }
  const {lastBatchLoss, meanLoss, accuracy, confusion} = evaluate(
    await engine().scores('test'),
    dataset.test,
    batchSize,
  );
  if (hasDiverged(meanLoss)) return 'diverged';
  return {
    type: 'epoch',
    epoch,
    loss,
    testLoss: lastBatchLoss,
    meanTrainLoss: lossSum / steps,
    meanTestLoss: meanLoss,
    accuracy,
    seconds: (performance.now() - began) / 1000,
    confusion,
  };
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
