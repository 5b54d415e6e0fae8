import assert from 'node:assert/strict';
import {after, it} from 'node:test';
import {childOf} from '../helpers/dashboard.js';
import {atShell, bash, inShell} from '../helpers/shell.js';
import {endTerminals, keys, pseudoTerminals, type TerminalSession} from '../helpers/terminal.js';

after(endTerminals);

async function walks(terminal: TerminalSession, index: number): Promise<void> {
  await terminal.until('the whole dashboard', text => text.includes('  wasm') && text.includes('q quit'));
  assert.equal(terminal.emulator.buffer.active.type, 'alternate');
  terminal.press(keys.right);
  await terminal.until(`digit ${index}`, text => text.includes(`test ${index} label`));
}

it('the dashboard goes to the background and comes back whole, by Ctrl+Z, SIGTSTP and SIGSTOP', {
  skip: pseudoTerminals || bash,
}, async () => {
  const terminal = await inShell();
  await walks(terminal, 1);
  terminal.press('\u001A');
  await atShell(terminal, /Stopped/);
  terminal.press('fg\r');
  await walks(terminal, 2);
  for (const [at, signal] of (['SIGTSTP', 'SIGSTOP'] as const).entries()) {
    process.kill(childOf(terminal.pid), signal);
    await terminal.until('the shell', text => text.trimEnd().endsWith('ready>') || signal === 'SIGSTOP');
    if (signal === 'SIGTSTP') await atShell(terminal, /Stopped/);
    terminal.press('fg\r');
    await walks(terminal, at + 3);
  }
  terminal.press('\u000C');
  await walks(terminal, 5);
  terminal.press('q');
  await terminal.until('the shell again', text => text.trimEnd().endsWith('ready>'));
  terminal.press('exit\r');
  await terminal.exited;
});

it('a script that has started the dashboard is stopped with it, once, however often Ctrl+Z comes', {
  skip: pseudoTerminals || bash,
}, async () => {
  const terminal = await inShell('', program => `( ${program}; echo code $? )`);
  await walks(terminal, 1);
  terminal.press('\u001A\u001A\u001A');
  await atShell(terminal, /Stopped/);
  terminal.press('fg\r');
  await walks(terminal, 2);
  // Also where an index is typed, and where a question is asked.
  terminal.press('g4\u001A');
  await atShell(terminal, /Stopped/);
  terminal.press('fg\r');
  await terminal.until('the prompt for an index', text => text.includes('Go to test index: 4_'));
  terminal.press(keys.escape);
  await terminal.until('no prompt', text => text.includes('q quit'));
  terminal.press('q');
  await terminal.until('the shell again', text => /^code 0\nready>/m.test(text));
  terminal.press('exit\r');
  await terminal.exited;
});

it('a stopped dashboard has the terminal’s size when it goes on, and ends when it is told to', {
  skip: pseudoTerminals || bash,
}, async () => {
  const terminal = await inShell();
  await walks(terminal, 1);
  terminal.press('\u001A');
  await atShell(terminal, /Stopped/);
  terminal.resize(60, 20);
  terminal.press('fg\r');
  await terminal.until('the frame at 60 columns', text => text.includes('test 1 label') && isWhole(text, 60, 20));
  terminal.press('\u001A');
  await atShell(terminal, /Stopped/);
  terminal.press('kill %1\r');
  terminal.press('clear; wait; jobs; echo none left\r');
  await terminal.until('no job', text => /^none left$/m.test(text) && !text.includes('Stopped'));
  terminal.press('exit\r');
  await terminal.exited;
});

/** Whether a frame has the footer in its last line, and a title's rule that ends where the terminal does. */
function isWhole(text: string, columns: number, rows: number): boolean {
  const lines = text.split('\n');
  return (
    lines[rows - 2]?.includes('q quit') === true && lines.some(line => line.length === columns && line.endsWith('─'))
  );
}
