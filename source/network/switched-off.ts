import type {Weights} from './network-state.js';

/** The network in which some hidden units add nothing to any score. What is trained is not changed by it. */
export function withoutUnits(weights: Weights, off: readonly number[]): Weights {
  if (off.length === 0) return weights;
  const width = weights.hiddenBias.length;
  const outputWeight = weights.outputWeight.slice();
  for (const unit of off) for (let place = unit; place < outputWeight.length; place += width) outputWeight[place] = 0;
  return {...weights, outputWeight};
}
