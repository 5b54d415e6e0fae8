import type {ReadStream} from 'node:tty';
import type {InputEvent} from './events.js';
import {InputParser} from './input.js';

/**
 * Reads a terminal key by key, without its line editing.
 * @param onEvent gets each event, in order
 * @param onGone is called when the terminal can be read no more
 * @returns gives the terminal back as it was; may be called again
 */
export function readTerminal(stdin: ReadStream, onEvent: (event: InputEvent) => void, onGone: () => void): () => void {
  const parser = new InputParser();
  let timer: NodeJS.Timeout | undefined;
  let late: NodeJS.Immediate | undefined;
  const stopWaiting = (): void => {
    clearTimeout(timer);
    clearImmediate(late);
  };
  const tell = (events: readonly InputEvent[]): void => {
    for (const event of events) onEvent(event);
  };
  const onData = (bytes: Buffer): void => {
    stopWaiting();
    tell(parser.feed(bytes));
    const {patience} = parser;
    if (patience === undefined) return;
    timer = setTimeout(() => {
      // What came while this thread was busy is read before the next turn, and first.
      late = setImmediate(() => tell(parser.flush()));
    }, patience);
  };
  const stop = (): void => {
    stopWaiting();
    stdin.off('data', onData);
    stdin.off('end', onGone);
    stdin.setRawMode(false);
    stdin.pause();
    stdin.unref();
  };
  // Stays for good: what the terminal fails at afterwards harms nobody.
  stdin.on('error', onGone);
  stdin.on('end', onGone);
  stdin.on('data', onData);
  stdin.setRawMode(true);
  stdin.ref();
  return stop;
}
