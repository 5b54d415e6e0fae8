import type {Engine} from '../engines/engine.js';
import {initialState} from '../network/initial-state.js';
import type {NetworkState} from '../network/network-state.js';
import type {Beginning} from './begin.js';
import {CurrentEngine, type EngineTried} from './current-engine.js';
import {faultOf} from './fault.js';
import {Lane} from './lane.js';
import {isEarlyMoment, stepsToMoment} from './moments.js';
import {type Pace, PaceClock} from './pace.js';
import type {EndReason, TrainingEvent, Wish} from './protocol.js';
import {RunRecord} from './run-record.js';
import {RunSaver} from './runs/saver.js';
import type {Surroundings} from './surroundings.js';
import {WeightsSender} from './weights-sender.js';

/**
 * Trains the run that the worker holds, and tells of it. What fails ends the stretch of training and is told of; when an
 * engine's device is lost, the wasm engine takes its place, with the weights of the last epoch.
 */
export class Runner {
  readonly engine: CurrentEngine;
  readonly weights: WeightsSender;
  private lane: Lane;
  /** The stretch that goes on or has ended last. */
  private lastStretch = 0;
  private isPaused = false;
  private pace: Pace = 'full';
  private readonly clock = new PaceClock();

  /** @param onTried is told when the trial of another engine is over */
  constructor(
    private readonly around: Surroundings,
    engine: Engine,
    private readonly begun: Beginning,
    onTried: (tried: EngineTried) => void,
  ) {
    const {port, engines, status} = around;
    this.engine = new CurrentEngine(engine, engines, event => this.post(event), status, onTried);
    this.weights = new WeightsSender(port);
    this.lane = this.newLane(1, begun.record, begun.state);
    if (begun.file !== undefined) this.lane.saver.goOnIn(begun.file);
  }

  /** The stretch that goes on. */
  get stretch(): number | undefined {
    return this.lane.stretch;
  }

  /** Opens the run that the worker begins with. */
  async start(): Promise<void> {
    const {state, about, warning} = this.begun;
    await this.engine.now.setState(state);
    await this.open(about);
    if (warning !== undefined) this.post({type: 'warning', what: 'dataset', message: warning});
  }

  private async open(about: Beginning['about']): Promise<void> {
    this.tellStatus();
    this.post({type: 'opened', run: this.lane.number, ...about});
    await this.sendWeights();
  }

  /** How many milliseconds it is until there is something to do; infinitely many: until there is a message. */
  get wait(): number {
    if (this.stretch === undefined || this.isPaused) return Number.POSITIVE_INFINITY;
    return Math.min(this.pullWait, this.weights.wait(this.lane));
  }

  private get pullWait(): number {
    return this.clock.wait(this.lane.stepInStretch, performance.now());
  }

  /**
   * Sees to it that what goes on is what is wished for: ends a stretch, begins another, or has the one that goes on take
   * over the rest of the wish.
   */
  async follow(wish: Wish): Promise<void> {
    const {stretch, options, paused, pace} = wish;
    if (this.stretch !== stretch) await this.stop();
    if (stretch === undefined) return;
    const begins = stretch > this.lastStretch;
    const {learningRate} = this.lane.record.settings;
    const changes = paused !== this.isPaused || pace !== this.pace || options.learningRate !== learningRate;
    this.isPaused = paused;
    this.pace = pace;
    if (begins) {
      this.lastStretch = stretch;
      this.lane.begin(stretch, options, this.around.dataset, () => ({engine: this.engine.now, most: () => this.most}));
    } else if (stretch === this.stretch) this.lane.record.changeRate(options.learningRate);
    this.tellStatus();
    if (begins) await this.pull();
    if (begins || changes) this.restartClock();
    await this.tellPause();
  }

  /** Counts the time of the next steps from now on. */
  restartClock(): void {
    this.clock.start(this.pace, this.lane.stepInStretch, performance.now());
  }

  /** The most steps that the next call may take. */
  private get most(): number {
    if (this.isPaused) return 1;
    const {step, stepInStretch} = this.lane;
    const due = this.clock.due(stepInStretch, performance.now());
    return this.hasEarlyMoments ? Math.min(due, stepsToMoment(step)) : due;
  }

  /** Without a screen, at full pace, there are no moments within an epoch: nobody would see them. */
  private get hasEarlyMoments(): boolean {
    return this.pace !== 'full' || this.weights.isWatched;
  }

