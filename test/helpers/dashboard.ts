import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import type {Pace} from '../../source/training/pace.js';
import {programPath} from './program.js';
import {openTerminal, type TerminalSession} from './terminal.js';

/** How often a text has a part in it. */
export const occurrences = (text: string, part: string): number => text.split(part).length - 1;

/** Opens the dashboard, which trains as fast as it can unless told otherwise, and waits until it can train. */
export async function openDashboard(
  args: readonly string[] = [],
  options: Parameters<typeof openTerminal>[2] = {},
  pace: Pace = 'full',
): Promise<TerminalSession> {
  const terminal = openTerminal(
    process.execPath,
    [programPath, '--engine', 'wasm', '--pace', String(pace), ...args],
    options,
  );
  await terminal.until('the engine in the header', text => text.includes('  wasm'));
  return terminal;
}

/** Quits, and checks that all is well. */
export async function quit(terminal: TerminalSession): Promise<void> {
  terminal.press('q');
  assert.equal((await terminal.exited).exitCode, 0);
}

/** The process that a shell runs; Linux only. */
export function childOf(shell: number): number {
  return Number(readFileSync(`/proc/${shell}/task/${shell}/children`, 'utf8').trim().split(' ').at(-1));
}

/** Checks that a dashboard that has ended left the terminal as it was. */
export function restored(terminal: TerminalSession): void {
  const output = terminal.output();
  assert.equal(occurrences(output, '\u001B[?1049h'), 1);
  assert.equal(occurrences(output, '\u001B[?1049l'), 1);
  assert.ok(output.lastIndexOf('\u001B[?2004l') > output.lastIndexOf('\u001B[?2004h'), 'pastes are plain again');
  assert.ok(output.lastIndexOf('\u001B[?25h') > output.lastIndexOf('\u001B[?25l'), 'the cursor is back');
  assert.equal(terminal.emulator.buffer.active.type, 'normal');
}

/** Leaves a dashboard that trains, and checks that it ends with a code and restores the terminal. */
export async function leavesWell(leave: (terminal: TerminalSession) => void, exitCode: number): Promise<void> {
  const terminal = await openDashboard();
  terminal.press('t');
  await terminal.until('training', text => text.includes('Epoch 1 of 20'));
  leave(terminal);
  const result = await terminal.exited;
  assert.deepEqual([result.exitCode, result.signal ?? 0], [exitCode, 0]);
  restored(terminal);
}
