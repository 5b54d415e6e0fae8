import {wrap} from '../../text/wrap.js';

/** The first of some texts that fits into so many lines of a width; the last where none does. */
export function briefly(texts: readonly string[], columns: number, room: number): string[] {
  const wrapped = texts.map(text => wrap(text, columns));
  return wrapped.find(lines => lines.length <= room) ?? wrapped.at(-1) ?? [];
}
