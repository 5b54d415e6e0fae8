import {wrap} from './wrap.js';

const blank = '\u00A0';

/** A text that `wrapKept` breaks nowhere. */
export const keep = (text: string): string => text.replaceAll(' ', blank);

/** As wrap, but what was kept together stays so. */
export const wrapKept = (text: string, width: number, most?: number): string[] =>
  wrap(text, width, most).map(line => line.replaceAll(blank, ' '));
