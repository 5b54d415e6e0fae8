import type {MessagePort} from 'node:worker_threads';
import {parentPort, workerData} from 'node:worker_threads';
import {type Dataset, digit, type Split} from '../dataset/dataset.js';
import {loadDataset} from '../dataset/load.js';
import {chooseEngine} from '../engines/choose.js';
import {createEngine} from '../engines/create.js';
import type {Engine, EngineName} from '../engines/engine.js';
import {messageOf, UserError} from '../errors.js';
import {initialState} from '../network/initial-state.js';
import {loadCheckpoint, saveCheckpoint} from './checkpoint.js';
import {train} from './loop.js';
import type {Command, RunOptions, TrainingEvent, WorkerSettings} from './protocol.js';

/** The commands that have arrived and not been carried out. */
class Inbox {
  private readonly commands: Command[] = [];
  private wake: () => void = () => {};

  constructor(port: MessagePort) {
    port.on('message', (command: Command) => {
      this.commands.push(command);
      this.wake();
    });
  }

  /** The next command; waits for one. */
  async next(): Promise<Command> {
    for (;;) {
      const command = this.commands.shift();
      if (command !== undefined) return command;
      await new Promise<void>(resolve => {
        this.wake = resolve;
      });
    }
  }

  /** Takes out the commands that can be carried out while a run goes on. */
  takeWatching(): WatchCommand[] {
    const isWatching = (command: Command): command is WatchCommand =>
      command.type === 'watch' || command.type === 'unwatch';
    const taken = this.commands.filter(isWatching);
    const kept = this.commands.filter(command => !isWatching(command));
    this.commands.splice(0, this.commands.length, ...kept);
    return taken;
  }

  /** Whether a command waits that ends a run. */
  get endsRun(): boolean {
    return this.commands.some(({type}) => type !== 'train' && type !== 'watch' && type !== 'unwatch');
  }
}

type WatchCommand = Extract<Command, {type: 'watch' | 'unwatch'}>;

/** The training worker's life: load, then carry out commands until `close`. One command at a time, in order. */
class TrainingWorker {
  private readonly inbox: Inbox;
  private watched: {split: Split; index: number} | undefined;
  private finishedEpochs = 0;

  constructor(
    private readonly port: MessagePort,
    private readonly dataset: Dataset,
    private engine: Engine,
    private seed: number,
  ) {
    this.inbox = new Inbox(port);
  }

  async live(settings: WorkerSettings): Promise<void> {
    const {name, path} = this.dataset;
    const hidden = await this.startFrom(settings);
    this.post({
      type: 'ready',
      dataset: {name, path},
      engine: this.engine.name,
      device: this.engine.device,
      threads: this.engine.threads,
      hidden,
      seed: this.seed,
      trained: settings.loadFrom !== undefined,
    });
    for (;;) {
      const command = await this.inbox.next();
      switch (command.type) {
        case 'train': {
          const {type: _, ...options} = command;
          await this.run(options);
          break;
        }
        case 'stop':
          break;
        case 'reset':
          this.seed = command.seed;
          this.finishedEpochs = 0;
          await this.engine.setState(initialState(hidden, command.seed));
          this.post({type: 'reset-done', seed: command.seed});
          await this.sendScores();
          break;
        case 'watch':
        case 'unwatch':
          this.watch(command);
          await this.sendScores();
          break;
        case 'change-engine':
          await this.changeEngine(command.engine, settings.threads);
          break;
        case 'close':
          await this.engine.dispose();
          this.port.close();
          return;
      }
    }
  }

  /** Sets the network's first state; returns its number of hidden units. */
  private async startFrom({loadFrom, hidden}: WorkerSettings): Promise<number> {
    if (loadFrom === undefined) {
      await this.engine.setState(initialState(hidden, this.seed));
      return hidden;
    }
    const {state, info} = await loadCheckpoint(loadFrom);
    this.seed = info.seed;
    this.finishedEpochs = info.epochs;
    await this.engine.setState(state);
    return state.hidden;
  }

