import type {Theme} from './theme.js';

/**
 * A panel's first line: its name, then details, then a rule to the full width.
 * @param detail may be empty; what does not fit is cut off
 */
export function titleLine(title: string, detail: string, width: number, {unicode, paint}: Theme): string {
  const rule = unicode ? '─' : '-';
  const room = width - title.length - 4;
  const shown = detail.length > room ? detail.slice(0, Math.max(0, room)) : detail;
  const used = 3 + title.length + (shown === '' ? 0 : shown.length + 1);
  const rest = rule.repeat(Math.max(0, width - used));
  return `${paint('dim', rule)} ${paint('title', title)} ${shown === '' ? '' : `${shown} `}${paint('dim', rest)}`;
}
