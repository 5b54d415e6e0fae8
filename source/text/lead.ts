import type {Explanation} from '../network/explain.js';
import {roundedParts, signed} from './parts.js';

/** A lead and its parts as they are written, all as wide, with so many decimals that the parts can be told apart. */
export type LeadNumbers = {
  /** The pixels for the answer, those for the other digit, and the biases. */
  readonly more: string;
  readonly less: string;
  readonly biases: string;
  /** The lead itself: `= 0.83`. */
  readonly lead: string;
  readonly decimals: number;
};

/** Columns of each number. */
const width = 7;

/** What a lead is made of, rounded so that it adds up as it is written. */
export function leadNumbers({contributions, rest, difference}: Explanation): LeadNumbers {
  const decimals = difference < 0.1 ? 3 : 2;
  const sums = [
    contributions.reduce((sum, part) => sum + Math.max(0, part), 0),
    contributions.reduce((sum, part) => sum + Math.min(0, part), 0),
    rest,
  ];
  const [more = '', less = '', biases = ''] = roundedParts(sums, difference, decimals).map(part =>
    partNumber(part, decimals),
  );
  return {more, less, biases, lead: `= ${signed(difference, decimals).replace('+', '')}`.padStart(width), decimals};
}

/** A part of a lead, as wide as the others. */
export const partNumber = (value: number, decimals: number): string => signed(value, decimals).padStart(width);
