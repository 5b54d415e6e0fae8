import {type Controls, type LoopEvent, type Run, train} from '../../source/training/loop.js';
import type {EndReason, RunOptions} from '../../source/training/protocol.js';
import {TrainImages} from '../../source/training/train-images.js';
import {blankDataset, type Script, ScriptedEngine} from './scripted-engine.js';

type Given = Partial<Omit<Run, 'dataset' | 'images'>> & {
  readonly script?: Script;
  readonly options?: Partial<RunOptions>;
  readonly trainCount?: number;
  readonly testCount?: number;
};

/** What a loop is told unless a test says otherwise. */
export const options: RunOptions = {
  epochs: 20,
  batchSize: 8,
  learningRate: 0.001,
  loss: 'mse',
  optimizer: 'adam',
  trainImages: undefined,
  noiseLabels: 0,
  shuffle: true,
  augment: false,
  earlyStop: true,
};

/** A loop over a dataset, from the initial weights. */
export const loopOf = (
  engine: Controls['engine'],
  given: Partial<Run> & Pick<Run, 'dataset'>,
  told: Partial<RunOptions> = {},
): AsyncGenerator<LoopEvent, EndReason, void> => {
  const all = {...options, ...told};
  const images = new TrainImages(given.dataset.train);
  const run = {images, seed: 1, finishedEpochs: 0, stepInEpoch: 0, lossSum: 0, ...given};
  return train(run, all, () => ({engine, learningRate: all.learningRate, most: () => Number.POSITIVE_INFINITY}));
};

/** Takes all events of a loop, and why it ended. */
export async function drain(loop: ReturnType<typeof loopOf>): Promise<{events: LoopEvent[]; reason: EndReason}> {
  const events: LoopEvent[] = [];
  for (;;) {
    const {done, value} = await loop.next();
    if (done) return {events, reason: value};
    events.push(value);
  }
}

/** Runs the training loop with a scripted engine, over 64 train and 20 test images in batches of 8 unless told otherwise. */
export async function run({
  script = {},
  options: told = {},
  trainCount = 64,
  testCount = 20,
  ...given
}: Given): Promise<{engine: ScriptedEngine; events: LoopEvent[]; reason: EndReason}> {
  const dataset = blankDataset(trainCount, testCount);
  const engine = new ScriptedEngine(dataset, script);
  return {engine, ...(await drain(loopOf(engine, {dataset, ...given}, told)))};
}

/** The events of one type. */
export function ofType<Type extends LoopEvent['type']>(
  events: readonly LoopEvent[],
  type: Type,
): Extract<LoopEvent, {type: Type}>[] {
  return events.filter((event): event is Extract<LoopEvent, {type: Type}> => event.type === type);
}

/** The epochs that were finished. */
export const epochNumbers = (events: readonly LoopEvent[]): number[] => ofType(events, 'epoch').map(({epoch}) => epoch);
