/** Decay of Adam's first moment (torch.optim.Adam's beta1). */
export const beta1 = 0.9;

/** Decay of Adam's second moment; the tutorial sets 0.99 where the usual default is 0.999. */
export const beta2 = 0.99;

/** What Adam adds to the root of the second moment, against a division by zero. */
export const epsilon = 1e-8;

/**
 * Adam's two numbers of one step, with both bias corrections folded in, so that the update of a weight w with
 * moments m and v is `w -= rate × m / (√v + epsilon)`. This equals torch.optim.Adam's
 * `lr × (m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + ε)` (Kingma and Ba 2015, section 2).
 * @param step number of the step, counted from 1
 */
export function adamStep(learningRate: number, step: number): {readonly rate: number; readonly epsilon: number} {
  const root = Math.sqrt(1 - beta2 ** step);
  return {rate: (learningRate * root) / (1 - beta1 ** step), epsilon: epsilon * root};
}
