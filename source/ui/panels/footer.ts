import {worded} from '../../dataset/dataset.js';
import {adviceNow} from '../../state/advice.js';
import {saying} from '../../state/notices.js';
import type {State} from '../../state/state.js';
import {sentenceOf} from '../../text/advice.js';
import {fit} from '../../text/fit.js';
import type {Theme} from '../../text/theme.js';
import {wrap} from '../../text/wrap.js';
import {advice} from '../../words/en/adviser.js';
import {screen as words} from '../../words/en/screen.js';
import {fill} from '../../words/fill.js';
import {heldIn} from '../held.js';
import {bindings} from '../keymap.js';

/** How many lines what there is to say may take. */
const mostLines = 2;

/** The key that shows all advice. */
const adviceKey = 'v';

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
    const index = fill(words.index, {split, typed: paint('accent', `${prompt.typed}_`)});
    const fault = prompt.fault === undefined ? [] : [paint('notice', prompt.fault)];
    return [index, ...fault, paint('dim', words.indexKeys)].join('  ');
  }
  return asksAfresh ? paint('notice', words.afresh) : undefined;
}

/** A key and what it does; what the adviser notices stands out. */
type Hint = {readonly label: string; readonly hint: string; readonly isNotice?: true};

/** How many columns some hints take, with the blanks after each. */
const widthOf = (hints: readonly Hint[]): number =>
  hints.reduce((sum, {label, hint}) => sum + label.length + hint.length + 3, 0);

/** The two most severe things that the adviser notices, in as many words as there is room for; no hint where there is none. */
function adviceHints(state: State, room: number, {unicode}: Theme): Hint[] {
  const [first, second] = adviceNow(state);
  if (first === undefined) return [];
  const [label, message, brief] = [adviceKey, sentenceOf(first.message), sentenceOf(first.brief)];
  const all: readonly [string, ...string[]] =
    second === undefined
      ? [fill(advice.one, {first: message}), fill(advice.one, {first: brief})]
      : [
          fill(advice.bothLong, {first: message, second: sentenceOf(second.message)}),
          fill(advice.both, {first: brief, second: sentenceOf(second.brief)}),
          fill(advice.one, {first: brief}),
        ];
  const [hint = ''] = wrap(fit(all, room), room, 1, unicode ? '…' : '...');
  return [{label, hint, isNotice: true}];
}

function keyHints(state: State, columns: number, theme: Theme): string {
  const {choice, session, screen} = state;
  const held = screen.holds ? heldIn(state) : undefined;
  const arrows = held?.hint ?? worded(words.arrows.hint, session.data[choice.split]);
  const keys = bindings.flatMap(({keys: [key = ''], label, hint}) =>
    hint ? [{label: label.split(' ')[0] ?? key, hint}] : [],
  );
  // The last two, all keys and quit, always stand there; of the others as many as fit.
  const room = columns + 2 - widthOf(keys.slice(-2));
  const hints: Hint[] = [
    ...(held === undefined ? adviceHints(state, room - adviceKey.length - 3, theme) : []),
    {label: theme.unicode ? '←→↑↓' : words.arrows.label, hint: arrows},
    ...(held === undefined ? [] : [{label: words.escape, hint: words.givesBack}]),
    ...keys,
  ];
  while (hints.length > 2 && widthOf(hints) > columns + 2) hints.splice(hints.length - 3, 1);
  return hints
    .map(
      ({label, hint, isNotice}) => `${theme.paint('accent', label)} ${isNotice ? theme.paint('notice', hint) : hint}`,
    )
    .join('  ');
}
