import type {MessagePort} from 'node:worker_threads';
import {parentPort, workerData} from 'node:worker_threads';
import {type Dataset, digit, type Split} from '../dataset/dataset.js';
import {loadDataset} from '../dataset/load.js';
import {chooseEngine} from '../engines/choose.js';
import type {Engine} from '../engines/engine.js';
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

  /** Whether a command waits that ends a run; `train` does not, it is what the run was started with. */
  get endsRun(): boolean {
    return this.commands.some(({type}) => type === 'stop' || type === 'reset' || type === 'close');
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
    private seed: number,
  ) {
    this.inbox = new Inbox(port);
  }

  async live(settings: WorkerSettings): Promise<void> {
    const dataset = await loadDataset(settings.dataPath, (split, data) =>
      this.post({type: 'split-loaded', split, data}),
    );
    const engine = await chooseEngine(settings.engine);
    await engine.load(dataset);
    const hidden = await this.startFrom(engine, settings);
    const {name, path} = dataset;
    this.post({
      type: 'ready',
      dataset: {name, path},
      engine: engine.name,
      device: engine.device,
      hidden,
      seed: this.seed,
      trained: settings.loadFrom !== undefined,
    });
    for (;;) {
      const command = await this.inbox.next();
      switch (command.type) {
        case 'train': {
          const {type: _, ...options} = command;
          await this.run(engine, dataset, options);
          break;
        }
        case 'stop':
          break;
        case 'reset':
          this.seed = command.seed;
          this.finishedEpochs = 0;
          await engine.setState(initialState(hidden, command.seed));
          this.post({type: 'reset-done', seed: command.seed});
          await this.sendScores(engine, dataset);
          break;
        case 'watch':
        case 'unwatch':
          this.watch(command);
          await this.sendScores(engine, dataset);
          break;
        case 'close':
          await engine.dispose();
          this.port.close();
          return;
      }
    }
  }

  /** Sets the network's first state; returns its number of hidden units. */
  private async startFrom(engine: Engine, {loadFrom, hidden}: WorkerSettings): Promise<number> {
    if (loadFrom === undefined) {
      await engine.setState(initialState(hidden, this.seed));
      return hidden;
    }
    const {state, info} = await loadCheckpoint(loadFrom);
    this.seed = info.seed;
    this.finishedEpochs = info.epochs;
    await engine.setState(state);
    return state.hidden;
  }

  private async run(engine: Engine, dataset: Dataset, options: RunOptions): Promise<void> {
    const {seed, finishedEpochs} = this;
    const events = train({engine, dataset, seed, finishedEpochs}, options, () => this.inbox.endsRun);
    for await (const event of events) {
      if (event.type === 'end') {
        this.finishedEpochs = event.epochs;
        this.post({...event, model: await this.save(engine, dataset, options.saveTo)});
      } else {
        this.post(event);
      }
      // Let commands arrive, then look at the digit that is being watched.
      await new Promise(resolve => setImmediate(resolve));
      for (const command of this.inbox.takeWatching()) this.watch(command);
      if (event.type === 'progress' || event.type === 'end') await this.sendScores(engine, dataset);
    }
  }

  /** Saves the weights, unless not a step was taken; returns where. */
  private async save(engine: Engine, dataset: Dataset, path: string): Promise<string | undefined> {
    const state = await engine.getState();
    if (state.step === 0) return undefined;
    try {
      await saveCheckpoint(path, state, {seed: this.seed, epochs: this.finishedEpochs, dataset: dataset.name});
      return path;
    } catch (error) {
      this.post({type: 'warning', message: messageOf(error)});
      return undefined;
    }
  }

  private watch(command: WatchCommand): void {
    this.watched = command.type === 'watch' ? {split: command.split, index: command.index} : undefined;
  }

  private async sendScores(engine: Engine, dataset: Dataset): Promise<void> {
    if (this.watched === undefined) return;
    const {split, index} = this.watched;
    const scores = await engine.predict(digit(dataset[split], index));
    this.post({type: 'scores', split, index, scores: [...scores]});
  }

  private post(event: TrainingEvent): void {
    this.port.postMessage(event);
  }
}

if (parentPort === null) throw new Error('This file runs as a worker thread.');
const port = parentPort;
const settings = workerData as WorkerSettings;
try {
  await new TrainingWorker(port, settings.seed).live(settings);
} catch (error) {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const failed: TrainingEvent = {
    type: 'failed',
    message: messageOf(error),
    expected: error instanceof UserError,
    stack,
  };
  port.postMessage(failed);
  port.close();
}
