import {adviceBefore, adviceNow} from '../../state/advice.js';
import type {Advice} from '../../state/adviser/advice.js';
import type {State} from '../../state/state.js';
import {sentenceOf} from '../../text/advice.js';
import type {Theme} from '../../text/theme.js';
import {wrap} from '../../text/wrap.js';
import {advice as words} from '../../words/adviser.js';
import type {Overlay} from '../overlay.js';

/** Columns that what to do stands to the right of what was noticed. */
const indent = 2;

/** All that the adviser notices in the run, each with what to do, and what it noticed earlier. */
export const adviceOverlay: Overlay = {
  title: words.title,
  isRead: true,
  draw(state, {columns}, theme) {
    const now = adviceNow(state);
    const earlier = adviceBefore(state, now);
    if (now.length + earlier.length === 0) return wrap(words.none, columns);
    return [...block(words.now, now, columns, theme), ...block(words.earlier, earlier, columns, theme)];
  },
};

function block(title: string, advice: readonly Advice[], columns: number, theme: Theme): string[] {
  if (advice.length === 0) return [];
  return [
    ...wrap(title, columns).map(line => theme.paint('title', line)),
    ...advice.flatMap(({message, fix}) => [
      '',
      ...wrap(sentenceOf(message), columns).map(line => theme.paint('notice', line)),
      ...wrap(sentenceOf(fix), columns - indent).map(line => `${' '.repeat(indent)}${line}`),
    ]),
    '',
  ];
}

/** The same in lines, for a screen reader. */
export function adviceLines(state: State): string[] {
  const now = adviceNow(state);
  return now.length === 0 ? [words.none] : now.flatMap(({message, fix}) => [sentenceOf(message), sentenceOf(fix)]);
}
