import {worded} from '../dataset/dataset.js';
import {printable} from '../errors.js';
import type {RunState} from '../state/run-state.js';
import type {Store} from '../state/store.js';
import type {TakenTerminal} from '../terminal/terminal.js';
import {modelSummary} from '../text/summary.js';
import type {Display} from './display.js';
import {bindings} from './keymap.js';
import {spokenLines} from './spoken-lines.js';

/**
 * The dashboard for a screen reader: what changes is written in lines, one after the other, and nothing else. The modes
 * of the terminal stay as they are. (Node leaves line feeds their carriage return when it reads keys.)
 */
export function spokenDisplay(store: Store): Display {
  let terminal: Pick<TakenTerminal, 'write'> | undefined;
  let before: RunState | undefined;
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
    controls: {
      toggleKeys: () => say(keyLines(store.current())),
      toggleSummary: () => say(summaryLines(store.current())),
      toggleArt: () => say(['no pictures with --screen-reader']),
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

/** The keys, one a line. */
export function keyLines({data, split}: RunState): string[] {
  return bindings.map(({label, ascii = label, help}) => `${ascii}: ${worded(help, data[split])}`);
}

/** The model summary without its rules and columns. */
export function summaryLines({hidden}: RunState): string[] {
  return modelSummary(hidden)
    .filter(line => /[^-=]/.test(line))
    .map(line => line.trim().replaceAll(/\s{2,}/g, ', '));
}
