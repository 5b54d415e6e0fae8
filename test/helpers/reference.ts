import type {SplitData} from '../../source/dataset/dataset.js';
import type {Parameters} from '../../source/network/network-state.js';

/** The network in plain float64 arithmetic, written from its definition: what fast engines are compared with. */

const inputs = 784;
const outputs = 10;

/** The scores of one image. */
export function referenceScores(weights: Parameters, hidden: number, image: Uint8Array): number[] {
  const activations = Array.from({length: hidden}, (_, unit) => {
    let sum = weights.hiddenBias[unit];
    for (let pixel = 0; pixel < inputs; pixel++) {
      sum += (image[pixel] / 255) * weights.hiddenWeight[unit * inputs + pixel];
    }
    return Math.max(0, sum);
  });
  return Array.from({length: outputs}, (_, digit) =>
    activations.reduce(
      (sum, value, unit) => sum + value * weights.outputWeight[digit * hidden + unit],
      weights.outputBias[digit],
    ),
  );
}

/** Mean squared error of some images against their one-hot labels. */
export function referenceLoss(weights: Parameters, hidden: number, data: SplitData, indices: Iterable<number>): number {
  let sum = 0;
  let count = 0;
  for (const index of indices) {
    const scores = referenceScores(weights, hidden, data.images.subarray(index * inputs, (index + 1) * inputs));
    scores.forEach((score, digit) => {
      sum += (score - (digit === data.labels[index] ? 1 : 0)) ** 2;
    });
    count++;
  }
  return sum / (count * outputs);
}

/** The derivative of the loss by one parameter, from its values a little to both sides. */
export function finiteDifference(
  weights: Parameters,
  name: keyof Parameters,
  place: number,
  loss: (weights: Parameters) => number,
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
