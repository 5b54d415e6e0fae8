import {worded} from '../../dataset/dataset.js';
import {adviceNow} from '../../state/advice.js';
import {openCell} from '../../state/cell.js';
import {saying} from '../../state/notices.js';
import {hasArrows, type OverlayName} from '../../state/screen.js';
import type {State} from '../../state/state.js';
import {sentenceOf} from '../../text/advice.js';
import {fit} from '../../text/fit.js';
import {ellipsis} from '../../text/marks.js';
import type {Theme} from '../../text/theme.js';
import {wrap} from '../../text/wrap.js';
import {advice} from '../../words/adviser.js';
import {splitNames} from '../../words/digits.js';
import {drawing as drawingWords} from '../../words/drawing.js';
import {fill} from '../../words/fill.js';
import {screen as words} from '../../words/screen.js';
import {heldIn} from '../held.js';
import {bindings} from '../keymap.js';
import {overlays, readOverlay} from '../overlays.js';
import {questionText} from '../question.js';
import {overlayRange} from './overlay-panel.js';

/** How many lines what there is to say may take. */
const mostLines = 2;

/** The key that shows all advice. */
const adviceKey = 'v';

/**
 * The keys of the hints, the most needed first, `held` for the arrows that a panel has; the others come after them, as
 * they stand in the table.
 */
const needed = ['held', 'q', '?', adviceKey, 't', '7', 'return', ' ', '[', '<', '.', 'n', 'w', 'left', 'p', 'g'];

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
  return wrap(text, columns, mostLines, ellipsis(theme)).map(line => theme.paint('notice', line));
}

/** What is being typed. */
function typed({screen: {prompt}, choice: {split}}: State, {paint}: Theme): string | undefined {
  if (prompt === undefined) return undefined;
  const shown = paint('accent', `${prompt.typed}_`);
  const isIndex = prompt.wants === 'index';
  const text = isIndex
    ? fill(words.index, {split: splitNames[split], typed: shown})
    : fill(words.against, {typed: shown});
  const fault = prompt.fault === undefined ? [] : [paint('notice', prompt.fault)];
  return [text, ...fault, paint('dim', isIndex ? words.indexKeys : words.againstKeys)].join('  ');
}

/** Of the hints as many as fit, the most needed of them, in the order of the table. */
function keyHints(state: State, columns: number, theme: Theme): string {
  const covering = readOverlay(state);
  const keys = covering === undefined ? allHints(state, theme) : coveredHints(state, covering, columns, theme);
  // All keys and quit always stand there, and advice in the words that there is room for beside them.
  const always = keys.filter(({key}) => key === 'q' || key === '?');
  const advice =
    state.screen.holds || covering !== undefined
      ? []
      : adviceHints(state, columns + 2 - widthOf(always) - adviceKey.length - 3, theme);
  const hints = [...advice, ...keys];
  const need = ({key}: Hint): number => (needed.includes(key) ? needed.indexOf(key) : needed.length);
  const shown = new Set<Hint>();
  let room = columns + 2;
  for (const hint of hints.toSorted((one, other) => need(one) - need(other))) {
    const width = widthOf([hint]);
    if (width > room) break;
    shown.add(hint);
    room -= width;
  }
  return hints
    .filter(hint => shown.has(hint))
    .map(
      ({key, label, hint}) =>
        `${theme.paint('accent', label)} ${key === adviceKey ? theme.paint('notice', hint) : hint}`,
    )
    .join('  ');
}

/** What the footer can say of a key. */
type Hint = {readonly key: string; readonly label: string; readonly hint: string};

/** How many columns some hints take, with the blanks after each. */
const widthOf = (hints: readonly Hint[]): number =>
  hints.reduce((sum, {label, hint}) => sum + label.length + hint.length + 3, 0);

/** The two most severe things that the adviser notices, in as many words as there is room for; no hint where there is none. */
function adviceHints(state: State, room: number, theme: Theme): Hint[] {
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
  const [hint = ''] = wrap(fit(all, room), room, 1, ellipsis(theme));
  return [{key: adviceKey, label, hint}];
}

/** The keys that act while that covers the panels: those that scroll it, if there is more of it, and that close it first. */
function coveredHints(state: State, covering: OverlayName, columns: number, {unicode}: Theme): Hint[] {
  const quit = bindings.flatMap(({keys: [key = ''], short = '', hint = ''}) =>
    key === 'q' ? [{key, label: short, hint}] : [],
  );
  const own = overlays[covering].own?.hints(state);
  if (own !== undefined) return [...own.map(([label, hint]) => ({key: 'held', label, hint})), ...quit];
  const {most} = overlayRange(state, covering, columns, state.screen.rows - 3);
  return [
    ...(most === 0 ? [] : [{key: 'held', label: unicode ? '↑↓' : words.arrows.label, hint: words.scrolls}]),
    {key: 'held', label: words.escape, hint: words.closes},
    ...bindings.flatMap(({keys: [key = ''], overOverlay, label, short = label, hint}) =>
      overOverlay === undefined || hint === undefined ? [] : [{key, label: short, hint}],
    ),
  ];
}

function allHints(state: State, {unicode}: Theme): Hint[] {
  const {choice, session, screen} = state;
  const able = heldIn(state);
  const isHeld = hasArrows(screen);
  const held = isHeld ? able : undefined;
  const enter = isHeld ? undefined : able?.enter;
  const isOpen = screen.overlay === 'none' && openCell(state) !== undefined;
  const closes = isOpen ? words.closesCell : held && (held.back ?? words.givesBack);
  const walked = screen.view === 'draw' ? drawingWords.keptHint : worded(words.arrows.hint, session.data[choice.split]);
  const arrows = held?.hint ?? walked;
  const label = unicode ? '←→↑↓' : words.arrows.label;
  const hints: Hint[] = [
    {key: held === undefined ? 'left' : 'held', label, hint: arrows},
    ...(enter === undefined ? [] : [{key: 'return', label: words.enter, hint: enter}]),
    ...(closes === undefined ? [] : [{key: 'held', label: words.escape, hint: closes}]),
    ...(held?.keys ?? []).flatMap(({label: own, ascii = own, hint}) =>
      hint === undefined ? [] : [{key: 'held', label: unicode ? own : ascii, hint}],
    ),
  ];
  const own = held?.keys.flatMap(({keys}) => keys) ?? [];
  for (const {
    keys: [key = ''],
    label,
    short = label,
    hintNow,
    hint = '',
  } of bindings) {
    const text = hintNow?.(state) ?? hint;
    if (text !== '' && !own.includes(key)) hints.push({key, label: short, hint: text});
  }
  return hints;
}
