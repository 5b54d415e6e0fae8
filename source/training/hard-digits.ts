import {seededRandom, streams} from '../network/random.js';
import type {Evaluation} from './evaluation.js';
import {byLead} from './leads.js';

/** How many digits are drawn, and of how many. */
const counts = {drawn: 20, hardest: 200};

/**
 * Digits that a network finds hard, in the order of their draw: of the 200 whose answers lead the least, right or wrong,
 * twenty. Each digit of the split has its own number of the seed's stream, and the lowest numbers are drawn: so a network
 * whose leads differ by a rounding gets the same digits, but for one or two.
 * @returns indices of the split that was evaluated; fewer than twenty where it has not as many
 */
export function hardDigits(found: Evaluation, seed: number): number[] {
  const random = seededRandom(seed, streams.quiz);
  const numbers = Float64Array.from({length: found.answers.length}, () => random.next());
  const hardest = byLead(found, 'least', () => true).subarray(0, counts.hardest);
  return [...hardest].sort((one, other) => numbers[one] - numbers[other] || one - other).slice(0, counts.drawn);
}
