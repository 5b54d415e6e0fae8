import assert from 'node:assert/strict';
import {MessageChannel, type MessagePort} from 'node:worker_threads';
import type {Dataset} from '../../source/dataset/dataset.js';
import type {EngineName} from '../../source/engines/catalogue.js';
import type {Engine} from '../../source/engines/engine.js';
import {createWasmEngine} from '../../source/engines/wasm/wasm-engine.js';
import {UserError} from '../../source/errors.js';
import {beginning} from '../../source/training/begin.js';
import type {Engines} from '../../source/training/current-engine.js';
import {formerSettings} from '../../source/training/formats/run-info.js';
import type {Command, RunOptions, TrainingEvent, Wish} from '../../source/training/protocol.js';
import {StatusTeller} from '../../source/training/status-teller.js';
import type {Surroundings} from '../../source/training/surroundings.js';
import {TrainImages} from '../../source/training/train-images.js';
import {TrainingWorker} from '../../source/training/training-worker.js';
import type {WorkerSettings} from '../../source/training/worker-settings.js';
import {noiseDataset} from './mnist.js';

type EventOf<Type extends TrainingEvent['type']> = Extract<TrainingEvent, {type: Type}>;

/** A worker's life without a thread, as the other thread sees it. */
export type WorkerSession = {
  send(command: Command): void;
  /** Wishes for a stretch of three epochs of four steps, or for none; what else the wish has stays as it was. */
  wish(
    stretch: number | undefined,
    change?: Partial<RunOptions> & Pick<Partial<Wish>, 'open' | 'oneMore' | 'engine' | 'paused' | 'pace'>,
  ): void;
  /** The next event of a type after the one that was waited for last. */
  until<Type extends TrainingEvent['type']>(
    type: Type,
    fits?: (event: EventOf<Type>) => boolean,
  ): Promise<EventOf<Type>>;
  readonly events: TrainingEvent[];
};

/** 32 train and 8 test images: four batches of eight. */
export const dataset = noiseDataset(32, 8, 3);

/** Three epochs of four steps. */
export const options: RunOptions = {
  epochs: 3,
  batchSize: 8,
  learningRate: 1e-3,
  ...formerSettings,
  earlyStop: false,
};

/** The wasm engine, with the dataset. */
export async function openWasm(): Promise<Engine> {
  const engine = await createWasmEngine(1);
  await engine.load(dataset);
  return engine;
}

/** A wasm engine that says it is webgpu, with some methods in place of its own; each is given its own. */
export async function disguised(change: (own: Engine) => Partial<Engine>): Promise<Engine> {
  const own = await createWasmEngine(1);
  return {
    name: 'webgpu',
    device: 'a GPU',
    gpu: true,
    load: own.load.bind(own),
    setTrainImages: own.setTrainImages.bind(own),
    setTrainLabels: own.setTrainLabels.bind(own),
    setState: own.setState.bind(own),
    getState: own.getState.bind(own),
    trainSteps: own.trainSteps.bind(own),
    scores: own.scores.bind(own),
    weights: own.weights.bind(own),
    dispose: async () => {},
    ...change(own),
  };
}

const check = async (name: EngineName): Promise<void> => {
  if (name !== 'wasm') throw new UserError(`engine ${name}: not here`);
};

/** What a worker is started with: four hidden units, nothing to go on from. */
export const settings: WorkerSettings = {
  dataPath: '',
  scramble: false,
  engine: 'auto',
  threads: 1,
  hidden: 4,
  activation: 'relu',
  seed: 1,
  resume: false,
  model: undefined,
  offersSaved: false,
  save: undefined,
};

/** What a worker lives among that talks through a port: the dataset, and wasm. */
export function surroundings(port: MessagePort): Surroundings {
  const status = new StatusTeller(settings, event => port.postMessage(event));
  return {
    port,
    dataset,
    images: new TrainImages(dataset.train),
    save: undefined,
    engines: {check, open: openWasm},
    status,
  };
}

/** What a worker gets unless told otherwise: no file to save in, of engines wasm, the dataset and the settings above. */
type Given = {
  readonly file?: string;
  readonly engines?: Partial<Engines>;
  readonly data?: Dataset;
  readonly own?: WorkerSettings;
};

/** What is wished for at first: nothing. */
const unwished: Wish = {
  stretch: undefined,
  options,
  oneMore: false,
  engine: undefined,
  paused: false,
  pace: 'full',
};

/** Starts the worker's life on one end of a channel and gives the other. */
export async function startWorker(
  engine: Engine,
  {file, engines, data = dataset, own = settings}: Given = {},
): Promise<WorkerSession> {
  const {port1, port2} = new MessageChannel();
  const events: TrainingEvent[] = [];
  let arrived = (): void => {};
  port2.on('message', (event: TrainingEvent) => {
    events.push(event);
    arrived();
  });
  await engine.load(data);
  const save = file === undefined ? undefined : {file, previous: `${file}.previous`};
  const around = {...surroundings(port1), save};
  const all = {...around, dataset: data, images: new TrainImages(data.train), engines: {...around.engines, ...engines}};
  void new TrainingWorker(all, engine, await beginning(own, data)).live();
  const send = (command: Command): void => port2.postMessage(command);
  let seen = 0;
  let wished = unwished;
  return {
    send,
    wish(stretch, {oneMore = false, open, engine: name, paused, pace, ...change} = {}) {
      const {engine: before} = wished;
      const course = {paused: paused ?? wished.paused, pace: pace ?? wished.pace, ...(open !== undefined && {open})};
      wished = {stretch, options: {...wished.options, ...change}, oneMore, engine: name ?? before, ...course};
      send({type: 'wish', wish: wished});
    },
    events,
    async until<Type extends TrainingEvent['type']>(type: Type, fits: (event: EventOf<Type>) => boolean = () => true) {
      for (;;) {
        const index = events.findIndex((event, at) => at >= seen && isOfType(event, type) && fits(event));
        const found = events[index];
        if (found !== undefined) {
          seen = index + 1;
          assert.ok(isOfType(found, type));
          return found;
        }
        await new Promise<void>(resolve => {
          arrived = resolve;
        });
      }
    },
  };
}

const isOfType = <Type extends TrainingEvent['type']>(event: TrainingEvent, type: Type): event is EventOf<Type> =>
  event.type === type;

/** Whether a status says that an engine computes. */
export const computesOn =
  (name: EngineName) =>
  ({engine}: EventOf<'status'>): boolean =>
    engine?.name === name;

/** How often events of a type have come. */
export const countOf = ({events}: WorkerSession, type: TrainingEvent['type']): number =>
  events.filter(event => event.type === type).length;

/** The mean losses of a session's epochs. */
export const epochLosses = ({events}: WorkerSession): number[] =>
  events.flatMap(event => (event.type === 'epoch' ? [event.meanTrainLoss, event.meanTestLoss] : []));
