import {spokenLanguage} from './language.js';
import {lazy} from './lazy.js';

/** The names in a template: `{name}` in `Go to {split} index: {typed}`. */
export type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

/** What a template is filled with: a value for each of its names. */
export type Values<Text extends string> = {readonly [Name in Names<Text>]: string | number};

/** A template by plural category (CLDR); `other` is the one that every language has. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & {other: string}>;

/** A template with its names replaced by values. */
export function fill<const Text extends string>(text: Text, values: Values<Text>): string {
  return text.replaceAll(/\{(\w+)\}/g, (name, key: string) => {
    const value = (values as Readonly<Record<string, string | number>>)[key];
    return value === undefined ? name : String(value);
  });
}

// The first of them takes 15 ms, which no start has to wait for.
const rules = lazy(() => new Intl.PluralRules(spokenLanguage()));
const numbers = lazy(() => new Intl.NumberFormat(spokenLanguage()));

/** The template for a number of things, filled; `{count}` in it is the number, with its thousands apart. */
export function counted<const Forms extends Plural>(
  forms: Forms,
  values: Values<Extract<Forms[keyof Forms], string>> & {readonly count: number},
): string {
  const form: string = forms[rules().select(values.count)] ?? forms.other;
  return fill(form, {...values, count: numbers().format(values.count)});
}
