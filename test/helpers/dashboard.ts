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
