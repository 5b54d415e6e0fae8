import type {MessagePort} from 'node:worker_threads';
import {type Dataset, digit, type Split} from '../dataset/dataset.js';
import {dependableEngine, type EngineName} from '../engines/catalogue.js';
import type {Engine} from '../engines/engine.js';
import {messageOf, printable} from '../errors.js';
import {commandLine} from '../invocation.js';
import {initialState} from '../network/initial-state.js';
import type {NetworkState} from '../network/network-state.js';
import {beginning} from './begin.js';
import {Inbox, type WatchCommand} from './inbox.js';
import {train} from './loop.js';
import type {Command, RunOptions, TrainingEvent, WorkerSettings} from './protocol.js';
import {RunRecord} from './run-record.js';
import {RunSaver} from './runs/saver.js';

/**
 * The training worker's life: it carries out commands until `close`, one at a time, in order. When an engine's device is
 * lost, it goes on with the wasm engine and the weights of the last epoch.
 */
export class TrainingWorker {
  private readonly inbox: Inbox;
  private watched: {split: Split; index: number} | undefined;
  private record: RunRecord;
  private saver: RunSaver;
  /** What is left when a device is lost: the weights after the last epoch. */
  private kept: NetworkState | undefined;

  /** @param openEngine gives an engine that works and has the dataset, or throws a UserError */
  constructor(
    private readonly port: MessagePort,
    private readonly dataset: Dataset,
    private engine: Engine,
    private readonly settings: WorkerSettings,
    private readonly openEngine: (name: EngineName) => Promise<Engine>,
  ) {
    this.inbox = new Inbox(port);
    this.record = new RunRecord(settings.seed, settings.hidden, dataset);
    this.saver = new RunSaver(settings.save, message => this.post({type: 'warning', what: 'save', message}));
  }

  async live(): Promise<void> {
    const {dataset, engine, settings} = this;
    const {state, record, file, about, warning} = await beginning(settings, dataset);
    this.record = record;
    if (file !== undefined) this.saver.goOnIn(file);
    await engine.setState(state);
    const {name, device, threads} = engine;
    const {hidden, seed} = record;
    const {name: title, path} = dataset;
    this.post({type: 'ready', dataset: {name: title, path}, engine: name, device, threads, hidden, seed, ...about});
    if (warning !== undefined) this.post({type: 'warning', what: 'dataset', message: warning});
    await this.keep();
    for (;;) {
      const command = await this.inbox.next();
      if (command.type === 'close') break;
      try {
        await this.carryOut(command);
      } catch (error) {
        await this.fallBack(error);
      }
    }
    await this.engine.dispose();
    this.port.close();
  }

  private async carryOut(command: Exclude<Command, {type: 'close'}>): Promise<void> {
    switch (command.type) {
      case 'train': {
        const {type: _, ...options} = command;
        await this.run(options);
        break;
      }
      case 'stop':
        break;
      case 'reset':
        await this.startAfresh(command.seed);
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

  private async startAfresh(seed: number): Promise<void> {
    const {hidden} = this.record;
    this.record = new RunRecord(seed, hidden, this.dataset);
    this.saver.beginRun();
    await this.engine.setState(initialState(hidden, seed));
    await this.keep();
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
        what: 'engine',
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
    this.post({
      type: 'warning',
      what: 'engine',
      message: `${printable(messageOf(error))}; ${dependableEngine} goes on from the last epoch`,
    });
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
    const {engine, dataset, record} = this;
    const began = performance.now();
    const keep = (state: NetworkState): void => {
      this.kept = state;
    };
    const run = {engine, dataset, seed: record.seed, keep, ...record.begin(options)};
    const events = train(run, options, () => this.inbox.endsRun);
    try {
      for await (const event of events) await this.passOn(event);
    } catch (error) {
      await this.fallBack(error);
      record.backToEpoch();
      const {epochs, learned} = record;
      const seconds = (performance.now() - began) / 1000;
      this.post({type: 'end', reason: 'stopped', epochs, seconds, learned, model: await this.save()});
    }
  }

  private async passOn(event: TrainingEvent): Promise<void> {
    this.record.add(event);
    if (event.type === 'epoch' && this.kept !== undefined) this.saver.saveSoon(this.kept, this.record.info());
    if (event.type === 'end' && event.reason === 'diverged') this.record.backToEpoch();
    this.post(event.type === 'end' ? {...event, model: await this.save()} : event);
    // Let commands arrive, then look at the digit that is being watched.
    await new Promise(resolve => setImmediate(resolve));
    for (const command of this.inbox.takeWatching()) this.watch(command);
    if (event.type === 'progress' || event.type === 'end') await this.sendScores();
  }

  /** Saves the weights, unless not a step was taken; returns where. */
  private async save(): Promise<string | undefined> {
    const state = await this.engine.getState();
    return state.step === 0 ? undefined : this.saver.save(state, this.record.info());
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
