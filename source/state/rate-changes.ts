/** Learning rates of a run, each with the steps after which it began to hold. */
export type RateChanges = readonly {readonly step: number; readonly learningRate: number}[];

/** Learning rates with one from a step on; those that no step was taken with are none. */
export function withRate(rates: RateChanges, step: number, learningRate: number): RateChanges {
  const used = rates.filter(rate => rate.step < step);
  return used.at(-1)?.learningRate === learningRate ? used : [...used, {step, learningRate}];
}
