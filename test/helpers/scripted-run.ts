import assert from 'node:assert/strict';
import type {NetworkState} from '../../source/network/network-state.js';
import {train} from '../../source/training/loop.js';
import type {RunOptions, TrainingEvent} from '../../source/training/protocol.js';
import {blankDataset, type Script, ScriptedEngine} from './scripted-engine.js';

type Given = {
  readonly script?: Script;
  readonly options?: Partial<RunOptions>;
  readonly finishedEpochs?: number;
  readonly stepInEpoch?: number;
  readonly seed?: number;
  readonly trainCount?: number;
  readonly testCount?: number;
  /** Whether a person asks for the end once this event has been seen. */
  readonly stopAfter?: (event: TrainingEvent) => boolean;
};

/** Runs the training loop with a scripted engine, over 64 train and 20 test images in batches of 8 unless told otherwise. */
export async function run({
  script = {},
  options = {},
  finishedEpochs = 0,
  stepInEpoch = 0,
  seed = 1,
  trainCount = 64,
  testCount = 20,
  stopAfter = () => false,
}: Given): Promise<{engine: ScriptedEngine; events: TrainingEvent[]; keptSteps: number[]}> {
  const dataset = blankDataset(trainCount, testCount);
  const engine = new ScriptedEngine(dataset, script);
  const events: TrainingEvent[] = [];
  const keptSteps: number[] = [];
  const keep = ({step}: NetworkState): number => keptSteps.push(step);
  let stop = false;
  const told = {epochs: 20, batchSize: 8, learningRate: 0.001, earlyStop: true, ...options};
  for await (const event of train(
    {engine: () => engine, dataset, seed, finishedEpochs, stepInEpoch, lossSum: 0, learned: false, keep},
    told,
    () => stop,
  )) {
    events.push(event);
    stop ||= stopAfter(event);
  }
  return {engine, events, keptSteps};
}

/** The events of one type. */
export function ofType<Type extends TrainingEvent['type']>(
  events: readonly TrainingEvent[],
  type: Type,
): Extract<TrainingEvent, {type: Type}>[] {
  return events.filter((event): event is Extract<TrainingEvent, {type: Type}> => event.type === type);
}

/** How a run ended: reason and finished epochs. Fails unless one end is told of, as the last event. */
export function ending(events: readonly TrainingEvent[]): [string, number] {
  const [end, ...more] = ofType(events, 'end');
  assert.deepEqual(more, []);
  assert.equal(events.at(-1), end);
  return [end.reason, end.epochs];
}

/** The epochs that were finished. */
export const epochNumbers = (events: readonly TrainingEvent[]): number[] =>
  ofType(events, 'epoch').map(({epoch}) => epoch);
