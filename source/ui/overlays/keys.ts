import {worded} from '../../dataset/dataset.js';
import type {State} from '../../state/state.js';
import type {Theme} from '../../text/theme.js';
import {wrap} from '../../text/wrap.js';
import {fill} from '../../words/fill.js';
import {screen as words} from '../../words/screen.js';
import {heldInView} from '../held.js';
import {bindings} from '../keymap.js';
import type {Overlay} from '../overlay.js';
import type {Binding} from '../panel.js';

/** Columns of a key's name, with the blanks after it; of its help at least; and between two columns of keys. */
const keyColumns = {label: 11, help: 28, gap: 2};

/** The table of keys, in as few columns as it fits in. */
export const keysOverlay: Overlay = {
  title: words.overlays.keys,
  isRead: true,
  draw(state, {columns: width, lines: height}, theme) {
    const {label, help, gap} = keyColumns;
    const mostColumns = Math.max(1, Math.floor((width + gap) / (label + help + gap)));
    for (let columns = 1; columns < mostColumns; columns++) {
      const lines = keyLines(state, columns, width, theme);
      if (lines.length <= height) return lines;
    }
    return keyLines(state, mostColumns, width, theme);
  },
};

/** The table of keys in some columns, each filled before the next. */
function keyLines(state: State, columns: number, width: number, theme: Theme): string[] {
  const {label: labelWidth, gap} = keyColumns;
  const columnWidth = Math.floor((width + gap) / columns) - gap;
  const data = state.session.data[state.choice.split];
  const entries = listed(state).map(({label, ascii, help}) => {
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

type Listed = Pick<Binding, 'label' | 'ascii' | 'help'>;

/** All keys; those that the view's panel has once it has the arrows stand below the key that gives them. */
function listed(state: State): readonly Listed[] {
  const own = heldInView(state)?.keys ?? [];
  const below = own.map(({help, ...key}) => ({...key, help: fill(words.afterEnter, {help})}));
  return bindings.flatMap((binding): readonly Listed[] =>
    binding.keys.includes('return') ? [binding, ...below] : [binding],
  );
}
