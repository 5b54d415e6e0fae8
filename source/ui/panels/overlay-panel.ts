import {worded} from '../../dataset/dataset.js';
import type {RunState} from '../../state/run-state.js';
import {modelSummary} from '../../text/summary.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import {bindings} from '../keymap.js';

/** What covers the panels: the model summary or the table of keys. */
export function overlayPanel(state: RunState, width: number, theme: Theme): string[] {
  if (state.overlay === 'summary') {
    return [titleLine('Model summary', 'Esc closes', width, theme), ...modelSummary(state.hidden)];
  }
  return [
    titleLine('Keys', 'Esc closes', width, theme),
    ...bindings.map(binding => {
      const label = (theme.unicode ? binding.label : (binding.ascii ?? binding.label)).padEnd(10);
      return `${theme.paint('accent', label)}${worded(binding.help, state.data[state.split])}`;
    }),
  ];
}