  private async changeEngine(name: EngineName, threads: number | undefined): Promise<void> {
    const state = await this.engine.getState();
    try {
      await chooseEngine(name, what => this.post({type: 'preparing', what}));
      const engine = await prepareEngine(this.port, name, threads, this.dataset);
      await engine.setState(state);
      await this.engine.dispose();
      this.engine = engine;
    } catch (error) {
      this.post({type: 'warning', message: messageOf(error)});
    }
    const {name: engine, device, threads: team} = this.engine;
    this.post({type: 'engine-changed', engine, device, threads: team});
    await this.sendScores();
  }

  private async run(options: RunOptions): Promise<void> {
    const {engine, dataset, seed, finishedEpochs} = this;
    const events = train({engine, dataset, seed, finishedEpochs}, options, () => this.inbox.endsRun);
    for await (const event of events) {
      if (event.type === 'end') {
        this.finishedEpochs = event.epochs;
        this.post({...event, model: await this.save(options.saveTo)});
      } else {
        this.post(event);
      }
      // Let commands arrive, then look at the digit that is being watched.
      await new Promise(resolve => setImmediate(resolve));
      for (const command of this.inbox.takeWatching()) this.watch(command);
      if (event.type === 'progress' || event.type === 'end') await this.sendScores();
    }
  }

  /** Saves the weights, unless not a step was taken; returns where. */
  private async save(path: string | undefined): Promise<string | undefined> {
    if (path === undefined) return undefined;
    const state = await this.engine.getState();
    if (state.step === 0) return undefined;
    try {
      await saveCheckpoint(path, state, {seed: this.seed, epochs: this.finishedEpochs, dataset: this.dataset.name});
      return path;
    } catch (error) {
      this.post({type: 'warning', message: messageOf(error)});
      return undefined;
    }
  }

  private watch(command: WatchCommand): void {
    this.watched = command.type === 'watch' ? {split: command.split, index: command.index} : undefined;
  }

  private async sendScores(): Promise<void> {
    if (this.watched === undefined) return;
    const {split, index} = this.watched;
    const scores = await this.engine.predict(digit(this.dataset[split], index));
    this.post({type: 'scores', split, index, scores: [...scores]});
  }

  private post(event: TrainingEvent): void {
    this.port.postMessage(event);
  }
}

/** The size of the step that warms up a device. */
const warmUp = {hidden: 128, batchSize: 128};

/** Creates an engine with the dataset on its device, and tells what takes its time. */
async function prepareEngine(
  port: MessagePort,
  name: EngineName,
  threads: number | undefined,
  dataset: Dataset,
): Promise<Engine> {
  const preparing = (what: string): void => port.postMessage({type: 'preparing', what} satisfies TrainingEvent);
  if (name !== 'wasm') preparing(`loading ${name}`);
  const engine = await createEngine(name, threads);
  await engine.load(dataset);
  if (name === 'wasm') return engine;
  // The first step compiles what the device runs, which takes minutes where a GPU is newer than the library.
  preparing(`warming up ${name}`);
  await engine.setState(initialState(warmUp.hidden, 0));
  const size = Math.min(warmUp.batchSize, dataset.train.count);
  await engine.trainSteps(new Uint32Array(size), {batchSize: size, learningRate: 0});
  return engine;
}

async function start(port: MessagePort, settings: WorkerSettings): Promise<void> {
  const tell = (event: TrainingEvent): void => port.postMessage(event);
  try {
    // An engine that has to be tried is tried in another process while this thread reads the dataset.
    const choice = chooseEngine(settings.engine, what => tell({type: 'preparing', what}));
    choice.catch(() => undefined);
    const dataset = await loadDataset(settings.dataPath, (split, data) => tell({type: 'split-loaded', split, data}));
    const engine = await prepareEngine(port, await choice, settings.threads, dataset);
    await new TrainingWorker(port, dataset, engine, settings.seed).live(settings);
  } catch (error) {
    tell({
      type: 'failed',
      message: messageOf(error),
      expected: error instanceof UserError,
      stack: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    port.close();
  }
}

if (parentPort === null) throw new Error('This file runs as a worker thread.');
await start(parentPort, workerData as WorkerSettings);
