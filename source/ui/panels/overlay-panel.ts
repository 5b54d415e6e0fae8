import {worded} from '../../dataset/dataset.js';
import {openRun} from '../../state/runs.js';
import type {State} from '../../state/state.js';
import {modelSummary} from '../../text/summary.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import {wrap} from '../../text/wrap.js';
import {screen as words} from '../../words/en/screen.js';
import {fill} from '../../words/fill.js';
import {bindings} from '../keymap.js';

/** Columns of a key's name, with the blanks after it; of its help at least; and between two columns of keys. */
const keyColumns = {label: 10, help: 28, gap: 2};

/** What covers the panels: the model summary or the table of keys, from the line on that it was scrolled to. */
export function overlayPanel(state: State, width: number, height: number, theme: Theme): string[] {
  const {overlay, overlayTop} = state.screen;
  const lines = overlayLines(state, width, height, theme);
  const count = lines.length;
  const room = Math.max(1, height - 1);
  const top = Math.min(overlayTop, Math.max(0, count - room));
  const shown = lines.slice(top, top + room);
  const last = top + shown.length;
  const detail = shown.length < count ? fill(words.closeScrolled, {first: top + 1, last, count}) : words.close;
  const title = overlay === 'summary' ? words.overlays.summary : words.overlays.keys;
  return [titleLine(title, detail, width, theme), ...shown];
}

/** How far an overlay of a size can be scrolled, and how many lines of it are shown. */
export function overlayRange(state: State, width: number, height: number): {most: number; page: number} {
  const page = Math.max(1, height - 1);
  const plain: Theme = {unicode: true, greys: 0, background: 'dark', paint: (_, text) => text};
  return {page, most: Math.max(0, overlayLines(state, width, height, plain).length - page)};
}

function overlayLines(state: State, width: number, height: number, theme: Theme): string[] {
  if (state.screen.overlay === 'summary') return modelSummary(openRun(state.runs).hidden, width);
  const {label, help, gap} = keyColumns;
  const mostColumns = Math.max(1, Math.floor((width + gap) / (label + help + gap)));
  for (let columns = 1; columns < mostColumns; columns++) {
    const lines = keyLines(state, columns, width, theme);
    if (lines.length < height) return lines;
  }
  return keyLines(state, mostColumns, width, theme);
}

/** The table of keys in some columns, each filled before the next. */
function keyLines(state: State, columns: number, width: number, theme: Theme): string[] {
  const {label: labelWidth, gap} = keyColumns;
  const columnWidth = Math.floor((width + gap) / columns) - gap;
  const data = state.session.data[state.choice.split];
  const entries = bindings.map(({label, ascii, help}) => {
    const name = (theme.unicode ? label : (ascii ?? label)).padEnd(labelWidth);
    const texts = wrap(worded(help, data), columnWidth - labelWidth);
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
