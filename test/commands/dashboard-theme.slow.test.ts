import assert from 'node:assert/strict';
import {after, describe, it} from 'node:test';
import {openDashboard, quit} from '../helpers/dashboard.js';
import {programPath} from '../helpers/program.js';
import {endTerminals, keys, openTerminal, pseudoTerminals, type TerminalSession} from '../helpers/terminal.js';

after(endTerminals);

const question = '\u001B]11;?\u001B\\\u001B[c';
const [white, black] = ['\u001B]11;rgb:ffff/ffff/ffff\u001B\\', '\u001B]11;rgb:0000/0000/0000\u001B\\'];
const fence = '\u001B[?62;22c';

/** The colours of a key in the footer and of the paper in the digit's upper left corner. */
const light = {key: 25, paper: 231};
const dark = {key: 81, paper: 16};

function colors({lines, emulator}: TerminalSession): {key: number | undefined; paper: number | undefined} {
  const cell = (row: number, column: number) => emulator.buffer.active.getLine(row)?.getCell(column);
  const row = lines().findIndex(line => line.includes('q quit'));
  return {
    key: cell(row, lines()[row]?.indexOf('q quit') ?? 0)?.getFgColor(),
    paper: cell(2, 0)?.getBgColor(),
  };
}

/** Waits for a frame in these colours. */
const drawn = (terminal: TerminalSession, wanted: typeof light): Promise<void> =>
  terminal.until(`a frame with ${JSON.stringify(wanted)}`, text => {
    const {key, paper} = colors(terminal);
    return text.includes('q quit') && key === wanted.key && paper === wanted.paper;
  });

describe('the theme of the dashboard', {skip: pseudoTerminals}, () => {
  it('is dark without an answer, light after a late one, and as it is after the fence', async () => {
    const terminal = await openDashboard();
    assert.equal(terminal.output().split(question).length, 2, 'the question is put once');
    await drawn(terminal, dark);
    terminal.press(white);
    await drawn(terminal, light);
    terminal.press(`${fence}${black}${keys.right}`);
    await terminal.until('the next digit', text => text.includes('test 1 label'));
    assert.deepEqual(colors(terminal), light);
    await quit(terminal);
  });

  it('is that of COLORFGBG until the terminal says what it is', async () => {
    const terminal = await openDashboard([], {env: {COLORFGBG: '0;15'}});
    await drawn(terminal, light);
    terminal.press(black + fence);
    await drawn(terminal, dark);
    await quit(terminal);
  });

  it('is the one that is given, and then the terminal is not asked', async () => {
    const terminal = await openDashboard(['--theme', 'light']);
    await drawn(terminal, light);
    terminal.press(`${black}${keys.right}`);
    await terminal.until('the next digit', text => text.includes('test 1 label'));
    assert.deepEqual(colors(terminal), light);
    await quit(terminal);
    assert.ok(!terminal.output().includes('\u001B]11'));
  });

  it('holds nothing up when the answer comes after the end was asked for', async () => {
    const terminal = openTerminal(process.execPath, [programPath, '--engine', 'wasm', '--data', 'nowhere.npz']);
    await terminal.until('the question', () => terminal.output().includes(question));
    // The program ends by itself, since there is no such file; the answer comes meanwhile.
    terminal.press(`q${white}`);
    await terminal.exited;
    assert.equal(terminal.emulator.buffer.active.type, 'normal');
  });

  it('is not asked for where no colours are shown', async () => {
    const terminal = await openDashboard(['--no-color']);
    await quit(terminal);
    assert.ok(!terminal.output().includes('\u001B]11'));
  });
});
