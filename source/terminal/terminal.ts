import type {InputEvent} from './events.js';
import type {Guard} from './guard.js';
import {TerminalModes, type TerminalUse} from './modes.js';
import {readTerminal} from './reader.js';
import {Screen} from './screen.js';
import {catchStrays} from './strays.js';
import {Suspension} from './suspend.js';

/** What comes from the terminal. */
export type TerminalListener = {
  /** A key, pasted text, an answer. */
  readonly onInput: (event: InputEvent) => void;
  /** Resolves when nothing is on its way from the terminal that the shell would get. */
  readonly settled: () => Promise<void>;
  /** Everything has to be shown anew, perhaps at another size. */
  readonly onRedraw: () => void;
  /** The terminal was closed. */
  readonly onGone: () => void;
  /** A line that something else wanted to write to it. */
  readonly onStray: (line: string) => void;
};

/** The terminal, taken from the shell. */
export type TakenTerminal = {
  readonly screen: Screen;
  /** Writes text as it is. */
  write(text: string): void;
  /** Shows everything anew. */
  redraw(): void;
  /** Gives the terminal back and stops the process, until the shell lets it go on. */
  suspend(): void;
  /** Gives the terminal back at once, for a process that ends now. */
  close(): void;
  /** Gives the terminal back, and says what became of it: one that is `stuck` does not read, `away` the shell has it. */
  leave(): Promise<'given back' | 'gone' | 'stuck' | 'away'>;
  /** Lets others write to it again, and writes what was caught of them. */
  release(): void;
};

/** Takes the terminal of standard input and output. */
export function takeTerminal(
  use: TerminalUse,
  guard: Guard,
  {onInput, settled, onRedraw, onGone, onStray}: TerminalListener,
): TakenTerminal {
  const {stdin, stdout, stderr} = process;
  const modes = new TerminalModes(stdin, stdout, guard, use);
  const write = stdout.write.bind(stdout);
  const screen = new Screen(stdout, () => modes.isOpen);
  const redraw = (): void => {
    screen.clear();
    onRedraw();
  };
  const onEvent = (event: InputEvent): void => {
    // While the user looked elsewhere, another program may have written to the terminal.
    if (event.type === 'focus' && event.focused) redraw();
    else onInput(event);
  };
  const isScreen = use === 'screen' || use === 'mouse';
  if (isScreen) stdout.on('resize', redraw);
  stdout.on('error', onGone);
  const reader = readTerminal(stdin, onEvent, onGone);
  const suspension = new Suspension(modes, settled, redraw);
  // Lines that are spoken stand there already.
  const release = catchStrays(stdout, stderr, onStray, isScreen);
  modes.open();
  return {
    screen,
    write: text => void write(text),
    redraw,
    suspend: () => void suspension.suspend(),
    close: () => modes.close(),
    async leave() {
      if (suspension.end()) return 'away';
      await settled();
      const isThere = reader.stop();
      const reads = await modes.leave();
      stdout.off('resize', redraw);
      if (!isThere) return 'gone';
      return reads ? 'given back' : 'stuck';
    },
    release,
  };
}
