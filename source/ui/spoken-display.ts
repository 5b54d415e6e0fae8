import {worded} from '../dataset/dataset.js';
import {printable} from '../errors.js';
import type {Action} from '../state/actions.js';
import {openRun} from '../state/runs.js';
import type {OverlayName} from '../state/screen.js';
import type {State} from '../state/state.js';
import type {Store} from '../state/store.js';
import type {TakenTerminal} from '../terminal/terminal.js';
import {modelSummary} from '../text/summary.js';
import {fill} from '../words/fill.js';
import {quiz as quizWords} from '../words/quiz.js';
import {spoken as words} from '../words/spoken.js';
import type {Display} from './display.js';
import {bindings} from './keymap.js';
import {adviceLines} from './overlays/advice.js';
import {changesSummary} from './overlays/changes.js';
import {explainLines} from './overlays/explain.js';
import {nearestLines} from './overlays/nearest.js';
import {numberSentences} from './overlays/numbers.js';
import {whySentences} from './overlays/why.js';
import {spokenLines} from './spoken-lines.js';

/**
 * The dashboard for a screen reader: what changes is written in lines, one after the other, and nothing else. The modes
 * of the terminal stay as they are. (Node leaves line feeds their carriage return when it reads keys.)
 */
export function spokenDisplay(store: Store): Display {
  let terminal: Pick<TakenTerminal, 'write'> | undefined;
  let before: State | undefined;
  let stop = (): void => {};
  const say = (lines: readonly string[]): void => {
    if (lines.length > 0) terminal?.write(lines.map(line => `${printable(line)}\n`).join(''));
  };
  const tell = (): void => {
    const now = store.shown();
    say(spokenLines(before, now));
    before = now;
  };
  return {
    takes(action) {
      const lines = saidInstead(action, store.current());
      if (lines !== undefined) say(lines);
      return lines !== undefined;
    },
    open(taken) {
      terminal = taken;
      tell();
      stop = store.subscribe(tell);
    },
    clear() {
      before = undefined;
    },
    hear() {},
    settled: () => Promise.resolve(),
    end: () => stop(),
  };
}

/** What is said in place of an action that would change nothing but the picture; undefined for all others. */
function saidInstead(action: Action, state: State): readonly string[] | undefined {
  if (isPicture(action, state)) return [words.noPictures];
  if (action.type === 'open-quiz') return overlayLines.quiz(state);
  if (action.type === 'why') return overlayLines.why(state);
  return action.type === 'toggle-overlay' ? overlayLines[action.overlay](state) : undefined;
}

/** Whether an action only changes pictures. The lesson is text: it can be opened. */
function isPicture(action: Action, {screen: {view}}: State): boolean {
  if (action.type === 'view') return action.view !== 'lesson';
  if (action.type === 'hold') return view !== 'lesson';
  return action.type === 'toggle-art' || action.type === 'draw';
}

/** What is said in place of each overlay. */
const overlayLines: Readonly<Record<OverlayName, (state: State) => readonly string[]>> = {
  keys: keyLines,
  summary: summaryLines,
  changes: state => [changesSummary(state)],
  advice: adviceLines,
  nearest: nearestLines,
  why: whySentences,
  numbers: numberSentences,
  explain: explainLines,
  quiz: () => [quizWords.needsScreen],
};

/** The keys, one a line. */
export function keyLines({session: {data}, choice: {split}}: State): string[] {
  return bindings.map(({label, ascii = label, help}) => fill(words.key, {key: ascii, help: worded(help, data[split])}));
}

/** The model summary without its rules and columns. */
export function summaryLines({runs}: State): string[] {
  return modelSummary(openRun(runs).hidden, undefined, openRun(runs).activation)
    .filter(line => /[^-=]/.test(line))
    .map(line => line.trim().replaceAll(/\s{2,}/g, ', '));
}
