/** How much longer the slowest of some rounds may take than the fastest, on a machine that does nothing else. */
const spread = 1.2;

/** Whether rounds of the same work took about as long as each other: else the machine was loaded, and figures are luck. */
export const isSteady = (rounds: readonly number[]): boolean => Math.max(...rounds) <= spread * Math.min(...rounds);
