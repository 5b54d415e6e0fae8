import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {type FileHandle, open as openFile, watch} from 'node:fs/promises';
import {constants} from 'node:os';
import path from 'node:path';
import {after, it} from 'node:test';
import {childOf} from '../helpers/dashboard.js';
import {scratchFolder} from '../helpers/environment.js';
import {programPath} from '../helpers/program.js';
import {endTerminals, keys, openTerminal, pseudoTerminals, type TerminalSession} from '../helpers/terminal.js';

const open: FileHandle[] = [];
after(async () => {
  endTerminals();
  for (const file of open) await file.close();
});

/** Has the worker wait for a file that is opened and never written. */
async function inFile(): Promise<TerminalSession> {
  const file = path.join(scratchFolder(), 'digits.npz');
  execFileSync('mkfifo', [file]);
  const terminal = openTerminal(process.execPath, [programPath, '--engine', 'wasm', '--pace', 'full', '--data', file]);
  // It is opened as soon as the worker opens it, too.
  open.push(await openFile(file, 'w'));
  await terminal.until('loading', text => text.includes('loading the dataset') && text.includes('q quit'));
  return terminal;
}

const onlyLinux = process.platform === 'linux' ? false : 'skipped: looks into /proc';

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
  skip: pseudoTerminals || onlyLinux,
}, async () => {
  const folder = scratchFolder();
  const args = [
    '--engine',
    'wasm',
    '--pace',
    'full',
    '--no-early-stop',
    '--epochs',
    '1000',
    '--model',
    path.join(folder, 'model.npz'),
  ];
  const script = '"$0" "$@"; echo "code $?"; read -r line';
  const terminal = openTerminal('sh', ['-c', script, process.execPath, programPath, ...args], {columns: 200, rows: 50});
  await terminal.until('the engine in the header', text => text.includes('  wasm'));
  const dashboard = childOf(terminal.pid);
  terminal.hang();
  terminal.press('t');
  // What a pseudo-terminal keeps is full after some epochs, of which each is saved.
  let saves = 0;
  for await (const {filename} of watch(folder)) if (filename === 'model.npz' && ++saves === 4) break;
  process.kill(dashboard, 'SIGTERM');
  for (let tries = 0; tries < 200 && existsSync(`/proc/${dashboard}`); tries++) {
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  assert.equal(existsSync(`/proc/${dashboard}`), false);
  terminal.goOn();
  const isNormal = (): boolean => terminal.emulator.buffer.active.type === 'normal';
  await terminal.until('the code, and the normal screen', () => isNormal() && terminal.output().includes('code 143'));
  terminal.press('\r');
  await terminal.exited;
  assert.doesNotMatch(terminal.text(), /crashed/);
});
