import assert from 'node:assert/strict';
import {PassThrough} from 'node:stream';
import {describe, it, mock} from 'node:test';
import type {ReadStream} from 'node:tty';
import type {InputEvent} from '../../source/terminal/events.js';
import {readTerminal} from '../../source/terminal/reader.js';
import {pressed, typed} from '../helpers/terminal-input.js';

/** A terminal that is read, and what came of it. */
function open(): {
  stdin: PassThrough;
  events: InputEvent[];
  gone: () => number;
  stop: () => boolean;
} {
  const events: InputEvent[] = [];
  let gone = 0;
  const stdin = Object.assign(new PassThrough(), {
    ref: () => {},
    unref: () => {},
  });
  const {stop} = readTerminal(
    stdin as unknown as ReadStream,
    event => events.push(event),
    () => {
      gone++;
    },
  );
  return {stdin, events, gone: () => gone, stop};
}

/** Lets the event loop turn once. */
const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

describe('a terminal that is read', () => {
  it('tells an ESC from the beginning of a key by the 40 ms after it', async context => {
    mock.timers.enable({apis: ['setTimeout']});
    context.after(() => mock.timers.reset());
    const {stdin, events, stop} = open();
    const pieces = ['\u001B', '[', 'A', '\u001B'];
    for (const piece of pieces) {
      stdin.emit('data', Buffer.from(piece));
      mock.timers.tick(39);
      await turn();
    }
    assert.deepEqual(events, [pressed('up')]);
    mock.timers.tick(1);
    await turn();
    assert.deepEqual(events, [pressed('up'), pressed('escape')]);
    stop();
  });

  it('is read until that is stopped', async () => {
    const {stdin, events, stop} = open();
    stdin.write('tq');
    await turn();
    assert.deepEqual(events, typed('tq'));
    assert.equal(stop(), true);
    assert.equal(stdin.isPaused(), true);
    stdin.write('q');
    await turn();
    assert.deepEqual(events, typed('tq'));
  });

  it('says when it is gone', () => {
    for (const event of ['error', 'end']) {
      const {stdin, gone, stop} = open();
      stdin.emit(event, new Error('EIO'));
      assert.equal(gone(), 1);
      assert.equal(stop(), false);
    }
  });
});
