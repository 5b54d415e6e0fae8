/**
 * How fast training is let run. A number is steps a second. `watch` spends equal time on equal ratios of steps, since
 * that is how learning goes; `full` is as fast as the engine can.
 */
export type Pace = 'watch' | 1 | 5 | 25 | 100 | 400 | 'full';

/** The speeds that `slower` and `faster` go through. */
const speeds = [1, 5, 25, 100, 400, 'full'] as const;

/** The paces that can be chosen, the usual one first, then from slow to fast. */
export const paces: readonly Pace[] = ['watch', ...speeds];

/** At `watch`, a step taken at `k` steps comes after `scale / (2 + k)` seconds: seven epochs of MNIST take 12 seconds. */
const scale = 12 / Math.log(1 + 3276 / 2);

/** By how many milliseconds a step may be late and the steps after it are still due when they were. */
const patience = 100;

/**
 * Steps a second at a pace.
 * @param k steps taken since training was begun or continued
 */
export function speedOf(pace: Pace, k: number): number {
  if (pace === 'full') return Number.POSITIVE_INFINITY;
  return pace === 'watch' ? (2 + k) / scale : pace;
}

/** The next speed below the present one; the slowest has none below. */
export const slower = (pace: Pace, k: number): Pace =>
  speeds.findLast(speed => speedOf(speed, k) < speedOf(pace, k)) ?? speeds[0];

/** The next speed above the present one; the fastest has none above. */
export const faster = (pace: Pace, k: number): Pace =>
  speeds.find(speed => speedOf(speed, k) > speedOf(pace, k)) ?? 'full';

/** The milliseconds in which training goes from step `a` to step `b`, both counted from where it was begun or continued. */
export function millisecondsBetween(pace: Pace, a: number, b: number): number {
  if (pace === 'full') return 0;
  return 1000 * (pace === 'watch' ? scale * Math.log((2 + b) / (2 + a)) : (b - a) / pace);
}

/** The step that is reached so many milliseconds after step `a`, with its fraction. */
function stepAfter(pace: Pace, a: number, milliseconds: number): number {
  if (pace === 'full') return Number.POSITIVE_INFINITY;
  const seconds = milliseconds / 1000;
  return pace === 'watch' ? (2 + a) * Math.exp(seconds / scale) - 2 : a + seconds * pace;
}

/**
 * Says when steps are due. Steps are counted from where training was begun or continued, times are milliseconds of one
 * clock. Lateness is not made up: where a step is taken much too late, the next ones are counted from then on.
 */
export class PaceClock {
  private from = 0;
  private since = 0;
  private pace: Pace = 'full';

  /** Counts anew: step `k` was taken now. */
  start(pace: Pace, k: number, now: number): void {
    this.pace = pace;
    this.from = k;
    this.since = now;
  }

  /** Leaves out time that was not spent on training. */
  leaveOut(milliseconds: number): void {
    this.since += milliseconds;
  }

  /** How long it is until the step after the `k`-th is due; not above 0 when it is. */
  wait(k: number, now: number): number {
    return this.since + millisecondsBetween(this.pace, this.from, k + 1) - now;
  }

  /** How many steps after the `k`-th a call takes now: those that are due, at least one. */
  due(k: number, now: number): number {
    if (this.pace !== 'full' && this.wait(k, now) < -patience) this.start(this.pace, k + 1, now);
    return Math.max(1, Math.floor(stepAfter(this.pace, this.from, now - this.since)) - k);
  }
}
