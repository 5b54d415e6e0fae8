import assert from 'node:assert/strict';
import {EventEmitter} from 'node:events';
import {createRequire} from 'node:module';
import {describe, it} from 'node:test';
import type {WriteStream} from 'node:tty';
import {stripVTControlCharacters} from 'node:util';
import {seededRandom} from '../../source/network/random.js';
import {Screen} from '../../source/terminal/screen.js';
import {linesOf} from '../helpers/terminal.js';
import {asXtermShows} from '../helpers/xterm.js';

const {Terminal} = createRequire(import.meta.url)('@xterm/headless') as typeof import('@xterm/headless');
const csi = '\u001B[';

/** A screen on a terminal that is emulated, and everything that was written to it. */
function open({columns = 20, rows = 8}: {columns?: number; rows?: number} = {}): {
  screen: Screen;
  emulator: InstanceType<typeof Terminal>;
  writes: string[];
  /** The emulated terminal's lines, without blanks at their ends. */
  lines: () => Promise<string[]>;
} {
  const emulator = new Terminal({cols: columns, rows, allowProposedApi: true});
  const writes: string[] = [];
  const stream = {
    columns,
    rows,
    write(text: string): boolean {
      writes.push(text);
      emulator.write(text);
      return true;
    },
  };
  return {
    screen: new Screen(stream as unknown as WriteStream, () => true),
    emulator,
    writes,
    async lines() {
      await new Promise<void>(resolve => {
        emulator.write('', resolve);
      });
      return linesOf(emulator);
    },
  };
}

/** A frame as a terminal of so many rows shows it. */
const shown = (frame: string, rows: number): string[] => {
  const lines = frame.split('\n').map(line => stripVTControlCharacters(line).trimEnd());
  return Array.from({length: rows}, (_, row) => lines[row] ?? '');
};

describe('the screen', () => {
  it('shows exactly the last frame, whatever the heights and widths of those before it', async () => {
    const {screen, lines} = open();
    const random = seededRandom(7, 0);
    for (let number = 0; number < 200; number++) {
      const frame = Array.from({length: 1 + random.below(7)}, () => {
        const text = 'abcdefghijklmnopqrst'.slice(0, random.below(21));
        return random.below(2) === 0 ? text : `${csi}3${random.below(8)}m${text}${csi}39m`;
      }).join('\n');
      if (random.below(10) === 0) screen.clear();
      screen.write(frame);
      if (frame !== '') assert.deepEqual(await lines(), shown(frame, 8), `frame ${number}: ${JSON.stringify(frame)}`);
    }
  });

  it('takes lines away that a lower frame no longer has, and brings them back', async () => {
    const {screen, lines} = open();
    screen.write('one\ntwo\nthree');
    screen.write('one');
    assert.deepEqual((await lines()).slice(0, 4), ['one', '', '', '']);
    screen.write('one\ntwo\nthree');
    assert.deepEqual((await lines()).slice(0, 4), ['one', 'two', 'three', '']);
  });

  it('draws the next frame whole after a clear, also when it is the same as the last', async () => {
    const {screen, lines, emulator} = open();
    screen.write('one\ntwo');
    emulator.write(`${csi}1;1Hrubbish${csi}5;1Hmore rubbish`);
    screen.clear();
    screen.write('one\ntwo');
    assert.deepEqual(await lines(), ['one', 'two', '', '', '', '', '', '']);
  });

  it('writes nothing when the frame is the same', () => {
    const {screen, writes} = open();
    screen.write('one\ntwo');
    const before = writes.length;
    assert.equal(screen.write('one\ntwo'), true);
    screen.write('');
    assert.equal(writes.length, before);
  });

  it('writes only the lines that have changed, in one piece that the terminal shows at once', () => {
    const {screen, writes} = open();
    screen.write('one\ntwo\nthree');
    const before = writes.length;
    screen.write('one\nTWO\nthree');
    assert.equal(writes.length, before + 1);
    const last = writes[before];
    assert.ok(last.startsWith(`${csi}?2026h`) && last.endsWith(`${csi}?2026l`));
    assert.ok(last.includes(`${csi}2;1H`) && last.includes('TWO'));
    assert.ok(!last.includes('one') && !last.includes('three'));
  });

  it('does not scroll when a line fills the last row to the last column', async () => {
    const {screen, lines, emulator} = open({columns: 5, rows: 3});
    screen.write('aaaaa\nbbbbb\nccccc');
    assert.deepEqual(await lines(), ['aaaaa', 'bbbbb', 'ccccc']);
    assert.equal(emulator.buffer.active.baseY, 0);
  });

  it('keeps the last column on terminals such as xterm, which erase it while a wrap is pending', () => {
    const {screen, writes} = open({columns: 5, rows: 3});
    screen.write('aaaaa\nbbb\nccccc');
    screen.write(`ddddd\nbbbbb\n${csi}31mee${csi}39m`);
    assert.deepEqual(asXtermShows(writes.join(''), 5, 3), ['ddddd', 'bbbbb', 'ee   ']);
  });

  it('knows the size of its terminal as it is now', () => {
    const terminal = {columns: 80, rows: 24, write: () => true};
    const screen = new Screen(terminal as unknown as WriteStream, () => true);
    terminal.columns = 100;
    terminal.rows = 30;
    assert.deepEqual([screen.columns, screen.rows], [100, 30]);
  });

  it('passes frames over while the terminal does not read, and draws the newest when it does', () => {
    const writes: string[] = [];
    const stream = Object.assign(new EventEmitter(), {
      columns: 20,
      rows: 8,
      write(text: string): boolean {
        writes.push(text);
        return false;
      },
    });
    const screen = new Screen(stream as unknown as WriteStream, () => true);
    for (const frame of ['one', 'two', 'three']) screen.write(frame);
    assert.equal(writes.length, 1);
    stream.emit('drain');
    assert.equal(writes.length, 2);
    assert.ok(writes[0]?.includes('one') && writes[1]?.includes('three'));
  });

  it('writes nothing while it is closed', () => {
    const writes: string[] = [];
    let isOpen = false;
    const stream = {columns: 20, rows: 8, write: (text: string) => writes.push(text)};
    const screen = new Screen(stream as unknown as WriteStream, () => isOpen);
    screen.write('early');
    screen.clear();
    assert.deepEqual(writes, []);
    isOpen = true;
    screen.write('frame');
    assert.equal(writes.length, 1);
  });
});
