import {type FieldName, fieldNames} from '../../state/form-fields.js';
import type {State} from '../../state/state.js';
import {pointerTo} from '../../text/marks.js';
import {valueText} from '../../text/setting-value.js';
import type {Theme} from '../../text/theme.js';
import {titleLine} from '../../text/title.js';
import {wrap} from '../../text/wrap.js';
import {counted} from '../../words/fill.js';
import {runs as words} from '../../words/runs.js';
import {sideways, upAndDown, wayOf} from '../arrow-keys.js';
import type {HeldBinding, Panel} from '../panel.js';

const keys: readonly HeldBinding[] = [
  {...upAndDown, ...words.move, act: (_, key) => ({type: 'form-move', by: wayOf(key)})},
  {...sideways, ...words.change, act: (_, key) => ({type: 'form-change', by: wayOf(key)})},
  {keys: ['return'], label: 'Enter', ...words.start, act: () => ({type: 'form-start'})},
  {keys: [' '], label: 'Space', ...words.add, act: () => ({type: 'form-add'})},
  {keys: ['backspace', 'delete'], label: 'Backspace', ...words.remove, act: () => ({type: 'form-remove'})},
  {keys: ['o'], label: 'o', ...words.open, act: () => ({type: 'next-lane'})},
  {keys: ['x'], label: 'x', ...words.measure, act: () => ({type: 'next-measure'})},
];

/** The settings of the next run, and of how many there is to be a race. */
export const formPanel: Panel = {
  name: 'form',
  column: 'left',
  rank: 1,
  rooms: [
    {column: 'left', terminal: {columns: 60, lines: 19}, width: 28, least: 14, most: 22},
    {column: 'right', columns: 24, least: 3, most: 14},
  ],
  draw(state, {columns, lines}, theme) {
    const {field} = state.form;
    const rows = fieldNames.map(name => rowOf(state, name, columns, theme));
    const room = lines - 1 - rows.length;
    const sentence = wrap(words.fields[field][2], columns).map(line => theme.paint('dim', line));
    const race = raceLine(state, columns, theme);
    // With little room only the setting under the cursor, and what it is.
    if (room < 0)
      return [titleLine(words.form, '', columns, theme), rowOf(state, field, columns, theme), ...race, ...sentence];
    const below = [...race, ...sentence].slice(0, room);
    return [titleLine(words.form, '', columns, theme), ...rows, ...below];
  },
  click(_, {line}) {
    const field = fieldNames[line - 1];
    return field === undefined ? undefined : {type: 'form-to', field};
  },
  held: {hint: words.hint, enter: words.enter, keys},
};

function rowOf({form, screen}: State, name: FieldName, columns: number, theme: Theme): string {
  const isChosen = name === form.field && screen.holds;
  const [label] = words.fields[name];
  const value = valueText(form.settings, name);
  const width = Math.min(14, columns - value.length - 3);
  const text = `${pointerTo(isChosen, theme)} ${label.padEnd(width)} ${value}`.slice(0, columns);
  return isChosen ? theme.paint('accent', text) : text;
}

function raceLine({form: {lanes}}: State, columns: number, {paint}: Theme): string[] {
  if (lanes.length === 0) return [];
  return wrap(counted(words.lanes, {count: lanes.length}), columns).map(line => paint('notice', line));
}
