import {worded} from '../../dataset/dataset.js';
import {saying} from '../../state/notices.js';
import type {RunState} from '../../state/run-state.js';
import type {Theme} from '../../text/theme.js';
import {wrap} from '../../text/wrap.js';
import {bindings} from '../keymap.js';

/** How many lines what there is to say may take. */
const mostLines = 2;

/** How many lines the footer takes. */
export function footerLines(state: RunState, columns: number): number {
  const text = said(state);
  return text === undefined ? 1 : wrap(text, columns, mostLines).length;
}

/** What there is to say, when nothing is being typed or asked. */
function said(state: RunState): string | undefined {
  const isAsked = state.typedIndex !== undefined || state.asksAfresh;
  return isAsked ? undefined : saying(state) || undefined;
}

/** The last lines: what is being typed or asked, what there is to say, or as many keys as fit. */
export function footer(state: RunState, columns: number, theme: Theme): string[] {
  const text = said(state);
  if (text === undefined) return [prompt(state, theme) ?? keyHints(state, columns, theme)];
  return wrap(text, columns, mostLines, theme.unicode ? '…' : '...').map(line => theme.paint('notice', line));
}

/** What is being typed or asked. */
function prompt({typedIndex, indexFault, asksAfresh, split}: RunState, theme: Theme): string | undefined {
  if (typedIndex !== undefined) {
    const why = indexFault === undefined ? '' : theme.paint('notice', `${indexFault}  `);
    return `Go to ${split} index: ${theme.paint('accent', `${typedIndex}_`)}  ${why}${theme.paint('dim', 'Enter goes, Esc cancels')}`;
  }
  return asksAfresh ? theme.paint('notice', 'r again starts afresh, Esc keeps it') : undefined;
}

function keyHints({split, data}: RunState, columns: number, theme: Theme): string {
  const arrows = theme.unicode ? '←→↑↓' : 'Arrows';
  const hints = [
    {label: arrows, hint: worded('digits', data[split])},
    ...bindings.flatMap(({keys: [key = ''], label, hint}) => (hint ? [{label: label.split(' ')[0] ?? key, hint}] : [])),
  ];
  const width = (): number => hints.reduce((sum, {label, hint}) => sum + label.length + hint.length + 3, -2);
  // The last two, all keys and quit, always stand there; of the others as many as fit.
  while (hints.length > 2 && width() > columns) hints.splice(hints.length - 3, 1);
  return hints.map(({label, hint}) => `${theme.paint('accent', label)} ${hint}`).join('  ');
}
