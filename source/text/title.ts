import {stripVTControlCharacters} from 'node:util';
import type {Theme} from './theme.js';

/**
 * A panel's first line: its name, then details, then a rule to the full width.
 * @param detail may be empty, and may be painted; without room for it, it is cut off and loses its colours
 */
export function titleLine(title: string, detail: string, width: number, {unicode, paint}: Theme): string {
  const rule = unicode ? '─' : '-';
  const room = width - title.length - 4;
  const plain = stripVTControlCharacters(detail);
  const shown = plain.length > room ? plain.slice(0, Math.max(0, room)) : detail;
  const used = 3 + title.length + (shown === '' ? 0 : Math.min(plain.length, room) + 1);
  const rest = rule.repeat(Math.max(0, width - used));
  return `${paint('dim', rule)} ${paint('title', title)} ${shown === '' ? '' : `${shown} `}${paint('dim', rest)}`;
}
