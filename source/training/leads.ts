import type {Evaluation} from './evaluation.js';

/** A digit of the numbers that are sorted has so many bits; three of them are a float32. */
const [bitsOfDigit, shifts] = [11, [0, 11, 22]] as const;

/**
 * Indices of those digits of an evaluation that are asked for, by how much their answers lead; of equal leads the lowest
 * index first.
 */
export function byLead(
  {answers, margins}: Evaluation,
  first: 'widest' | 'least',
  isIn: (answer: number, index: number) => boolean,
): Uint32Array {
  const all = new Uint32Array(answers.length);
  let count = 0;
  for (let index = 0; index < answers.length; index++) if (isIn(answers[index], index)) all[count++] = index;
  // A float32 that is not negative is in the order of its bits: sorted digit for digit, the last one first.
  const bits = new Uint32Array(margins.buffer, margins.byteOffset, margins.length);
  const flipped = first === 'widest' ? 0xffffffff : 0;
  const last = 2 ** bitsOfDigit - 1;
  let [sorted, room] = [all.subarray(0, count), new Uint32Array(count)];
  for (const shift of shifts) {
    const places = new Uint32Array(last + 2);
    for (const index of sorted) places[(((bits[index] ^ flipped) >>> shift) & last) + 1]++;
    for (let digit = 1; digit <= last; digit++) places[digit] += places[digit - 1];
    for (const index of sorted) room[places[((bits[index] ^ flipped) >>> shift) & last]++] = index;
    [sorted, room] = [room, sorted];
  }
  return sorted;
}

/** Indices of the digits that are answered wrong, the widest lead of the wrong answer first. */
export const wrongDigits = (found: Evaluation, labels: Uint8Array): Uint32Array =>
  byLead(found, 'widest', (answer, index) => answer !== labels[index]);
