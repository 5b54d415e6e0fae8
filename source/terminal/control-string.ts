import {colourAnswer} from './answers.js';
import type {AnswerEvent} from './events.js';

/** What begins a string behind ESC: OSC, DCS, SOS, PM, APC. */
export const stringOpeners = ']PX^_';
const operatingSystemCommand = ']';
const terminator = '\u009C';
const [bell, ctrlC, cancel, substitute, esc] = ['\u0007', '\u0003', '\u0018', '\u001A', '\u001B'];
/** Characters that are kept, and those that are dropped as the string's own. */
const limits = {kept: 4096, dropped: 2 ** 20} as const;

/** A string from the terminal on its way to its end: `ESC \`, or BEL in an operating system command. */
export class ControlString {
  /** Whether ESC was the last character. */
  escaped = false;
  length = 0;
  private body = '';

  constructor(readonly opener: string) {}

  /**
   * Takes one character.
   * @returns `broken`: the string has ended before it, without an end of its own
   */
  take(character: string): 'open' | 'done' | 'broken' {
    if (this.escaped) return character === '\\' ? 'done' : 'broken';
    if (character === terminator || (character === bell && this.opener === operatingSystemCommand)) return 'done';
    if (character === ctrlC || character === cancel || character === substitute) return 'broken';
    if (character === esc) {
      this.escaped = true;
      return 'open';
    }
    if (this.length < limits.kept) this.body += character;
    this.length++;
    return this.length > limits.dropped ? 'broken' : 'open';
  }

  /** What the whole string says, if it is an answer. */
  answer(): AnswerEvent | undefined {
    return this.opener === operatingSystemCommand ? colourAnswer(this.body) : undefined;
  }
}
