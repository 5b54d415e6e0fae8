/** Where a step stands between the others: learning goes by ratios of steps, as the pace `watch` does. */
export const place = (step: number): number => Math.log(1 + step / 2);

/**
 * Which of some steps, in order, is missed the least: the one between the nearest two others. Never the first or the last.
 * @param kept the index of one that has to stay
 * @returns its index; undefined where none may go
 */
export function leastMissed(steps: readonly number[], kept: number): number | undefined {
  let least: {index: number; gap: number} | undefined;
  for (const [index] of steps.entries()) {
    const [before, after] = [steps[index - 1], steps[index + 1]];
    if (before === undefined || after === undefined || index === kept) continue;
    const gap = place(after) - place(before);
    if (least === undefined || gap < least.gap) least = {index, gap};
  }
  return least?.index;
}
