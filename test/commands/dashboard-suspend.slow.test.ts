import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {after, it} from 'node:test';
import {childOf} from '../helpers/dashboard.js';
import {scratchFolder} from '../helpers/environment.js';
import {programPath} from '../helpers/program.js';
import {endTerminals, keys, openTerminal, pseudoTerminals, type TerminalSession} from '../helpers/terminal.js';

after(endTerminals);

const bash =
  process.platform === 'linux' && spawnSync('bash', ['-c', 'true']).status === 0
    ? false
    : 'skipped: needs Linux with bash';

/** A shell with jobs, in which the dashboard runs. */
async function inShell(): Promise<TerminalSession> {
  const terminal = openTerminal('bash', ['--norc', '--noprofile', '-i'], {
    env: {PS1: 'ready> ', HOME: scratchFolder()},
  });
  await terminal.until('the prompt', text => text.includes('ready>'));
  terminal.press(`"${process.execPath}" "${programPath}" --engine wasm\r`);
  await terminal.until('the dashboard', text => text.includes('wasm on CPU') && text.includes('q quit'));
  return terminal;
}

/** What the shell sees of its terminal: the prompt on the normal screen, and line editing as it was. */
async function atShell(terminal: TerminalSession, said: RegExp): Promise<void> {
  await terminal.until('the shell', text => said.test(text) && text.trimEnd().endsWith('ready>'));
  assert.equal(terminal.emulator.buffer.active.type, 'normal');
  terminal.press('stty -a | grep -q -- " icanon" && stty -a | grep -q -- " echo " && echo sane terminal\r');
  await terminal.until('line editing', text => /^sane terminal$/m.test(text));
}

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
  terminal.press('\u001A');
  await atShell(terminal, /Stopped/);
  terminal.press('fg\r');
  await walks(terminal, 1);
  for (const [at, signal] of (['SIGTSTP', 'SIGSTOP'] as const).entries()) {
    process.kill(childOf(terminal.pid), signal);
    await terminal.until('the shell', text => text.trimEnd().endsWith('ready>') || signal === 'SIGSTOP');
    if (signal === 'SIGTSTP') await atShell(terminal, /Stopped/);
    terminal.press('fg\r');
    await walks(terminal, at + 2);
  }
  terminal.press('\u000C');
  await walks(terminal, 4);
  terminal.press('q');
  await terminal.until('the shell again', text => text.trimEnd().endsWith('ready>'));
  terminal.press('exit\r');
  await terminal.exited;
});
