import type {Parameters, Weights} from '../../source/network/network-state.js';

/** The derivative of the loss by one parameter, from its values a little to both sides. */
export function finiteDifference(
  weights: Weights,
  name: keyof Parameters,
  place: number,
  loss: (weights: Weights) => number,
): number {
  const nudge = 2 ** -10;
  const at = (offset: number): number => {
    const values = Float32Array.from(weights[name]);
    values[place] += offset;
    return loss({...weights, [name]: values});
  };
  const exact = Float32Array.of(weights[name][place] + nudge, weights[name][place] - nudge);
  return (at(nudge) - at(-nudge)) / (exact[0] - exact[1]);
}
