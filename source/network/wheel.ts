import {outputSize} from './architecture.js';

/**
 * The answers as they stand on a circle, clockwise from the top: so that those that a network takes for each other are
 * neighbours, and a digit in doubt hangs between two corners and not in the middle.
 */
export const wheelOrder: readonly number[] = [0, 6, 5, 3, 8, 1, 2, 7, 9, 4];

/** How sharply a larger score draws a digit to its corner. */
const sharpness = 6;

/** Where an answer's corner is on the unit circle: to the right of the middle, and above it. */
export function corner(answer: number): readonly [x: number, y: number] {
  const angle = (2 * Math.PI * wheelOrder.indexOf(answer)) / wheelOrder.length;
  return [Math.sin(angle), Math.cos(angle)];
}

/**
 * Where digits hang between the ten answers: each at the sum of the corners, weighted by softmax(6 · score).
 * @param scores count × 10
 * @returns count × 2: x and y of each, within the unit circle
 */
export function wheelPositions(scores: Float32Array): Float64Array {
  const corners = Array.from({length: outputSize}, (_, answer) => corner(answer));
  const positions = new Float64Array((scores.length / outputSize) * 2);
  for (let index = 0; index < positions.length / 2; index++) {
    const own = scores.subarray(index * outputSize, (index + 1) * outputSize);
    const largest = Math.max(...own);
    let sum = 0;
    let [right, up] = [0, 0];
    corners.forEach(([x, y], answer) => {
      const pull = Math.exp(sharpness * (own[answer] - largest));
      sum += pull;
      right += pull * x;
      up += pull * y;
    });
    positions[2 * index] = right / sum;
    positions[2 * index + 1] = up / sum;
  }
  return positions;
}
