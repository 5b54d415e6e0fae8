import {EventEmitter} from 'node:events';
import type {WriteStream} from 'node:tty';
import {sizeOf} from './size.js';

const control = '\u001B[';
/** Tell the terminal to show what lies between them at once; terminals that do not know them ignore them. */
const synchronized = {begin: `${control}?2026h`, end: `${control}?2026l`};

/**
 * The terminal's screen, to which Ink writes whole frames (its `debug` mode does that).
 * Only lines that differ from the last frame go to the terminal, each to its own place, so that a frame costs little,
 * nothing is written when nothing changed, and no frame depends on where an earlier one left the cursor. While the
 * terminal does not read, frames are passed over; the newest is drawn when it reads again.
 */
export class Screen extends EventEmitter {
  private lines: readonly string[] = [];
  /** Whether the terminal shows something else than `lines`. */
  private stale = false;
  /** Whether the terminal has yet to read what was sent. */
  private waiting = false;
  private newest = '';
  private readonly send: (text: string) => boolean;

  /** @param isOpen whether there is a screen to write to */
  constructor(
    private readonly terminal: WriteStream,
    private readonly isOpen: () => boolean,
  ) {
    super();
    // What others write is caught later.
    this.send = terminal.write.bind(terminal);
  }

  get columns(): number {
    return sizeOf(this.terminal).columns;
  }

  get rows(): number {
    return sizeOf(this.terminal).rows;
  }

  /** Ink's stream interface: takes one frame. */
  write(frame: string): boolean {
    if (!this.isOpen() || frame === '') return true;
    this.newest = frame;
    if (this.waiting) return true;
    const lines = frame.split('\n');
    let changes = this.stale ? `${control}2J` : '';
    for (let row = 0; row < Math.max(lines.length, this.lines.length); row++) {
      const line = lines[row] ?? '';
      if (line !== this.lines[row]) changes += `${control}${row + 1};1H${control}K${line}`;
    }
    this.lines = lines;
    this.stale = false;
    if (changes !== '' && !this.send(`${synchronized.begin}${changes}${synchronized.end}`)) this.awaitTerminal();
    return true;
  }

  private awaitTerminal(): void {
    this.waiting = true;
    this.terminal.once('drain', () => {
      this.waiting = false;
      this.write(this.newest);
    });
  }

  /** Has the next frame drawn whole, on a cleared screen; for a terminal that has changed its size or was written to. */
  clear(): void {
    this.lines = [];
    this.stale = true;
  }
}
