import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {scratchFolder} from './environment.js';
import {programPath} from './program.js';
import {openTerminal, type TerminalSession} from './terminal.js';

/** Why tests in a shell with jobs cannot run here, or false when they can. */
export const bash: string | false =
  process.platform === 'linux' && spawnSync('bash', ['-c', 'true']).status === 0
    ? false
    : 'skipped: needs Linux with bash';

/**
 * A shell with jobs, in which the dashboard is started with some arguments.
 * @param command what starts it, such as a script that waits for it
 */
export async function inShell(args = '', command = (program: string) => program): Promise<TerminalSession> {
  const terminal = openTerminal('bash', ['--norc', '--noprofile', '-i'], {
    env: {PS1: 'ready> ', HOME: scratchFolder()},
  });
  await terminal.until('the prompt', text => text.includes('ready>'));
  terminal.press(`${command(`"${process.execPath}" "${programPath}" --engine wasm ${args}`)}\r`);
  return terminal;
}

/** What the shell sees of its terminal: the prompt on the normal screen, and line editing as it was. */
export async function atShell(terminal: TerminalSession, said: RegExp): Promise<void> {
  await terminal.until('the shell', text => said.test(text) && text.trimEnd().endsWith('ready>'));
  assert.equal(terminal.emulator.buffer.active.type, 'normal');
  terminal.press('clear; stty -a | grep -q -- " icanon" && stty -a | grep -q -- " echo " && echo sane terminal\r');
  await terminal.until('line editing', text => /^sane terminal$/m.test(text));
}
