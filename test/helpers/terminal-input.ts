import assert from 'node:assert/strict';
import type {InputEvent, KeyEvent, Modifiers} from '../../source/terminal/events.js';
import {InputParser} from '../../source/terminal/input.js';

export const csi = '\u001B[';

/** Bytes from a text; those above ASCII as UTF-8. */
export const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** What pieces of bytes say, one fed after the other, and then nothing more. */
export function eventsOf(...pieces: readonly (string | Uint8Array)[]): InputEvent[] {
  const parser = new InputParser();
  const events = pieces.flatMap(piece => parser.feed(typeof piece === 'string' ? bytesOf(piece) : piece));
  return [...events, ...parser.flush()];
}

/** Checks what bytes say: in one piece, cut at every place, and byte by byte. */
export function assertEvents(input: string | Uint8Array, expected: readonly InputEvent[]): void {
  const bytes = typeof input === 'string' ? bytesOf(input) : input;
  const name = JSON.stringify(Buffer.from(bytes).toString('latin1'));
  for (let cut = 0; cut < bytes.length; cut++) {
    const events = eventsOf(bytes.subarray(0, cut), bytes.subarray(cut));
    assert.deepEqual(events, expected, `${name} cut at ${cut}`);
  }
  assert.deepEqual(eventsOf(...[...bytes].map(byte => Uint8Array.of(byte))), expected, `${name} byte by byte`);
}

/** A key that types nothing; `held` names what was held, parted by blanks. */
export function pressed(name: string, held = '', text = ''): KeyEvent {
  const names = held.split(' ');
  const is = (modifier: keyof Modifiers): boolean => names.includes(modifier);
  const [ctrl, alt, shift, superKey, meta] = (['ctrl', 'alt', 'shift', 'super', 'meta'] as const).map(is);
  return {type: 'key', name, text, ctrl, alt, shift, super: superKey, meta};
}

/** The keys that type a text. */
export const typed = (text: string): KeyEvent[] => [...text].map(character => pressed(character, '', character));
