import {outputSize} from './architecture.js';
import type {LossName} from './losses.js';

/**
 * The answers as they stand on a circle, clockwise from the top: so that those that a network takes for each other are
 * neighbours, and a digit in doubt hangs between two corners and not in the middle.
 */
export const wheelOrder: readonly number[] = [0, 6, 5, 3, 8, 1, 2, 7, 9, 4];

/** How sharply a larger score draws a digit to its corner: scores of squared errors are about 1 apart. */
const sharpness: Readonly<Record<LossName, number>> = {mse: 6, 'cross-entropy': 1};

/** Where an answer's corner is on the unit circle: to the right of the middle, and above it. */
export function corner(answer: number): readonly [x: number, y: number] {
  const angle = (2 * Math.PI * wheelOrder.indexOf(answer)) / wheelOrder.length;
  return [Math.sin(angle), Math.cos(angle)];
}

/**
 * Where digits hang between the ten answers: each at the sum of the corners, weighted by softmax of
 * 6 · score; with cross-entropy of the scores themselves, which are its probabilities.
 * @param scores count × 10
 * @returns count × 2: x and y of each, within the unit circle
 */
export function wheelPositions(scores: Float32Array, loss: LossName = 'mse'): Float64Array {
  const corners = Float64Array.from({length: 2 * outputSize}, (_, place) => corner(place >> 1)[place % 2]);
  const positions = new Float64Array((scores.length / outputSize) * 2);
  for (let index = 0; index < positions.length / 2; index++) {
    const first = index * outputSize;
    let largest = scores[first];
    for (let answer = 1; answer < outputSize; answer++) largest = Math.max(largest, scores[first + answer]);
    let [sum, right, up] = [0, 0, 0];
    for (let answer = 0; answer < outputSize; answer++) {
      const pull = Math.exp(sharpness[loss] * (scores[first + answer] - largest));
      sum += pull;
      right += pull * corners[2 * answer];
      up += pull * corners[2 * answer + 1];
    }
    positions[2 * index] = right / sum;
    positions[2 * index + 1] = up / sum;
  }
  return positions;
}
