import type {Dataset} from '../dataset/dataset.js';
import {labelsOf, sharedIndices} from '../dataset/share.js';
import type {Engine} from '../engines/engine.js';
import {UserError} from '../errors.js';
import {hasDiverged} from '../network/losses.js';
import type {NetworkState} from '../network/network-state.js';
import {seededRandom, shuffled} from '../network/random.js';
import {type Evaluation, evaluate} from './evaluation.js';
import type {EndReason, RunOptions, TrainingEvent} from './protocol.js';
import {stopsEarly} from './run-end.js';
import type {TrainImages} from './train-images.js';

/** What the loop tells: events of the run that it trains, without their run's number. */
export type LoopEvent =
  | Omit<EventOf<'start'>, 'run' | 'stretch'>
  | Omit<EventOf<'progress'>, 'run' | 'total'>
  | {readonly type: 'moment'; readonly epoch: number; readonly state: NetworkState; readonly found: Evaluation}
  | Omit<EventOf<'epoch'>, 'run'>
  /** `sound`: how many batches since the last progress event had finite losses before one that had not. */
  | {readonly type: 'not-finite'; readonly sound: number};

type EventOf<Type extends TrainingEvent['type']> = Extract<TrainingEvent, {type: Type}>;

/**
 * How long in milliseconds one call of trainSteps should take, so that commands and figures come through in between: one
 * that takes what it can, and at most one that is told how many steps it may take.
 */
const targets = {free: 40, limited: 80};

/** How many steps the next call of an engine takes; fitted to the time that its calls take. */
type Call = {steps: number; of: Engine | undefined};

/** What the next call is made with: an engine that has the run's network, and how it learns. */
export type Controls = {
  readonly engine: Engine;
  readonly learningRate: number;
  /** Says the most steps that the call may take, at least 1; without a limit, as many as fit the time of a call. */
  readonly most: () => number;
};

/** What a stretch of training goes on from. */
export type Run = {
  readonly dataset: Dataset;
  readonly images: TrainImages;
  readonly seed: number;
  /** Epochs finished since the initial weights. */
  readonly finishedEpochs: number;
  /** Steps taken in the epoch after those: the run goes on in that epoch's order. */
  readonly stepInEpoch: number;
  /** Sum of those steps' losses. */
  readonly lossSum: number;
  /** Why there is nothing left to train, if so: it tells of its start, and has ended. */
  readonly over?: EndReason | undefined;
};

/**
 * Trains, and tells of it: start, progress, and at each epoch's end its moment and its figures. It knows neither who
 * listens nor how long they take: between two events it stands still, and whoever has enough takes no more.
 * When a loss is not finite, or the mean test loss ten times that of guessing, it ends as diverged, and the engine has a
 * network that is of no use.
 * @param controls is asked before each call of the engine
 * @returns why it ended
 */
export async function* train(
  run: Run,
  options: RunOptions,
  controls: () => Controls,
): AsyncGenerator<LoopEvent, EndReason, void> {
  const {dataset, finishedEpochs, stepInEpoch, lossSum} = run;
  const {epochs, batchSize} = options;
  const {count} = dataset.train;
  const share = {...options, seed: run.seed};
  const [indices, labels] = [sharedIndices(count, share), labelsOf(dataset.train, share)];
  const steps = Math.floor(indices.length / batchSize);
  const firstEpoch = finishedEpochs + 1;
  const lastEpoch = run.over === undefined ? (Math.floor(finishedEpochs / epochs) + 1) * epochs : finishedEpochs;
  yield {type: 'start', firstEpoch, lastEpoch, steps, ...options};
  if (run.over !== undefined) return run.over;
  checkImages(dataset, options);
  const call: Call = {steps: 1, of: undefined};
  for (let epoch = firstEpoch; epoch <= lastEpoch; epoch++) {
    const goesOn = epoch === firstEpoch && stepInEpoch < steps;
    const place = {epoch, isLast: epoch === lastEpoch, from: goesOn ? stepInEpoch : 0, lossSum: goesOn ? lossSum : 0};
    const outcome = yield* trainEpoch({...run, indices, labels}, options, place, call, controls);
    if (outcome === 'diverged') return outcome;
    yield outcome;
    if (stopsEarly(outcome, options)) return 'early-stop';
  }
  return 'epochs';
}

