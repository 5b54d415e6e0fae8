import {fill, type Values} from '../words/fill.js';

/**
 * The first of some texts that fits into a width; the last where none does, and nothing where there is none. They say the
 * same, ever more briefly.
 */
export const fit = (texts: readonly string[], width: number): string =>
  texts.find(text => text.length <= width) ?? texts.at(-1) ?? '';

/** The same of templates with their names replaced by values. */
export const fitFilled = <const Text extends string>(
  texts: readonly Text[],
  values: Values<Text>,
  width: number,
): string =>
  fit(
    texts.map(text => fill(text, values)),
    width,
  );
