import assert from 'node:assert/strict';
import {describe, it, mock} from 'node:test';
import type {ReadStream, WriteStream} from 'node:tty';
import {TerminalModes, type TerminalUse} from '../../source/terminal/modes.js';

const csi = '\u001B[';
const opening = `${csi}?1049h${csi}?25l${csi}?2004h${csi}?1004h${csi}2J`;
const closing = `${csi}?1002l${csi}?1006l${csi}?1004l${csi}?2004l${csi}?25h${csi}?1049l`;

/** Modes of a terminal, and all that was done to it, in order. */
function open({reads = true, use = 'screen' as TerminalUse} = {}): {modes: TerminalModes; done: string[]} {
  const done: string[] = [];
  const input = {
    setRawMode: (raw: boolean) => done.push(raw ? 'raw' : 'cooked'),
    pause: () => done.push('unread'),
    resume: () => done.push('read'),
  };
  const output = {
    _handle: {setBlocking: (blocking: boolean) => done.push(blocking ? 'waits' : 'does not wait')},
    write(text: string, taken?: () => void) {
      done.push(text);
      if (reads) taken?.();
      return reads;
    },
  };
  const guard = {tell: (state: string) => void done.push(state)};
  const modes = new TerminalModes(input as unknown as ReadStream, output as unknown as WriteStream, guard, use);
  return {modes, done};
}

const openingSteps = ['taken', 'does not wait', 'cooked', 'raw', 'read', opening];

describe('what is changed about a terminal', () => {
  it('is changed once, and given back once', async () => {
    const {modes, done} = open();
    modes.open();
    modes.open();
    assert.equal(modes.isOpen, true);
    assert.equal(await modes.leave(), true);
    assert.equal(await modes.leave(), true);
    modes.close();
    assert.deepEqual(done, [...openingSteps, closing, 'waits', 'unread', 'cooked', 'given-back']);
    assert.equal(modes.isOpen, false);
  });

  it('is given back at once where the process stops, and taken again', () => {
    const {modes, done} = open();
    modes.close();
    assert.deepEqual(done, []);
    modes.open();
    modes.close();
    modes.open();
    assert.deepEqual(done, [...openingSteps, 'waits', closing, 'unread', 'cooked', 'given-back', ...openingSteps]);
  });

  it('is left to the guard when the terminal does not read: no call that would wait for it', async context => {
    mock.timers.enable({apis: ['setTimeout']});
    context.after(() => mock.timers.reset());
    const {modes, done} = open({reads: false});
    modes.open();
    const left = modes.leave();
    mock.timers.tick(300);
    assert.equal(await left, false);
    modes.close();
    assert.deepEqual(done, [...openingSteps, closing, 'left']);
  });

  it('has the mouse’s reports only for who asks for them', () => {
    const {modes, done} = open({use: 'mouse'});
    modes.open();
    modes.close();
    assert.deepEqual([done[5], done[7]], [`${opening}${csi}?1002h${csi}?1006h`, closing]);
  });

  it('is no more than pastes in brackets where lines are written', () => {
    const {modes, done} = open({use: 'lines'});
    modes.open();
    modes.close();
    assert.deepEqual(done.slice(5), [`${csi}?2004h`, 'waits', `${csi}?2004l`, 'unread', 'cooked', 'given-back']);
  });
});
