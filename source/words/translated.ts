import type {Names} from './fill.js';

/** The type of words that say the same in another language: the same names, and in each text the same `{names}`. */
export type Translated<English> = English extends string
  ? Having<Names<English>>
  : [keyof English] extends [Intl.LDMLPluralRule]
    ? Plurals<English>
    : {readonly [Name in keyof English]: Translated<English[Name]>};

/** A text for each plural category of Russian (1 and 21, 2 to 4, 5 to 20, fractions), where English has one for its own. */
type Plurals<English> = English extends {readonly other: string}
  ? Readonly<Record<'one' | 'few' | 'many' | 'other', Having<Names<English['other']>>>>
  : {readonly [Name in keyof English]: Translated<English[Name]>};

/** A text that has all of some names. */
type Having<Name extends string> = [Name] extends [never]
  ? string
  : (Name extends string ? (text: `${string}{${Name}}${string}`) => void : never) extends (text: infer Text) => void
    ? Text
    : never;
