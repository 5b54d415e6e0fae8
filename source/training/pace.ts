/**
 * How fast training is let run. A number is steps a second. `watch` spends equal time on equal ratios of steps, since
 * that is how learning goes; `full` is as fast as the engine can.
 */
export type Pace = 'watch' | 1 | 5 | 25 | 100 | 400 | 'full';

/** The paces that can be chosen, the usual one first, then from slow to fast. */
export const paces: readonly Pace[] = ['watch', 1, 5, 25, 100, 400, 'full'];

/** To be replaced on merging. */
export const slower = (pace: Pace, _k: number): Pace => pace;
/** To be replaced on merging. */
export const faster = (pace: Pace, _k: number): Pace => pace;
