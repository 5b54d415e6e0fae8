import assert from 'node:assert/strict';
import {after, describe, it} from 'node:test';
import {quit} from '../helpers/dashboard.js';
import {programPath} from '../helpers/program.js';
import {atShell, bash, inShell} from '../helpers/shell.js';
import {endTerminals, keys, openTerminal, pseudoTerminals, type TerminalSession} from '../helpers/terminal.js';

after(endTerminals);

const says = (terminal: TerminalSession, line: string | RegExp, seconds?: number): Promise<void> =>
  terminal.until(
    `the line ${line}`,
    text => (typeof line === 'string' ? text.split('\n').includes(line) : line.test(text)),
    seconds,
  );

describe('the dashboard for a screen reader', {skip: pseudoTerminals}, () => {
  it('says what happens in plain lines, also on a dumb terminal', async () => {
    const args = [programPath, '--engine', 'wasm', '--pace', 'full', '--screen-reader'];
    const terminal = openTerminal(process.execPath, args, {env: {TERM: 'dumb'}, columns: 120, rows: 100});
    await says(terminal, 'mnist-tui: ? lists the keys, q quits');
    await says(terminal, /^mnist\.npz, wasm on CPU, \d+ threads?, seed 1$/m);
    await says(terminal, 'test 0: label 7');
    terminal.press('g17');
    await says(terminal, 'Go to test index: 17');
    terminal.press(keys.enter);
    await says(terminal, 'test 17: label 7');
    terminal.press('t');
    await says(terminal, 'Training: epochs 1 to 20');
    await says(terminal, /^Epoch 7 of 20: 97\.\d % right, mean test loss 0\.00\d\d$/m, 60);
    await says(terminal, /^Training ended: early stop, 7 epochs, last run .*; saved in /m);
    await says(terminal, /^answer 7, right, score \d\.\d\d$/m);
    terminal.press('?m');
    await says(terminal, 'PgUp PgDn: a hundred digits back, on');
    await says(terminal, 'Total params: 101,770');
    terminal.press(keys.right);
    await says(terminal, 'test 18: label 3');
    await quit(terminal);
    // The terminal's driver puts a carriage return before each line feed.
    assert.match(terminal.output(), /^(?:[ -~]*\r\n)*$/);
  });

  it('gives the shell its terminal back, at Ctrl+Z and Ctrl+C, and says everything anew at fg', {
    skip: bash,
  }, async () => {
    const terminal = await inShell('--screen-reader');
    await says(terminal, 'test 0: label 7');
    terminal.press('\u001A');
    await atShell(terminal, /Stopped/);
    terminal.press('clear; fg\r');
    await says(terminal, 'test 0: label 7');
    terminal.press(keys.right);
    await says(terminal, 'test 1: label 2');
    terminal.press(keys.ctrlC);
    await atShell(terminal, /label 2/);
    terminal.press('exit\r');
    await terminal.exited;
  });
});
