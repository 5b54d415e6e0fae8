import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {watch} from 'node:fs/promises';
import {constants} from 'node:os';
import path from 'node:path';
import {after, it} from 'node:test';
import {openDashboard} from '../helpers/dashboard.js';
import {scratchFolder} from '../helpers/environment.js';
import {programPath} from '../helpers/program.js';
import {endTerminals, keys, openTerminal, pseudoTerminals, type TerminalSession} from '../helpers/terminal.js';

after(endTerminals);

/** Has the worker wait for a file that nobody writes. */
async function inFile(): Promise<TerminalSession> {
  const file = path.join(scratchFolder(), 'digits.npz');
  execFileSync('mkfifo', [file]);
  const terminal = openTerminal(process.execPath, [programPath, '--engine', 'wasm', '--data', file]);
  await terminal.until('loading', text => text.includes('loading the dataset') && text.includes('q quit'));
  return terminal;
}

/** Node can put another program in this one's place from 22.15 on. */
const canEndInOrder = 'execve' in process;

for (const [name, leave, result] of [
  ['q', ({press}) => press('q'), canEndInOrder ? {exitCode: 0, signal: 0} : {exitCode: 0, signal: 9}],
  ['Ctrl+C', ({press}) => press(keys.ctrlC), {exitCode: 0, signal: constants.signals.SIGINT}],
  ['SIGTERM', ({kill}) => kill('SIGTERM'), {exitCode: 0, signal: constants.signals.SIGTERM}],
] as const satisfies readonly (readonly [string, (terminal: TerminalSession) => void, object])[]) {
  it(`a worker that is stuck in a file holds nothing up: ${name}`, {skip: pseudoTerminals}, async () => {
    const terminal = await inFile();
    leave(terminal);
    assert.deepEqual(await terminal.exited, result);
    assert.match(terminal.text(), /mnist-tui: the training thread is stuck in a file or a driver; ended by force/);
    assert.equal(terminal.emulator.buffer.active.type, 'normal');
  });
}

it('a terminal that does not read holds nothing up, and is given back when it reads', {
  skip: pseudoTerminals,
}, async () => {
  const folder = scratchFolder();
  const model = ['--model', path.join(folder, 'model.npz')];
  const terminal = await openDashboard(['--no-early-stop', '--epochs', '1000', ...model], {columns: 200, rows: 50});
  terminal.hang();
  terminal.press('t');
  // What a pseudo-terminal keeps is full after some epochs, of which each is saved.
  let saves = 0;
  for await (const {filename} of watch(folder)) if (filename === 'model.npz' && ++saves === 20) break;
  terminal.kill('SIGTERM');
  for (let tries = 0; tries < 200 && isRunning(terminal.pid); tries++) {
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  assert.equal(isRunning(terminal.pid), false);
  terminal.goOn();
  assert.equal((await terminal.exited).exitCode, 143);
  await terminal.until('the normal screen', () => terminal.emulator.buffer.active.type === 'normal');
});

/** Whether a process has yet to end; one that has ended counts as such before anybody asks how. */
function isRunning(pid: number): boolean {
  const state = execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], {encoding: 'utf8', stdio: 'pipe'}).trim();
  return state !== '' && !state.startsWith('Z');
}
