import {worded} from '../../dataset/dataset.js';
import type {RunState} from '../../state/run-state.js';
import {modelSummary} from '../../text/summary.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import {wrap} from '../../text/wrap.js';
import {bindings} from '../keymap.js';

/** Columns of a key's name, with the blanks after it; of its help at least; and between two columns of keys. */
const keyColumns = {label: 10, help: 28, gap: 2};

/** What covers the panels: the model summary or the table of keys, from the line on that it was scrolled to. */
export function overlayPanel(state: RunState, width: number, height: number, theme: Theme): string[] {
  const lines = overlayLines(state, width, height, theme);
  const room = Math.max(1, height - 1);
  const top = Math.min(state.overlayTop, Math.max(0, lines.length - room));
  const shown = lines.slice(top, top + room);
  const place = shown.length < lines.length ? `${top + 1}-${top + shown.length} of ${lines.length}  ` : '';
  const title = state.overlay === 'summary' ? 'Model summary' : 'Keys';
  return [titleLine(title, `${place}Esc closes`, width, theme), ...shown];
}

/** How far an overlay of a size can be scrolled, and how many lines of it are shown. */
export function overlayRange(state: RunState, width: number, height: number): {most: number; page: number} {
  const page = Math.max(1, height - 1);
  const plain: Theme = {unicode: true, greys: 0, background: 'dark', paint: (_, text) => text};
  return {page, most: Math.max(0, overlayLines(state, width, height, plain).length - page)};
}

function overlayLines(state: RunState, width: number, height: number, theme: Theme): string[] {
  if (state.overlay === 'summary') return modelSummary(state.hidden, width);
  const {label, help, gap} = keyColumns;
  const mostColumns = Math.max(1, Math.floor((width + gap) / (label + help + gap)));
  for (let columns = 1; columns < mostColumns; columns++) {
    const lines = keyLines(state, columns, width, theme);
    if (lines.length < height) return lines;
  }
  return keyLines(state, mostColumns, width, theme);
}

/** The table of keys in some columns, each filled before the next. */
function keyLines(state: RunState, columns: number, width: number, theme: Theme): string[] {
  const {label: labelWidth, gap} = keyColumns;
  const columnWidth = Math.floor((width + gap) / columns) - gap;
  const entries = bindings.map(({label, ascii, help}) => {
    const name = (theme.unicode ? label : (ascii ?? label)).padEnd(labelWidth);
    const texts = wrap(worded(help, state.data[state.split]), columnWidth - labelWidth);
    return texts.map((text, line) => ({name: line === 0 ? name : ' '.repeat(labelWidth), text}));
  });
  const perColumn = Math.ceil(entries.length / columns);
  const filled = Array.from({length: columns}, (_, column) =>
    entries.slice(column * perColumn, (column + 1) * perColumn).flat(),
  );
  const height = Math.max(...filled.map(lines => lines.length));
  return Array.from({length: height}, (_, row) =>
    filled
      .map(lines => lines[row])
      .map((cell, column) => {
        if (cell === undefined) return ' '.repeat(columnWidth);
        const text = column === columns - 1 ? cell.text : cell.text.padEnd(columnWidth - labelWidth);
        return `${theme.paint('accent', cell.name)}${text}`;
      })
      .join(' '.repeat(gap)),
  );
}
