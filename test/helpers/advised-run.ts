import {createTrainAdviser} from '../../source/commands/train-adviser.js';
import {type Dataset, type SplitData, sharedBytes} from '../../source/dataset/dataset.js';
import {createWasmEngine} from '../../source/engines/wasm/wasm-engine.js';
import {inputSize} from '../../source/network/architecture.js';
import {seededRandom} from '../../source/network/random.js';
import type {Advice} from '../../source/state/adviser/advice.js';
import {sentenceOf} from '../../source/text/advice.js';
import type {EpochRecord, RunOptions} from '../../source/training/protocol.js';
import {mnist} from './mnist.js';
import {runOptions, start} from './state.js';
import {settings, startWorker} from './worker.js';

/** What a run is trained with, unless it is the default; and the file that it goes on from. */
type Given = Partial<RunOptions> & {
  readonly seed?: number;
  readonly hidden?: number;
  readonly data?: Dataset;
  readonly model?: string;
};

/** What the adviser said of a run: its rules, and their messages; and the run's epochs. */
export type Advised = {
  readonly rules: readonly string[];
  readonly messages: readonly string[];
  readonly fixes: readonly string[];
  readonly epochs: readonly EpochRecord[];
};

const whole = mnist();

/** The first digits of a split. */
const first = ({images, labels}: SplitData, count: number): SplitData => ({
  count,
  images: images.subarray(0, count * inputSize),
  labels: labels.subarray(0, count),
});

/**
 * The first digits of MNIST.
 * @param noise the share of train labels that are drawn anew
 */
export function mnistPart(trainCount: number, testCount: number, noise = 0): Dataset {
  const train = first(whole.train, trainCount);
  const labels = sharedBytes(trainCount);
  labels.set(train.labels);
  const random = seededRandom(1, 7);
  for (let index = 0; index < trainCount * noise; index++) labels[random.below(trainCount)] = random.below(10);
  return {...whole, train: {...train, labels}, test: first(whole.test, testCount)};
}

/** Trains on the wasm engine as the command does, and collects what the adviser says. */
export async function advisedRun({seed = 1, hidden = 128, data = whole, model, ...options}: Given): Promise<Advised> {
  const engine = await createWasmEngine(1);
  const own = {...settings, seed, hidden, model, resume: model !== undefined};
  const session = await startWorker(engine, {data, own});
  const all = {...runOptions, ...options};
  session.wish(1, all);
  await session.until('end');
  session.send({type: 'close'});
  const advise = createTrainAdviser({
    ...start.choice,
    ...all,
    given: [],
    seed,
    hidden,
    activation: 'relu',
    pace: 'full',
  });
  const said: Advice[] = [];
  for (const split of ['train', 'test'] as const) advise({type: 'split-loaded', split, data: data[split]});
  for (const event of session.events) said.push(...advise(event));
  return {
    rules: said.map(({rule}) => rule),
    messages: said.map(({message}) => sentenceOf(message)),
    fixes: said.map(({plainFix}) => sentenceOf(plainFix)),
    epochs: session.events.flatMap(event => (event.type === 'epoch' ? [event] : [])),
  };
}
