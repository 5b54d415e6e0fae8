import type {Engine} from '../engines/engine.js';
import type {NetworkState} from '../network/network-state.js';
import {type Beginning, nextBeginning} from './begin.js';
import {Course} from './course.js';
import {CurrentEngine, type EngineTried} from './current-engine.js';
import {faultOf} from './fault.js';
import {isFollowed, Lane} from './lane.js';
import type {Command, EndReason, TrainingEvent, Wish} from './protocol.js';
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
  private readonly course: Course;

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
    this.course = new Course(() => this.weights.isWatched);
    this.lane = this.newLane(1, begun);
  }

  /** The stretch that goes on. */
  get stretch(): number | undefined {
    return this.lane.stretch;
  }

  /** Opens the run that the worker begins with. */
  async start(): Promise<void> {
    await this.engine.now.setState(this.begun.state);
    await this.open(this.begun);
  }

  private async open({about, warning}: Beginning): Promise<void> {
    this.tellStatus();
    this.post({type: 'opened', run: this.lane.number, ...about});
    await this.sendWeights();
    if (warning !== undefined) this.post(warning);
  }

  /** How many milliseconds it is until there is something to do; infinitely many: until there is a message. */
  get wait(): number {
    const wait = this.course.wait(this.lane);
    return Number.isFinite(wait) ? Math.min(wait, this.weights.wait(this.lane)) : wait;
  }

  /**
   * Sees to it that what goes on is what is wished for: ends a stretch, begins another, or has the one that goes on take
   * over the rest of the wish.
   */
  async follow(wish: Wish): Promise<void> {
    const {stretch, options} = wish;
    if (this.stretch !== undefined && this.stretch !== stretch) {
      await this.attempt(() => this.tellMoment());
      await this.stop();
    }
    if (stretch === undefined) return;
    const {lane, course} = this;
    const changes = course.change(wish) || options.learningRate !== lane.record.settings.learningRate;
    if (stretch > this.lastStretch) await this.begin(stretch, wish);
    else if (stretch === lane.stretch) {
      lane.record.changeRate(options.learningRate);
      this.tellStatus();
      if (changes) course.restart(lane);
      if (course.isPaused) await this.tellMoment();
    }
  }

  private async begin(stretch: number, wish: Wish): Promise<void> {
    const {lane, course, engine} = this;
    this.lastStretch = stretch;
    lane.begin(stretch, wish, this.around, () => ({engine: engine.now, most: () => course.most(lane)}));
    this.tellStatus();
    await this.pull();
    course.restart(lane);
  }

  /** Carries the weights over to an engine that was tried. */
  async changeEngine(tried: EngineTried): Promise<void> {
    await this.engine.change(tried);
    this.course.restart(this.lane);
  }

  /** Takes one step of a stretch that is paused. */
  async step(): Promise<void> {
    if (this.stretch !== undefined && this.course.isPaused) await this.pull();
  }

  /** Trains on and sends the weights, each when it is time. */
  async goOn(): Promise<void> {
    if (this.course.wait(this.lane) <= 0) await this.pull();
    if (Number.isFinite(this.wait)) await this.weights.sendIfAwaited(this.lane, this.engine.now);
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
    if (event.type === 'moment') this.course.leaveOut(began);
    if (isFollowed(event)) return this.pull();
    if (event.type !== 'epoch') await this.tellMoment();
  }

  /** Tells of the network as it is now, where that is a moment. */
  private async tellMoment(): Promise<void> {
    const moment = await this.course.moment(this.lane, this.engine.now, this.around.dataset.test);
    if (moment !== undefined) this.post(moment);
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
  async reset({run, type: _, ...beginning}: Extract<Command, {type: 'reset'}>): Promise<void> {
    await this.stop();
    const begun = await nextBeginning(beginning, this.around.dataset);
    await this.give(begun.state);
    this.lane = this.newLane(run, begun, this.lane.saver);
    await this.open(begun);
  }

  private newLane(run: number, {record, state, file}: Beginning, former?: RunSaver): Lane {
    const onFault = (message: string): void => this.post({type: 'warning', what: 'save', message});
    const saver = new RunSaver(this.around.save, onFault, former);
    if (file !== undefined) saver.goOnIn(file);
    return new Lane(run, record, saver, state);
  }

  /** Gives the engine a network; one that cannot take it is replaced. */
  private give(state: NetworkState): Promise<void> {
    return this.engine.now.setState(state).catch(error => this.engine.fallBack(state, error));
  }

  /** Sends the weights and what the optimiser remembers, where they are not what was sent last. */
  async sendWeights(): Promise<void> {
    const {weights} = this;
    while (!weights.hasSentWhole(this.lane)) await this.attempt(() => weights.sendWhole(this.lane, this.engine.now));
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
    const phase = stretch === undefined ? 'idle' : this.course.isPaused ? 'paused' : 'training';
    this.around.status.update({phase, ...now});
  }

  private post(event: TrainingEvent): void {
    this.around.port.postMessage(event);
  }
}
