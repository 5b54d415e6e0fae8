import {EventEmitter} from 'node:events';
import type {WriteStream} from 'node:tty';
import {sizeOf} from '../terminal/size.js';

const control = '\u001B[';
/** Pasted text is asked for in brackets, so that it can be told from keys. */
const opening = `${control}?1049h${control}?25l${control}?2004h${control}2J`;
const closing = `${control}?2004l${control}?25h${control}?1049l`;
/** Tell the terminal to show what lies between them at once; terminals that do not know them ignore them. */
const synchronized = {begin: `${control}?2026h`, end: `${control}?2026l`};

/**
 * The terminal's alternate screen, to which Ink writes whole frames (its `debug` mode does that).
 * Only lines that differ from the last frame go to the terminal, each to its own place, so that a frame costs little,
 * nothing is written when nothing changed, and no frame depends on where an earlier one left the cursor.
 */
export class Screen extends EventEmitter {
  private lines: readonly string[] = [];
  private isOpen = false;

  constructor(private readonly terminal: WriteStream) {
    super();
  }

  get columns(): number {
    return sizeOf(this.terminal).columns;
  }

  get rows(): number {
    return sizeOf(this.terminal).rows;
  }

  /** Ink's stream interface: takes one frame. */
  write(frame: string): boolean {
    if (!this.isOpen || frame === '') return true;
    const lines = frame.split('\n');
    let changes = '';
    for (let row = 0; row < Math.max(lines.length, this.lines.length); row++) {
      const line = lines[row] ?? '';
      if (line !== this.lines[row]) changes += `${control}${row + 1};1H${control}K${line}`;
    }
    this.lines = lines;
    return changes === '' || this.terminal.write(`${synchronized.begin}${changes}${synchronized.end}`);
  }

  /** Clears the screen, so that the next frame is drawn whole; for a terminal that has changed its size. */
  clear(): void {
    this.lines = [];
    if (this.isOpen) this.terminal.write(`${control}2J`);
  }

  open(): void {
    this.isOpen = true;
    this.terminal.write(opening);
  }

  /** Brings back what the terminal showed before. May be called again. */
  close(): void {
    if (this.isOpen) this.terminal.write(closing);
    this.isOpen = false;
  }
}