  /** Takes one step of a stretch that is paused. */
  async step(): Promise<void> {
    if (this.stretch === undefined || !this.isPaused) return;
    await this.pull();
    await this.tellPause();
  }

  /** Trains on when it is time, and has the other thread see it. */
  async goOn(): Promise<void> {
    if (this.stretch === undefined || this.isPaused) return;
    if (this.pullWait <= 0) await this.pull();
    await this.weights.sendIfAwaited(this.lane, this.engine.now);
  }

  /** Trains a little and tells of it; between the last step of an epoch and its figures there is no stopping. */
  private async pull(): Promise<void> {
    const began = performance.now();
    const event = await this.lane.next();
    if (typeof event === 'string') {
      if (event === 'diverged') await this.give(this.lane.goBack());
      return this.end(event);
    }
    this.post(this.lane.told(event));
    if (event.type === 'moment') this.clock.leaveOut(performance.now() - began);
    if (event.type === 'moment' || (event.type === 'progress' && event.step === event.steps)) return this.pull();
    if (event.type !== 'epoch') await this.tellEarlyMoment();
  }

  /** Tells of a network within an epoch; at full pace there is no time for its evaluation. */
  private async tellEarlyMoment(): Promise<void> {
    const {step} = this.lane;
    if (isEarlyMoment(step) && (step === 0 || this.hasEarlyMoments)) await this.tellMoment(this.pace !== 'full');
  }

  /** Tells of the network that a stretch is paused at, once. */
  private async tellPause(): Promise<void> {
    if (this.isPaused && this.stretch !== undefined && !this.lane.isEvaluated) await this.tellMoment(true);
  }

  private async tellMoment(isEvaluated: boolean): Promise<void> {
    const began = performance.now();
    this.post(await this.lane.moment(this.engine.now, isEvaluated ? this.around.dataset.test : undefined));
    this.clock.leaveOut(performance.now() - began);
  }

  /** Ends the stretch that goes on, if any. */
  async stop(): Promise<void> {
    if (this.stretch !== undefined) await this.attempt(() => this.end('stopped'));
  }

  private async end(reason: EndReason, known = this.lane.state): Promise<void> {
    const facts = await this.lane.end(known ?? (await this.engine.now.getState()));
    this.tellStatus();
    this.post({type: 'end', reason, ...facts});
  }

  /** Ends the stretch that goes on, if any, and holds another run from now on. */
  async reset(run: number, seed: number): Promise<void> {
    await this.stop();
    const {hidden} = this.lane.record;
    const state = initialState(hidden, seed);
    await this.give(state);
    this.lane = this.newLane(run, new RunRecord(seed, hidden, this.around.dataset), state);
    await this.open({trained: false});
  }

  private newLane(run: number, record: RunRecord, state: NetworkState): Lane {
    const saver = new RunSaver(this.around.save, message => this.post({type: 'warning', what: 'save', message}));
    return new Lane(run, record, saver, state);
  }

  /** Gives the engine a network; one that cannot take it is replaced. */
  private give(state: NetworkState): Promise<void> {
    return this.engine.now.setState(state).catch(error => this.engine.fallBack(state, error));
  }

  /** Sends the weights where they are not those that were sent last. */
  async sendWeights(): Promise<void> {
    while (!this.weights.hasSent(this.lane)) await this.attempt(() => this.weights.send(this.lane, this.engine.now));
  }

  /** Does what may fail: then the worker is made whole again, and a stretch that goes on has ended. */
  async attempt(act: () => Promise<void> | void): Promise<void> {
    try {
      await act();
    } catch (error) {
      const state = await this.recover(error);
      if (this.lane.stretch !== undefined) await this.end('stopped', state);
    }
  }

  /** Tells of an error and sees to an engine that works; returns the network that it has. */
  private async recover(error: unknown): Promise<NetworkState> {
    const state = await this.engine.now.getState().catch(() => undefined);
    if (state !== undefined) {
      this.lane.step = state.step;
      this.post({type: 'warning', what: 'fault', ...faultOf(error)});
      return state;
    }
    const kept = this.lane.goBack();
    await this.engine.fallBack(kept, error);
    this.weights.forget();
    return kept;
  }

  private tellStatus(): void {
    const {number: run, record, stretch} = this.lane;
    const now = {run, stretch: this.lastStretch, settings: record.settings};
    const phase = stretch === undefined ? 'idle' : this.isPaused ? 'paused' : 'training';
    this.around.status.update({phase, ...now});
  }

  private post(event: TrainingEvent): void {
    this.around.port.postMessage(event);
  }
}
