/** How long the whole trial may take, in milliseconds. */
const budget = 500;
/** Steps of one measurement, and measurements of one number of threads; the fastest counts. */
const trialSteps = 12;
const rounds = 8;
/** How much faster more threads have to be to be worth it. */
const worthwhile = 0.95;

/**
 * Finds out how many threads train fastest: one, two, four and so on up to what the machine has. Machines of more than
 * two cores keep one for the screen.
 * @param cores threads that the machine runs at once
 * @param train takes so many steps with so many threads
 */
export async function fastestThreads(
  cores: number,
  train: (threads: number, steps: number) => Promise<void>,
): Promise<number> {
  const most = cores <= 2 ? cores : cores - 1;
  const candidates = [...new Set([1, 2, 4, 8, 16, most])].filter(threads => threads <= most).sort((a, b) => a - b);
  const end = performance.now() + budget;
  let best = {threads: 1, milliseconds: Number.POSITIVE_INFINITY};
  for (const threads of candidates) {
    // The first rounds warm up: code is compiled, and the system spreads the threads over its cores.
    let milliseconds = Number.POSITIVE_INFINITY;
    for (let round = 0; round < rounds && performance.now() < end; round++) {
      const began = performance.now();
      await train(threads, trialSteps);
      milliseconds = Math.min(milliseconds, performance.now() - began);
    }
    if (milliseconds < best.milliseconds * worthwhile) best = {threads, milliseconds};
    else if (threads >= 4) break;
    if (performance.now() > end) break;
  }
  await train(best.threads, 1);
  return best.threads;
}
