import type {Evaluation} from './evaluation.js';

/** Indices have so many values at most: there are no more digits in any dataset. */
const mostIndices = 2 ** 21;

/**
 * Indices of those digits of an evaluation that are asked for, by how much their answers lead; of equal leads the lowest
 * index first.
 */
export function byLead(
  {answers, margins}: Evaluation,
  first: 'widest' | 'least',
  isIn: (answer: number, index: number) => boolean,
): Uint32Array {
  // A float32 that is not negative is in the order of its bits, and both it and an index fit into a float64.
  const bits = new Uint32Array(margins.buffer, margins.byteOffset, margins.length);
  const keys = new Float64Array(answers.length);
  let count = 0;
  for (let index = 0; index < answers.length; index++) {
    if (!isIn(answers[index], index)) continue;
    const place = first === 'widest' ? mostIndices - 1 - index : index;
    keys[count++] = bits[index] * mostIndices + place;
  }
  const sorted = keys.subarray(0, count).sort();
  return first === 'widest'
    ? Uint32Array.from(sorted, key => mostIndices - 1 - (key % mostIndices)).reverse()
    : Uint32Array.from(sorted, key => key % mostIndices);
}

/** Indices of the digits that are answered wrong, the widest lead of the wrong answer first. */
export const wrongDigits = (found: Evaluation, labels: Uint8Array): Uint32Array =>
  byLead(found, 'widest', (answer, index) => answer !== labels[index]);