/**
 * Checks that a dataset has the train images that a run asks for, and enough for a batch.
 * @throws UserError
 */
export function checkImages(
  {path, train: {count}}: Dataset,
  {trainImages = count, batchSize}: Pick<RunOptions, 'trainImages' | 'batchSize'>,
): void {
  const own = Math.min(trainImages, count);
  if (own < batchSize) {
    const advice = `give --batch-size ${own} or less`;
    throw new UserError(`a batch of ${batchSize} needs as many train images; ${path} has ${own}; ${advice}`);
  }
  if (trainImages > count) {
    throw new UserError(`${path} has ${count} train images; give --train-images ${count} or less`);
  }
}

/**
 * Trains one epoch and evaluates it. Returns the epoch's event, whose seconds are those in which it was trained.
 * @param from steps of the epoch that were taken before, with the sum of their losses
 */
async function* trainEpoch(
  {dataset, images, seed, indices, labels}: Run & {readonly indices: Uint32Array; readonly labels: Uint8Array},
  {batchSize, shuffle, augment, loss: lossName, optimizer}: RunOptions,
  {epoch, isLast, from, lossSum: before}: {epoch: number; isLast: boolean; from: number; lossSum: number},
  call: Call,
  controls: () => Controls,
): AsyncGenerator<LoopEvent, Omit<EventOf<'epoch'>, 'run'> | 'diverged', void> {
  let began = performance.now();
  const steps = Math.floor(indices.length / batchSize);
  const order = shuffle ? shuffledIndices(indices.length, seed, epoch).map(place => indices[place]) : indices;
  if (augment) await images.changed(seed, epoch, !isLast);
  let loss = Number.NaN;
  let lossSum = before;
  for (let step = from; step < steps; ) {
    const {engine, learningRate, most: mostNow} = controls();
    // Meanwhile another run may have asked for other epochs, in the place of this one.
    const seen = augment ? await images.changed(seed, epoch, false) : images.own;
    await images.give(engine, seen, labels);
    const most = mostNow();
    if (call.of !== engine) Object.assign(call, {steps: 1, of: engine});
    const size = Math.min(call.steps, most, steps - step);
    const callBegan = performance.now();
    const batches = order.subarray(step * batchSize, (step + size) * batchSize);
    const losses = await engine.trainSteps(batches, {batchSize, learningRate, loss: lossName, optimizer});
    const callEnded = performance.now();
    const milliseconds = Math.max(callEnded - callBegan, 0.001);
    const sound = losses.findIndex(batch => !Number.isFinite(batch));
    if (sound >= 0) {
      yield {type: 'not-finite', sound};
      return 'diverged';
    }
    step += size;
    loss = losses.at(-1) ?? Number.NaN;
    lossSum = losses.reduce((sum, batch) => sum + batch, lossSum);
    const target = Number.isFinite(most) ? targets.limited : targets.free;
    call.steps = Math.max(1, Math.min(Math.round((size * target) / milliseconds), call.steps * 8));
    yield {type: 'progress', epoch, step, steps, losses, imagesPerSecond: (size * batchSize * 1000) / milliseconds};
    // What others do meanwhile is no training.
    began += performance.now() - callEnded;
  }
  const {engine} = controls();
  const found = evaluate(await engine.scores('test'), dataset.test, {batchSize, loss: lossName});
  const {lastBatchLoss, meanLoss, accuracy} = found;
  const seconds = (performance.now() - began) / 1000;
  if (hasDiverged(meanLoss, lossName)) return 'diverged';
  yield {type: 'moment', epoch, state: await engine.getState(), found};
  const [meanTrainLoss, meanTestLoss] = [lossSum / steps, meanLoss];
  return {type: 'epoch', epoch, loss, testLoss: lastBatchLoss, meanTrainLoss, meanTestLoss, accuracy, seconds};
}

/** The order in which one epoch sees a run's train images: a shuffle that seed and epoch fix. */
export const shuffledIndices = (count: number, seed: number, epoch: number): Uint32Array =>
  shuffled(count, seededRandom(seed, epoch));
