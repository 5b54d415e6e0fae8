import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import {describe, it} from 'node:test';
import type {WriteStream} from 'node:tty';
import {stripVTControlCharacters} from 'node:util';
import {seededRandom} from '../../source/network/random.js';
import {Screen} from '../../source/ui/screen.js';
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
    screen: new Screen(stream as unknown as WriteStream),
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
    screen.open();
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
    screen.open();
    screen.write('one\ntwo\nthree');
    screen.write('one');
    assert.deepEqual((await lines()).slice(0, 4), ['one', '', '', '']);
    screen.write('one\ntwo\nthree');
    assert.deepEqual((await lines()).slice(0, 4), ['one', 'two', 'three', '']);
  });

  it('draws the next frame whole after a clear, also when it is the same as the last', async () => {
    const {screen, lines, emulator} = open();
    screen.open();
    screen.write('one\ntwo');
    emulator.write(`${csi}1;1Hrubbish${csi}5;1Hmore rubbish`);
    screen.clear();
    screen.write('one\ntwo');
    assert.deepEqual(await lines(), ['one', 'two', '', '', '', '', '', '']);
  });

  it('writes nothing when the frame is the same', () => {
    const {screen, writes} = open();
    screen.open();
    screen.write('one\ntwo');
    const before = writes.length;
    assert.equal(screen.write('one\ntwo'), true);
    screen.write('');
    assert.equal(writes.length, before);
  });

  it('writes only the lines that have changed, in one piece that the terminal shows at once', () => {
    const {screen, writes} = open();
    screen.open();
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
    screen.open();
    screen.write('aaaaa\nbbbbb\nccccc');
    assert.deepEqual(await lines(), ['aaaaa', 'bbbbb', 'ccccc']);
    assert.equal(emulator.buffer.active.baseY, 0);
  });

  it('keeps the last column on terminals such as xterm, which erase it while a wrap is pending', () => {
    const {screen, writes} = open({columns: 5, rows: 3});
    screen.open();
    screen.write('aaaaa\nbbb\nccccc');
    screen.write(`ddddd\nbbbbb\n${csi}31mee${csi}39m`);
    assert.deepEqual(asXtermShows(writes.join(''), 5, 3), ['ddddd', 'bbbbb', 'ee   ']);
  });

  it('knows the size of its terminal as it is now', () => {
    const terminal = {columns: 80, rows: 24, write: () => true};
    const screen = new Screen(terminal as unknown as WriteStream);
    terminal.columns = 100;
    terminal.rows = 30;
    assert.deepEqual([screen.columns, screen.rows], [100, 30]);
  });
});

describe('the way into the screen and out', () => {
  it('leaves what the terminal showed before as it was', async () => {
    const {screen, lines, emulator} = open();
    emulator.write('$ mnist-tui\r\n');
    const before = await lines();
    screen.open();
    screen.write('frame\nframe');
    assert.deepEqual((await lines())[0], 'frame');
    assert.equal(emulator.buffer.active.type, 'alternate');
    screen.close();
    assert.deepEqual(await lines(), before);
    assert.equal(emulator.buffer.active.type, 'normal');
    assert.deepEqual([emulator.buffer.active.cursorX, emulator.buffer.active.cursorY], [0, 1]);
  });

  it('hides the cursor and has pasted text bracketed, and undoes both', () => {
    const {screen, writes} = open();
    screen.open();
    assert.equal(writes.join(''), `${csi}?1049h${csi}?25l${csi}?2004h${csi}2J`);
    screen.close();
    assert.equal(writes.at(-1), `${csi}?2004l${csi}?25h${csi}?1049l`);
  });

  it('writes nothing when it is closed again, before it is opened, or after it is closed', () => {
    const {screen, writes} = open();
    screen.write('early');
    screen.clear();
    screen.close();
    assert.deepEqual(writes, []);
    screen.open();
    screen.write('frame');
    screen.close();
    const before = writes.length;
    screen.close();
    screen.write('late');
    screen.clear();
    assert.equal(writes.length, before);
  });
});
