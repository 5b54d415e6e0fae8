import type {MessagePort} from 'node:worker_threads';
import {type Dataset, digit, type Split} from '../dataset/dataset.js';
import type {Engine} from '../engines/engine.js';
import {initialState} from '../network/initial-state.js';
import type {NetworkState} from '../network/network-state.js';
import {beginning} from './begin.js';
import {CurrentEngine, type Engines} from './current-engine.js';
import {faultOf} from './fault.js';
import {type Aside, Inbox, type Message} from './inbox.js';
import {train} from './loop.js';
import type {RunOptions, TrainingEvent, WorkerSettings} from './protocol.js';
import {RunRecord} from './run-record.js';
import {RunSaver} from './runs/saver.js';

/**
 * The training worker's life: it carries out commands until `close`, one at a time, in order. A command that fails ends
 * the run and is told of; the worker goes on. When an engine's device is lost, it goes on with the wasm engine and the
 * weights of the last epoch.
 */
export class TrainingWorker {
  private readonly inbox: Inbox;
  private readonly engine: CurrentEngine;
  private watched: {split: Split; index: number} | undefined;
  private record: RunRecord;
  private saver: RunSaver;
  /** What is left when a device is lost: the weights after the last epoch. */
  private kept: NetworkState | undefined;

  /** @param engine works, and has the dataset */
  constructor(
    private readonly port: MessagePort,
    private readonly dataset: Dataset,
    engine: Engine,
    private readonly settings: WorkerSettings,
    engines: Engines,
  ) {
    const post = (event: TrainingEvent): void => this.post(event);
    this.inbox = new Inbox(port);
    this.engine = new CurrentEngine(engine, engines, post, tried => this.inbox.add(tried));
    this.record = new RunRecord(settings.seed, settings.hidden, dataset);
    this.saver = new RunSaver(settings.save, message => this.post({type: 'warning', what: 'save', message}));
  }

  async live(): Promise<void> {
    const {dataset, settings} = this;
    const {state, record, file, about, warning} = await beginning(settings, dataset);
    this.record = record;
    if (file !== undefined) this.saver.goOnIn(file);
    await this.engine.now.setState(state);
    this.kept = state;
    const {name, device, threads} = this.engine.now;
    const {hidden, seed} = record;
    const {name: title, path} = dataset;
    this.post({type: 'ready', dataset: {name: title, path}, engine: name, device, threads, hidden, seed, ...about});
    if (warning !== undefined) this.post({type: 'warning', what: 'dataset', message: warning});
    for (;;) {
      const message = await this.inbox.next();
      if (message.type === 'close') break;
      try {
        await this.carryOut(message);
      } catch (error) {
        await this.recover(error);
      }
    }
    await this.engine.now.dispose();
    this.port.close();
  }

  private async carryOut(message: Exclude<Message, {type: 'close'}>): Promise<void> {
    switch (message.type) {
      case 'train': {
        const {type: _, ...options} = message;
        await this.run(options);
        break;
      }
      case 'stop':
        break;
      case 'reset':
        await this.startAfresh(message.seed);
        this.post({type: 'reset-done', seed: message.seed});
        await this.sendScores();
        break;
      case 'change-engine':
        await this.attend(message);
        break;
      case 'watch':
      case 'unwatch':
      case 'engine-tried':
        await this.attend(message);
        await this.sendScores();
        break;
    }
  }

  /** Carries out what leaves a run as it is. */
  private async attend(message: Aside): Promise<void> {
    switch (message.type) {
      case 'watch':
        this.watched = {split: message.split, index: message.index};
        break;
      case 'unwatch':
        this.watched = undefined;
        break;
      case 'change-engine':
        this.engine.wish(message.engine);
        break;
      case 'engine-tried':
        await this.engine.change(message);
        break;
    }
  }

  private async startAfresh(seed: number): Promise<void> {
    const {hidden} = this.record;
    const state = initialState(hidden, seed);
    await this.engine.now.setState(state);
    // Until here the old run is whole, and goes on if the engine cannot take the new weights.
    this.kept = state;
    this.record = new RunRecord(seed, hidden, this.dataset);
    this.saver.beginRun();
  }

  /** Tells of an error and makes the worker whole again; returns the network's state. */
  private async recover(error: unknown): Promise<NetworkState> {
    const state = await this.engine.now.getState().catch(() => undefined);
    if (state !== undefined) {
      this.post({type: 'warning', what: 'fault', ...faultOf(error)});
      return state;
    }
    if (this.kept === undefined) throw error;
    await this.engine.fallBack(this.kept, error);
    this.record.backToEpoch();
    // What keeps the new engine from it, the next command runs into, too.
    await this.sendScores().catch(() => undefined);
    return this.kept;
  }

  private async run(options: RunOptions): Promise<void> {
    const {dataset, record} = this;
    const began = performance.now();
    const keep = (state: NetworkState): void => {
      this.kept = state;
    };
    const engine = (): Engine => this.engine.now;
    const run = {engine, dataset, seed: record.seed, keep, ...record.begin(options)};
    let ended = false;
    try {
      for await (const event of train(run, options, () => this.inbox.endsRun)) {
        await this.tell(event);
        ended = event.type === 'end';
        await this.pauseAfter(event);
      }
    } catch (error) {
      const state = await this.recover(error);
      if (ended) return;
      const {epochs, learned} = record;
      const seconds = (performance.now() - began) / 1000;
      this.post({type: 'end', reason: 'stopped', epochs, seconds, learned, model: await this.save(state)});
    }
  }

  private async tell(event: TrainingEvent): Promise<void> {
    this.record.add(event);
    if (event.type === 'epoch' && this.kept !== undefined) this.saver.saveSoon(this.kept, this.record.info());
    if (event.type === 'end' && event.reason === 'diverged') this.record.backToEpoch();
    this.post(event.type === 'end' ? {...event, model: await this.save(await this.engine.now.getState())} : event);
  }

  /** Lets commands arrive between two calls of the engine, then looks at the digit that is being watched. */
  private async pauseAfter({type}: TrainingEvent): Promise<void> {
    await new Promise(resolve => setImmediate(resolve));
    for (const message of this.inbox.takeAsides()) await this.attend(message);
    if (type === 'progress' || type === 'end') await this.sendScores();
  }

  /** Saves the weights, unless not a step was taken; returns where. */
  private async save(state: NetworkState): Promise<string | undefined> {
    return state.step === 0 ? undefined : this.saver.save(state, this.record.info());
  }

  private async sendScores(): Promise<void> {
    if (this.watched === undefined) return;
    const {split, index} = this.watched;
    const scores = await this.engine.now.predict(digit(this.dataset[split], index));
    this.post({type: 'scores', split, index, scores: [...scores]});
  }

  private post(event: TrainingEvent): void {
    this.port.postMessage(event);
  }
}
