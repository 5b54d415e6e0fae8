import type {adviser} from '../../words/adviser.js';
import type {Values} from '../../words/fill.js';
import type {Facts} from './facts.js';

/** The rules by their names. */
export type RuleName = keyof typeof adviser;

/** A number with what it is of, which decides how it is written; a text is written as it stands, a number as a count. */
export type Quantity =
  | string
  | number
  | {readonly kind: 'loss' | 'share' | 'points' | 'rate' | 'tenths'; readonly value: number};

/** A sentence that is still to be written. */
export type Sentence = {readonly text: string; readonly values: Readonly<Record<string, Quantity>>};

/** What a rule says: what it noticed, the same in a few words, and what to do about it, in the dashboard and without. */
export type Said = Readonly<Record<Form, Sentence>>;

type Form = 'message' | 'brief' | 'fix' | 'plainFix';

/** A rule of the adviser: from facts to what it says, or nothing. */
export type Rule = {
  /** Others that keep it silent while they speak. */
  readonly notWith?: readonly RuleName[];
  /** @param speaks whether a rule before it speaks */
  readonly says: (facts: Facts, speaks: (rule: RuleName) => boolean) => Said | undefined;
};

/** Makes of a rule's templates and the values for their names what it says. */
export function said<const Text extends string>(
  {message, brief, fix, plainFix}: Readonly<Record<Form, Text>>,
  values: {readonly [Name in keyof Values<Text>]: Quantity},
): Said {
  const sentence = (text: string): Sentence => ({text, values});
  return {message: sentence(message), brief: sentence(brief), fix: sentence(fix), plainFix: sentence(plainFix)};
}

/** A quantity that is a loss. */
export const loss = (value: number): Quantity => ({kind: 'loss', value});
/** A quantity that is a share of 0 to 1, written in percent. */
export const share = (value: number): Quantity => ({kind: 'share', value});
/** A quantity that is a difference in points, written with its sign. */
export const points = (value: number): Quantity => ({kind: 'points', value});
/** A quantity that is a learning rate. */
export const rate = (value: number): Quantity => ({kind: 'rate', value});
/** A quantity that is written with one decimal. */
export const tenths = (value: number): Quantity => ({kind: 'tenths', value});
