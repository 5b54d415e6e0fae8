import {worded} from '../../dataset/dataset.js';
import {saying} from '../../state/notices.js';
import type {State} from '../../state/state.js';
import type {Theme} from '../../text/theme.js';
import {wrap} from '../../text/wrap.js';
import {screen as words} from '../../words/en/screen.js';
import {fill} from '../../words/fill.js';
import {heldIn} from '../held.js';
import {bindings} from '../keymap.js';

/** How many lines what there is to say may take. */
const mostLines = 2;

/** How many lines the footer takes. */
export function footerLines(state: State, columns: number): number {
  const text = said(state);
  return text === undefined ? 1 : wrap(text, columns, mostLines).length;
}

/** What there is to say, when nothing is being typed or asked. */
function said({screen}: State): string | undefined {
  const isAsked = screen.prompt !== undefined || screen.asksAfresh;
  return isAsked ? undefined : saying(screen) || undefined;
}

/** The last lines: what is being typed or asked, what there is to say, or as many keys as fit. */
export function footer(state: State, columns: number, theme: Theme): string[] {
  const text = said(state);
  if (text === undefined) return [asked(state, theme) ?? keyHints(state, columns, theme)];
  return wrap(text, columns, mostLines, theme.unicode ? '…' : '...').map(line => theme.paint('notice', line));
}

/** What is being typed or asked. */
function asked({screen: {prompt, asksAfresh}, choice: {split}}: State, {paint}: Theme): string | undefined {
  if (prompt !== undefined) {
    const typed = paint('accent', `${prompt.typed}_`);
    const isIndex = prompt.wants === 'index';
    const text = isIndex ? fill(words.index, {split, typed}) : fill(words.against, {typed});
    const fault = prompt.fault === undefined ? [] : [paint('notice', prompt.fault)];
    return [text, ...fault, paint('dim', isIndex ? words.indexKeys : words.againstKeys)].join('  ');
  }
  return asksAfresh ? paint('notice', words.afresh) : undefined;
}

function keyHints(state: State, columns: number, theme: Theme): string {
  const {choice, session, screen} = state;
  const held = screen.holds ? heldIn(state) : undefined;
  const arrows = held?.hint ?? worded(words.arrows.hint, session.data[choice.split]);
  const hints = [
    {label: theme.unicode ? '←→↑↓' : words.arrows.label, hint: arrows},
    ...(held === undefined ? [] : [{label: words.escape, hint: words.givesBack}]),
    ...bindings.flatMap(({keys: [key = ''], label, hint}) => (hint ? [{label: label.split(' ')[0] ?? key, hint}] : [])),
  ];
  const width = (): number => hints.reduce((sum, {label, hint}) => sum + label.length + hint.length + 3, -2);
  // The last two, all keys and quit, always stand there; of the others as many as fit.
  while (hints.length > 2 && width() > columns) hints.splice(hints.length - 3, 1);
  return hints.map(({label, hint}) => `${theme.paint('accent', label)} ${hint}`).join('  ');
}
