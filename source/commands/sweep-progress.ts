import {duration} from '../text/format.js';
import type {RunSettings} from '../training/formats/run-info.js';
import {costOf, epochCost} from '../training/sweep/cost.js';

/** How far a sweep is, and how long it will still take. */
export class SweepProgress {
  private readonly total: number;
  /** The cost of runs that are done, and of epochs of those that go on. */
  private spent = 0;
  private readonly going = new Map<RunSettings, number>();
  private done = 0;
  private began: number | undefined;

  /** @param runs what is to be trained */
  constructor(
    private readonly runs: readonly RunSettings[],
    private readonly trainCount: number,
  ) {
    this.total = runs.reduce((sum, settings) => sum + costOf(settings, trainCount), 0);
  }

  /** Training begins. */
  begin(now: number): void {
    this.began ??= now;
  }

  addEpoch(settings: RunSettings): void {
    this.going.set(settings, (this.going.get(settings) ?? 0) + epochCost(settings, this.trainCount));
  }

  addRun(settings: RunSettings): void {
    this.going.delete(settings);
    this.spent += costOf(settings, this.trainCount);
    this.done++;
  }

  /** `Run 12 of 75, about 40 s left`; a run that stops early makes it less. */
  text(now: number): string {
    const spent = [...this.going.values()].reduce((sum, cost) => sum + cost, this.spent);
    const counted = `${this.done} of ${this.runs.length} runs done`;
    if (spent === 0 || this.began === undefined) return counted;
    const left = ((now - this.began) / 1000) * (this.total / spent - 1);
    return `${counted}, about ${duration(Math.max(0, left))} left`;
  }
}
