import {isSteady} from '../steady.js';

/** How long the whole trial may take, in milliseconds. */
const budget = 500;
/** Steps of one measurement, and measurements of one number of threads; the fastest counts. */
const trialSteps = 12;
const rounds = 8;
/** Rounds of each number that show whether the machine does anything else. */
const lastRounds = 4;
/** How much faster more threads have to be to be worth it. */
const worthwhile = 0.95;

/** How many threads train fastest, and whether the last rounds of each number took about as long as each other. */
export type TrialResult = {readonly threads: number; readonly isSteady: boolean};

/**
 * Finds out how many threads train fastest: one, two, four and so on up to what the machine has. Machines of more than
 * two cores keep one for the screen.
 * @param cores threads that the machine runs at once
 * @param train takes so many steps with so many threads
 */
export async function fastestThreads(
  cores: number,
  train: (threads: number, steps: number) => Promise<void>,
): Promise<TrialResult> {
  const most = cores <= 2 ? cores : cores - 1;
  const candidates = [...new Set([1, 2, 4, 8, 16, most])].filter(threads => threads <= most).sort((a, b) => a - b);
  const end = performance.now() + budget;
  let best = {threads: 1, milliseconds: Number.POSITIVE_INFINITY};
  let steady = true;
  for (const threads of candidates) {
    // The first rounds warm up: code is compiled, and the system spreads the threads over its cores.
    const times: number[] = [];
    while (times.length < rounds && performance.now() < end) {
      const began = performance.now();
      await train(threads, trialSteps);
      times.push(performance.now() - began);
    }
    const milliseconds = Math.min(...times);
    steady &&= times.length === rounds && isSteady(times.slice(-lastRounds));
    if (milliseconds < best.milliseconds * worthwhile) best = {threads, milliseconds};
    else if (threads >= 4) break;
    if (performance.now() > end) break;
  }
  await train(best.threads, 1);
  return {threads: best.threads, isSteady: steady};
}
