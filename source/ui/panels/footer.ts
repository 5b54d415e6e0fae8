import {worded} from '../../dataset/dataset.js';
import {openCell} from '../../state/cell.js';
import {saying} from '../../state/notices.js';
import type {State} from '../../state/state.js';
import type {Theme} from '../../text/theme.js';
import {wrap} from '../../text/wrap.js';
import {drawing as drawingWords} from '../../words/en/drawing.js';
import {screen as words} from '../../words/en/screen.js';
import {fill} from '../../words/fill.js';
import {heldIn} from '../held.js';
import {bindings} from '../keymap.js';
import {questionText} from '../question.js';

/** How many lines what there is to say may take. */
const mostLines = 2;

/** The keys of the hints, the most needed first, `held` for the arrows that a panel has; the others come after them, as they stand in the table. */
const needed = ['held', 'q', '?', 't', 'return', ' ', '[', '<', '.', 'n', 'left', 'p', 'g'];

/** How many lines the footer takes. */
export function footerLines(state: State, columns: number): number {
  const text = said(state);
  return text === undefined ? 1 : wrap(text, columns, mostLines).length;
}

/** What is asked, or else what there is to say, when nothing is being typed. */
function said(state: State): string | undefined {
  if (state.screen.prompt !== undefined) return undefined;
  return questionText(state) ?? (saying(state.screen) || undefined);
}

/** The last lines: what is being typed or asked, what there is to say, or as many keys as fit. */
export function footer(state: State, columns: number, theme: Theme): string[] {
  const text = said(state);
  if (text === undefined) return [typed(state, theme) ?? keyHints(state, columns, theme)];
  return wrap(text, columns, mostLines, theme.unicode ? '…' : '...').map(line => theme.paint('notice', line));
}

/** The index that is being typed. */
function typed({screen: {prompt}, choice: {split}}: State, {paint}: Theme): string | undefined {
  if (prompt === undefined) return undefined;
  const index = fill(words.index, {split, typed: paint('accent', `${prompt.typed}_`)});
  const fault = prompt.fault === undefined ? [] : [paint('notice', prompt.fault)];
  return [index, ...fault, paint('dim', words.indexKeys)].join('  ');
}

/** Of the hints as many as fit, the most needed of them, in the order of the table. */
function keyHints(state: State, columns: number, theme: Theme): string {
  const hints = allHints(state, theme);
  const need = ({key}: Hint): number => (needed.includes(key) ? needed.indexOf(key) : needed.length);
  const shown = new Set<Hint>();
  let room = columns + 2;
  for (const hint of hints.toSorted((one, other) => need(one) - need(other))) {
    const width = hint.label.length + hint.hint.length + 3;
    if (width > room) break;
    shown.add(hint);
    room -= width;
  }
  return hints
    .filter(hint => shown.has(hint))
    .map(({label, hint}) => `${theme.paint('accent', label)} ${hint}`)
    .join('  ');
}

/** What the footer can say of a key, or of two that are one after the other and say the same. */
type Hint = {readonly key: string; readonly label: string; readonly hint: string};

function allHints(state: State, {unicode}: Theme): Hint[] {
  const {choice, session, screen} = state;
  const able = heldIn(state);
  const held = screen.holds ? able : undefined;
  const enter = screen.holds ? undefined : able?.enter;
  const isOpen = screen.view === 'mistakes' && openCell(state) !== undefined;
  const closes = isOpen ? words.closesCell : held && words.givesBack;
  const walked = screen.view === 'draw' ? drawingWords.keptHint : worded(words.arrows.hint, session.data[choice.split]);
  const arrows = held?.hint ?? walked;
  const label = unicode ? '←→↑↓' : words.arrows.label;
  const hints: Hint[] = [
    {key: held === undefined ? 'left' : 'held', label, hint: arrows},
    ...(enter === undefined ? [] : [{key: 'return', label: words.enter, hint: enter}]),
    ...(closes === undefined ? [] : [{key: 'held', label: words.escape, hint: closes}]),
  ];
  for (const {
    keys: [key = ''],
    label,
    hint,
  } of bindings) {
    if (hint === undefined) continue;
    const [name = key] = label.split(' ');
    const before = hints.at(-1);
    if (before?.hint === hint) hints.splice(-1, 1, {...before, label: `${before.label} ${name}`});
    else hints.push({key, label: name, hint});
  }
  return hints;
}
