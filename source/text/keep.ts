import {wrap} from './wrap.js';

const blank = '\u00A0';

/** A text that `wrapKept` breaks nowhere. */
export const keep = (text: string): string => text.replaceAll(' ', blank);

/** As wrap, but what was kept together stays so. */
export const wrapKept = (text: string, width: number): string[] =>
  wrap(text, width).map(line => line.replaceAll(blank, ' '));
