import type {MessagePort} from 'node:worker_threads';
import {type Dataset, digit, type Split} from '../dataset/dataset.js';
import {dependableEngine, type EngineName} from '../engines/catalogue.js';
import type {Engine} from '../engines/engine.js';
import {messageOf} from '../errors.js';
import {commandLine} from '../invocation.js';
import {initialState} from '../network/initial-state.js';
import type {NetworkState} from '../network/network-state.js';
import {loadCheckpoint, saveCheckpoint} from './checkpoint.js';
import {Inbox, type WatchCommand} from './inbox.js';
import {train} from './loop.js';
import type {Command, RunOptions, TrainingEvent, WorkerSettings} from './protocol.js';

/**
 * The training worker's life: it carries out commands until `close`, one at a time, in order. When an engine's device is
 * lost, it goes on with the wasm engine and the weights of the last epoch.
 */
export class TrainingWorker {
  private readonly inbox: Inbox;
  private watched: {split: Split; index: number} | undefined;
  private finishedEpochs = 0;
  /** What is left when a device is lost: the weights after the last epoch. */
  private kept: NetworkState | undefined;

  /** @param openEngine gives an engine that works and has the dataset, or throws a UserError */
  constructor(
    private readonly port: MessagePort,
    private readonly dataset: Dataset,
    private engine: Engine,
    private seed: number,
    private readonly openEngine: (name: EngineName) => Promise<Engine>,
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
    await this.keep();
    for (;;) {
      const command = await this.inbox.next();
      if (command.type === 'close') break;
      try {
        await this.carryOut(command, hidden);
      } catch (error) {
        await this.fallBack(error);
      }
    }
    await this.engine.dispose();
    this.port.close();
  }

  private async carryOut(command: Exclude<Command, {type: 'close'}>, hidden: number): Promise<void> {
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
        await this.keep();
        this.post({type: 'reset-done', seed: command.seed});
        await this.sendScores();
        break;
      case 'watch':
      case 'unwatch':
        this.watch(command);
        await this.sendScores();
        break;
      case 'change-engine':
        await this.changeEngine(command.engine);
        break;
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

  private async changeEngine(name: EngineName): Promise<void> {
    const state = await this.engine.getState();
    try {
      const engine = await this.openEngine(name);
      await engine.setState(state);
      await this.engine.dispose();
      this.engine = engine;
      await this.keep();
    } catch {
      // The whole reason with its remedy is too long for the screen's one line.
      this.post({
        type: 'warning',
        message: `${name} cannot run here; ${commandLine('doctor')} says why and what to do`,
      });
    }
    this.tellEngine();
    await this.sendScores();
  }

  /** Goes on with wasm if the engine's device is lost; any other error is the caller's. */
  private async fallBack(error: unknown): Promise<void> {
    const lost = this.engine;
    const works = await lost.getState().then(
      () => true,
      () => false,
    );
    if (works || this.kept === undefined) throw error;
    this.engine = await this.openEngine(dependableEngine);
    await this.engine.setState(this.kept);
    this.post({type: 'warning', message: `${messageOf(error)}; ${dependableEngine} goes on from the last epoch`});
    this.tellEngine();
    await lost.dispose().catch(() => undefined);
    await this.sendScores();
  }

  private async keep(): Promise<void> {
    this.kept = await this.engine.getState();
  }

  private tellEngine(): void {
    const {name: engine, device, threads} = this.engine;
    this.post({type: 'engine-changed', engine, device, threads});
  }

  private async run(options: RunOptions): Promise<void> {
    const {engine, dataset, seed, finishedEpochs} = this;
    const began = performance.now();
    const keep = (state: NetworkState): void => {
      this.kept = state;
    };
    const events = train({engine, dataset, seed, finishedEpochs, keep}, options, () => this.inbox.endsRun);
    try {
      for await (const event of events) await this.passOn(event, options);
    } catch (error) {
      await this.fallBack(error);
      const seconds = (performance.now() - began) / 1000;
      const end = {type: 'end', reason: 'stopped', epochs: this.finishedEpochs, seconds} as const;
      this.post({...end, model: await this.save(options.saveTo)});
    }
  }

  private async passOn(event: TrainingEvent, options: RunOptions): Promise<void> {
    if (event.type === 'epoch') this.finishedEpochs = event.epoch;
    this.post(event.type === 'end' ? {...event, model: await this.save(options.saveTo)} : event);
    // Let commands arrive, then look at the digit that is being watched.
    await new Promise(resolve => setImmediate(resolve));
    for (const command of this.inbox.takeWatching()) this.watch(command);
    if (event.type === 'progress' || event.type === 'end') await this.sendScores();
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
