import assert from 'node:assert/strict';
import {after, it} from 'node:test';
import {childOf} from '../helpers/dashboard.js';
import {atShell, bash, inShell} from '../helpers/shell.js';
import {endTerminals, keys, pseudoTerminals, type TerminalSession} from '../helpers/terminal.js';

after(endTerminals);

async function walks(terminal: TerminalSession, index: number): Promise<void> {
  await terminal.until('the whole dashboard', text => text.includes('wasm on CPU') && text.includes('q quit'));
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
