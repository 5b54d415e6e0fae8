import type {ReadStream, WriteStream} from 'node:tty';
import type {Guard} from './guard.js';

const set = (...modes: readonly number[]): string => modes.map(mode => `\u001B[?${mode}h`).join('');
const reset = (...modes: readonly number[]): string => modes.map(mode => `\u001B[?${mode}l`).join('');

const alternateScreen = 1049;
const cursor = 25;
const bracketedPaste = 2004;
const focusReports = 1004;
/** Buttons and drags, and their places in decimal numbers. */
const mouseReports = [1002, 1006];

/**
 * What a terminal is used for: a screen, with reports of the mouse or without, or lines one after the other; on a dumb one
 * they are all it can be given.
 */
export type TerminalUse = 'mouse' | 'screen' | 'lines' | 'dumb';

const openScreen = `${set(alternateScreen)}${reset(cursor)}${set(bracketedPaste, focusReports)}\u001B[2J`;
const closeScreen = `${reset(...mouseReports, focusReports, bracketedPaste)}${set(cursor)}${reset(alternateScreen)}`;

const opening: Readonly<Record<TerminalUse, string>> = {
  mouse: `${openScreen}${set(...mouseReports)}`,
  screen: openScreen,
  lines: set(bracketedPaste),
  dumb: '',
};

/** Gives a terminal back, whatever of it was taken. */
export const closing: Readonly<Record<TerminalUse, string>> = {
  mouse: closeScreen,
  screen: closeScreen,
  lines: reset(bracketedPaste),
  dumb: '',
};

/** How long in milliseconds a terminal may take to be given back, before it counts as one that does not read. */
const patience = 300;

/**
 * All that the dashboard changes about a terminal: alternate screen, cursor, raw mode, pastes in brackets, reports of
 * focus and mouse. It is taken and given back as a whole, and may be taken again.
 */
export class TerminalModes {
  private taken = false;
  private readonly write: WriteStream['write'];

  constructor(
    private readonly input: ReadStream,
    private readonly output: WriteStream,
    private readonly guard: Guard,
    private readonly use: TerminalUse,
  ) {
    // What others write is caught later.
    this.write = output.write.bind(output);
  }

  get isOpen(): boolean {
    return this.taken;
  }

  /** Takes the terminal, at first and after it was given back. */
  open(): void {
    if (this.taken) return;
    this.taken = true;
    this.guard.tell('taken');
    setBlocking(this.output, false);
    // The shell may have changed the mode meanwhile, of which Node knows nothing.
    this.input.setRawMode(false);
    this.input.setRawMode(true);
    this.input.resume();
    this.write(opening[this.use]);
  }

  /** Gives the terminal back at once, for a process that stops or ends now. May be called again. */
  close(): void {
    if (!this.taken) return;
    setBlocking(this.output, true);
    this.write(closing[this.use]);
    this.giveBack();
  }

  /**
   * Gives the terminal back. One that does not read is left to the guard, since every call on it would wait for ever.
   * @returns whether the terminal took it
   */
  async leave(): Promise<boolean> {
    if (!this.taken) return true;
    let timer: NodeJS.Timeout | undefined;
    const reads = await new Promise<boolean>(resolve => {
      timer = setTimeout(resolve, patience, false);
      this.write(closing[this.use], () => resolve(true));
    });
    clearTimeout(timer);
    if (reads) {
      setBlocking(this.output, true);
      this.giveBack();
    } else this.guard.tell('left');
    this.taken = false;
    return reads;
  }

  private giveBack(): void {
    this.taken = false;
    // In the background a process that reads is stopped.
    this.input.pause();
    this.input.setRawMode(false);
    this.guard.tell('given-back');
  }
}

/**
 * Lets writing to a terminal wait until the terminal reads, as Node does, or not: with a terminal that has stopped
 * reading, the whole thread would stand still. Node has no public name for it.
 */
function setBlocking(output: WriteStream, blocking: boolean): void {
  const {_handle: handle} = output as {_handle?: {setBlocking?: (blocking: boolean) => void}};
  handle?.setBlocking?.(blocking);
}
