import type {ReadStream} from 'node:tty';
import type {InputEvent} from './events.js';
import {InputParser} from './input.js';

/** A terminal that is being read. */
export type TerminalReader = {
  /** Stops reading, and says whether the terminal is still there. */
  stop(): boolean;
};

/**
 * Reads a terminal.
 * @param onEvent gets each event, in order
 * @param onGone is called when the terminal is there no more
 */
export function readTerminal(
  stdin: ReadStream,
  onEvent: (event: InputEvent) => void,
  onGone: () => void,
): TerminalReader {
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
  let isThere = true;
  const onEnd = (): void => {
    isThere = false;
    onGone();
  };
  const stop = (): boolean => {
    stopWaiting();
    stdin.off('data', onData);
    stdin.off('end', onEnd);
    stdin.pause();
    stdin.unref();
    return isThere;
  };
  // Stays for good: that the terminal is gone may show only when it is given back.
  stdin.on('error', onEnd);
  stdin.on('end', onEnd);
  stdin.on('data', onData);
  stdin.ref();
  return {stop};
}
