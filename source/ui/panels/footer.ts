import {worded} from '../../dataset/dataset.js';
import type {RunState} from '../../state/run-state.js';
import type {Theme} from '../../text/theme.js';
import {bindings} from '../keymap.js';

/** The last line: what is being typed or asked, what there is to say, or as many keys as fit. */
export function footer(state: RunState, columns: number, theme: Theme): string {
  const {typedIndex, indexFault, asksAfresh, notice, saveFault, split, data} = state;
  if (typedIndex !== undefined) {
    const why = indexFault === undefined ? '' : theme.paint('notice', `${indexFault}  `);
    return `Go to ${split} index: ${theme.paint('accent', `${typedIndex}_`)}  ${why}${theme.paint('dim', 'Enter goes, Esc cancels')}`;
  }
  if (asksAfresh) return theme.paint('notice', 'r again starts afresh, Esc keeps it');
  const fault = notice ?? saveFault;
  if (fault !== undefined) return theme.paint('notice', fault);
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
