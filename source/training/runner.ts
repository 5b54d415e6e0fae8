import type {Engine} from '../engines/engine.js';
import type {Beginning} from './begin.js';
import {Course} from './course.js';
import {CurrentEngine, type EngineTried} from './current-engine.js';
import {isFollowed, type Lane} from './lane.js';
import {Lanes} from './lanes.js';
import {NewLanes, type NewRun, type NewRuns} from './new-lanes.js';
import type {Command, EndReason, TrainingEvent, Wish} from './protocol.js';
import {recovered} from './recover.js';
import type {Surroundings} from './surroundings.js';
import {WeightsSender} from './weights-sender.js';

/**
 * Trains the run that the worker holds, and tells of it. What fails ends the stretch of training and is told of; when an
 * engine's device is lost, the wasm engine takes its place, with the weights of the last epoch.
 */
export class Runner {
  readonly engine: CurrentEngine;
  readonly weights: WeightsSender;
  private readonly newLanes: NewLanes;
  private readonly first: NewRun;
  private readonly lanes: Lanes;
  /** The stretch that goes on or has ended last. */
  private lastStretch = 0;
  private readonly course: Course;
  private readonly post = (event: TrainingEvent): void => this.around.port.postMessage(event);

  /** @param onTried is told when the trial of another engine is over */
  constructor(
    private readonly around: Surroundings,
    engine: Engine,
    begun: Beginning,
    onTried: (tried: EngineTried) => void,
  ) {
    this.engine = new CurrentEngine(engine, around.engines, this.post, around.status, onTried);
    this.weights = new WeightsSender(around.port);
    this.course = new Course(() => this.weights.isWatched);
    this.newLanes = new NewLanes(around, this.post);
    this.first = this.newLanes.begun(1, begun);
    this.lanes = new Lanes(this.first.lanes[0][0], this.engine);
  }

  /** Opens the run that the worker begins with. */
  async start(): Promise<void> {
    const [[, state]] = this.first.lanes;
    await this.engine.now.setState(state);
    await this.tellOpened(this.first);
  }

  private async tellOpened({lanes, about, warnings = []}: NewRuns): Promise<void> {
    this.tellStatus();
    for (const [{number: run}] of lanes) this.post({type: 'opened', run, ...about});
    for (const moment of this.lanes.open.keptMoments()) this.post(moment);
    await this.sendWeights();
    for (const warning of warnings) this.post(warning);
  }

  /** How many milliseconds it is until there is something to do; infinitely many: until there is a message. */
  get wait(): number {
    const wait = this.course.wait(this.lanes.next);
    return Number.isFinite(wait) ? Math.min(wait, this.weights.wait(this.lanes.open)) : wait;
  }

  /**
   * Sees to it that what goes on is what is wished for: ends a stretch, begins another, or has the one that goes on take
   * over the rest of the wish.
   */
  async follow(wish: Wish): Promise<void> {
    const {stretch, options, open} = wish;
    const {lanes, course} = this;
    if (lanes.look(open)) this.weights.look();
    this.tellStatus();
    if (lanes.stretch !== undefined && lanes.stretch !== stretch) {
      await this.attempt(() => this.tellMoments(lanes.running));
      await this.stop();
    }
    if (stretch === undefined) return;
    const isRate = lanes.open.own === undefined && options.learningRate !== lanes.open.record.settings.learningRate;
    const changes = course.change(wish) || isRate;
    if (stretch > this.lastStretch) await this.begin(stretch, wish);
    else if (stretch === lanes.stretch) {
      if (isRate) lanes.open.record.changeRate(options.learningRate);
      this.tellStatus();
      if (changes) course.restart(lanes.next);
      if (course.isPaused) await this.tellMoments(lanes.running);
    }
  }

  private async begin(stretch: number, wish: Wish): Promise<void> {
    const {lanes, course} = this;
    this.lastStretch = stretch;
    for (const warning of lanes.begin(stretch, wish, this.around, course)) this.post(warning);
    this.tellStatus();
    for (const lane of lanes.all) await this.pull(lane);
    course.restart(lanes.next);
  }

  /** Carries the weights over to an engine that was tried. */
  async changeEngine(tried: EngineTried): Promise<void> {
    await this.engine.change(tried);
    this.course.restart(this.lanes.next);
  }

