import type {SplitData} from '../dataset/dataset.js';
import type {Engine} from '../engines/engine.js';
import type {Lane} from './lane.js';
import {isEarlyMoment, stepsToMoment} from './moments.js';
import {type Pace, PaceClock} from './pace.js';
import type {TrainingEvent, Wish} from './protocol.js';

/** How a lane's stretch of training is let run: whether and when it goes on, by how many steps, and which are moments. */
export class Course {
  private paused = false;
  private pace: Pace = 'full';
  private readonly clock = new PaceClock();

  /** @param isWatched whether there is a screen */
  constructor(private readonly isWatched: () => boolean) {}

  get isPaused(): boolean {
    return this.paused;
  }

  /** Takes over what is wished for; returns whether that is another course than before. */
  change({paused, pace}: Wish): boolean {
    const changes = paused !== this.paused || pace !== this.pace;
    this.paused = paused;
    this.pace = pace;
    return changes;
  }

  /** Counts the time of the next steps from now on. */
  restart({stepInStretch}: Lane): void {
    this.clock.start(this.pace, stepInStretch, performance.now());
  }

  /** Leaves out the time since then, which was not spent on training. */
  leaveOut(since: number): void {
    this.clock.leaveOut(performance.now() - since);
  }

  /** How many milliseconds it is until the lane trains on; not above 0 when it does now. */
  wait({stretch, stepInStretch}: Lane): number {
    if (stretch === undefined || this.paused) return Number.POSITIVE_INFINITY;
    return this.clock.wait(stepInStretch, performance.now());
  }

  /** The most steps that the lane's next call may take. */
  most({step, stepInStretch}: Lane): number {
    if (this.paused) return 1;
    const due = this.clock.due(stepInStretch, performance.now());
    return this.hasEarlyMoments ? Math.min(due, stepsToMoment(step)) : due;
  }

  /** The network as it is now, within an epoch, where that is a moment to tell of; at full pace without its evaluation. */
  async moment(lane: Lane, engine: Engine, test: SplitData): Promise<TrainingEvent | undefined> {
    if (!this.isMoment(lane)) return undefined;
    const began = performance.now();
    const moment = await lane.moment(engine, this.paused || this.pace !== 'full' ? test : undefined);
    this.leaveOut(began);
    return moment;
  }

  private isMoment({step, isEvaluated}: Lane): boolean {
    if (this.paused) return !isEvaluated;
    return isEarlyMoment(step) && (step === 0 || this.hasEarlyMoments);
  }

  /** Without a screen, at full pace, nobody would see the moments within an epoch, and they would take time. */
  private get hasEarlyMoments(): boolean {
    return this.pace !== 'full' || this.isWatched();
  }
}
