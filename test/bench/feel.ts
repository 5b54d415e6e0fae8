import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {type ViewName, viewNames} from '../../source/state/screen.js';
import {programPath} from '../helpers/program.js';
import {keys, openTerminal, type TerminalSession} from '../helpers/terminal.js';
import {percentile} from './percentile.js';

/** How the dashboard behaves while it trains at full speed at 80 × 24, and while it idles. */
export type Feel = {
  /** From key press to repaint in each view that shows digits, in milliseconds: median and 95th percentile. */
  readonly keys: readonly {readonly view: string; readonly median: number; readonly p95: number}[];
  /** While training, with no key pressed. */
  readonly updatesPerSecond: number;
  readonly bytesPerSecond: number;
  /** Idle after training. */
  readonly idleBytes: number;
  /** Share of one core, in percent; undefined where the system does not tell. */
  readonly idleCpuPercent: number | undefined;
  /** Resident memory in MB after these epochs of one run. */
  readonly memory: readonly {readonly epoch: number; readonly megabytes: number}[];
};

/** Presses in a view, and the views: in the others the arrows walk no digits. */
const presses = 60;
const views = ['learn', 'mistakes', 'network', 'map'] as const satisfies readonly ViewName[];
const quiet = 4000;

/** Drives the dashboard through a pseudo-terminal. */
export async function measureFeel(): Promise<Feel> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mnist-tui-'));
  const options = [
    '--engine',
    'wasm',
    '--pace',
    'full',
    '--no-early-stop',
    '--epochs',
    '10000',
    '--model',
    path.join(folder, 'model.npz'),
  ];
  const terminal = openTerminal(process.execPath, [programPath, ...options]);
  await terminal.until('the dashboard', text => text.includes('  wasm'));
  terminal.press('t');
  await terminal.until('training', text => text.includes('Epoch 3 of'));
  const times = await keysByView(terminal);
  const before = terminal.output().length;
  await sleep(quiet);
  const written = terminal.output().slice(before);
  const memory = [];
  for (const epoch of [50, 250, 500, 750, 1000]) {
    await terminal.until(`epoch ${epoch}`, text => Number(/Epoch ([\d,]+) of/.exec(text)?.[1]) >= epoch, 600);
    memory.push({epoch, megabytes: residentMegabytes(terminal.pid)});
  }
  terminal.press('t');
  await terminal.until('the stop', text => text.includes('stopped in epoch'));
  const idle = await idleFor(quiet, terminal);
  terminal.press('q');
  await terminal.exited;
  rmSync(folder, {recursive: true});
  return {
    keys: times,
    updatesPerSecond: (written.split('\u001B[?2026h').length - 1) / (quiet / 1000),
    bytesPerSecond: Buffer.byteLength(written) / (quiet / 1000),
    ...idle,
    memory,
  };
}

/** What the dashboard writes and uses while nothing happens. */
async function idleFor(
  milliseconds: number,
  terminal: TerminalSession,
): Promise<Pick<Feel, 'idleBytes' | 'idleCpuPercent'>> {
  // The moments that were not evaluated while it trained are evaluated first.
  await sleep(8000);
  const [bytesFrom, cpuFrom] = [terminal.output().length, cpuSeconds(terminal.pid)];
  await sleep(milliseconds);
  const idleBytes = terminal.output().length - bytesFrom;
  const cpuTo = cpuSeconds(terminal.pid);
  const known = cpuFrom !== undefined && cpuTo !== undefined;
  return {idleBytes, idleCpuPercent: known ? (100 * (cpuTo - cpuFrom)) / (milliseconds / 1000) : undefined};
}

/** How long keys take in each view; the first is shown again at the end. */
async function keysByView(terminal: TerminalSession): Promise<Feel['keys']> {
  const times = [];
  for (const [place, view] of views.entries()) {
    terminal.press(String(viewNames.indexOf(view) + 1));
    const taken = await pressKeys(terminal, place * presses);
    times.push({view, median: percentile(taken, 0.5), p95: percentile(taken, 0.95)});
  }
  terminal.press('1');
  return times;
}

async function pressKeys(terminal: TerminalSession, from: number): Promise<number[]> {
  const times: number[] = [];
  for (let press = 1; press <= presses; press++) {
    // Uneven pauses, so that presses do not fall in step with the frames.
    await sleep(60 + ((press * 37) % 90));
    const began = performance.now();
    terminal.press(keys.right);
    const digit = from + press;
    await terminal.until(`digit ${digit}`, text => text.includes(`test ${digit} label`));
    times.push(performance.now() - began);
  }
  return times;
}

/** Linux tells of a process in /proc; other systems leave these figures out. */
function fromProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}

function residentMegabytes(pid: number): number {
  return Number(/VmRSS:\s*(\d+)/.exec(fromProc(pid, 'status') ?? '')?.[1] ?? Number.NaN) / 1024;
}

function cpuSeconds(pid: number): number | undefined {
  const fields = fromProc(pid, 'stat')?.split(') ')[1]?.split(' ');
  // User and system time in ticks of a hundredth of a second.
  return fields === undefined ? undefined : (Number(fields[11]) + Number(fields[12])) / 100;
}