  /** Takes one step of a stretch that is paused, in each of its runs. */
  async step(): Promise<void> {
    if (!this.course.isPaused) return;
    for (const lane of this.lanes.running) await this.pull(lane);
  }

  /** Trains on and sends the weights, each when it is time. */
  async goOn(): Promise<void> {
    const {lanes} = this;
    if (this.course.wait(lanes.next) <= 0) await this.pull(lanes.next);
    if (!Number.isFinite(this.wait) || this.weights.wait(lanes.open) > 0) return;
    await lanes.hold(lanes.open);
    await this.weights.sendIfAwaited(lanes.open, this.engine.now);
  }

  /** Trains a lane a little and tells of it; between the last step of an epoch and its figures there is no stopping. */
  private async pull(lane: Lane): Promise<void> {
    const began = performance.now();
    await this.lanes.hold(lane);
    const event = await lane.next();
    if (typeof event === 'string') {
      if (event === 'diverged') await this.lanes.give(lane.goBack());
      return this.endOf(lane, event);
    }
    this.post(lane.told(event));
    if (event.type === 'moment') this.course.leaveOut(began);
    if (isFollowed(event)) return this.pull(lane);
    if (event.type !== 'epoch') await this.tellMoments([lane]);
    if (event.type !== 'start') await lane.saveSoon(this.engine.now);
  }

  /** Tells of the lanes' networks as they are now, where those are moments. */
  private async tellMoments(lanes: readonly Lane[]): Promise<void> {
    for (const lane of lanes) {
      await this.lanes.hold(lane);
      const moment = await this.course.moment(lane, this.engine.now, this.around.dataset.test);
      if (moment !== undefined) this.post(moment);
    }
  }

  /** Ends the stretch that goes on, if any. */
  async stop(): Promise<void> {
    for (const lane of this.lanes.running) await this.attempt(() => this.endOf(lane, 'stopped'));
  }

  private async endOf(lane: Lane, reason: EndReason, known = lane.state): Promise<void> {
    if (known === undefined) await this.lanes.hold(lane);
    const facts = await lane.end(known ?? (await this.engine.now.getState()));
    this.tellStatus();
    this.post({type: 'end', reason, ...facts});
  }

  /** Ends the stretch that goes on, if any, and holds other runs from now on. */
  async open(command: Extract<Command, {type: 'reset' | 'race'}>): Promise<void> {
    await this.stop();
    const made = await this.newLanes.of(command, this.lanes.open.saver);
    await this.lanes.replace(made.lanes);
    await this.tellOpened(made);
  }

  /** Puts the runs that are held aside as they are, and holds those from now on that were put aside before, or a new one. */
  async swap({run, isLesson, wish, type: _, ...fresh}: Extract<Command, {type: 'swap'}>): Promise<void> {
    this.newLanes.isLesson = isLesson;
    await (isLesson ? this.engine.borrow(wish.engine) : this.engine.giveBack(wish.engine));
    const made = await this.lanes.swap(() => this.newLanes.afresh(run, fresh));
    if (made !== undefined) await this.tellOpened(made);
  }

  /** Ends every stretch, also that of runs that are put aside. */
  async end(): Promise<void> {
    await this.stop();
    if (await this.lanes.takeBack()) await this.stop();
  }

  /** Sends the weights and what the optimiser remembers, where they are not what was sent last. */
  async sendWeights(): Promise<void> {
    const {weights, lanes} = this;
    while (!weights.hasSentWhole(lanes.open)) {
      await this.attempt(async () => {
        await lanes.hold(lanes.open);
        await weights.sendWhole(lanes.open, this.engine.now);
      });
    }
  }

  /** Does what may fail: then the worker is made whole again, and a stretch that goes on has ended. */
  async attempt(act: () => Promise<void> | void): Promise<void> {
    try {
      await act();
    } catch (error) {
      const lane = this.lanes.present;
      const state = await recovered(error, lane, this.engine, this.weights, this.post);
      if (lane.stretch !== undefined) await this.endOf(lane, 'stopped', state);
      await this.stop();
    }
  }

  private tellStatus(): void {
    const {number: run, record} = this.lanes.open;
    const phase = this.lanes.stretch === undefined ? 'idle' : this.course.isPaused ? 'paused' : 'training';
    this.around.status.update({phase, run, stretch: this.lastStretch, settings: record.settings});
  }
}
