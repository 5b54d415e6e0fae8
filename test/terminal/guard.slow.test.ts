import assert from 'node:assert/strict';
import {existsSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {after, it} from 'node:test';
import {childOf} from '../helpers/dashboard.js';
import {scratchFolder} from '../helpers/environment.js';
import {programPath} from '../helpers/program.js';
import {endTerminals, keys, openTerminal, pseudoTerminals, type TerminalSession} from '../helpers/terminal.js';

after(endTerminals);

/** The dashboard below a shell that tells its exit code and compares the terminal's settings, with other code in it. */
async function under(code: string, args: readonly string[] = []): Promise<TerminalSession> {
  const folder = scratchFolder();
  const preload = path.join(folder, 'preload.cjs');
  writeFileSync(preload, `if (require('node:worker_threads').isMainThread) {${code}}`);
  const script = `cd "$SCRATCH"; stty -ixon; stty -g > before; "$0" "$@"; echo "code $?"; sleep 0.3; stty -g > after
    cmp before after && echo the same settings`;
  const command = [process.execPath, '--require', preload, ...args, programPath, '--engine', 'wasm'];
  const terminal = openTerminal('sh', ['-c', script, ...command], {env: {SCRATCH: folder}});
  await terminal.until('the dashboard', text => text.includes('  wasm') && text.includes('q quit'));
  return terminal;
}

const whenAsked = (code: string): string => `process.on('SIGUSR2', () => {${code}});`;

/** Whether processes of the program are left. */
function left(pid: number): boolean {
  return existsSync(`/proc/${pid}`);
}

const onlyLinux = process.platform === 'linux' ? false : 'skipped: looks into /proc';

for (const [what, code, args] of [
  ['it is killed', `process.kill(process.pid, 'SIGKILL');`, []],
  ['it aborts, as native code does', 'process.abort();', []],
  ['V8 has no memory left', 'const all = []; for (;;) all.push(new Array(1e5).fill({}));', ['--max-old-space-size=60']],
] as const) {
  it(`the terminal is as it was before when ${what}, and a line says so`, {
    skip: pseudoTerminals || onlyLinux,
  }, async () => {
    const terminal = await under(whenAsked(code), args);
    const pid = childOf(terminal.pid);
    process.kill(pid, 'SIGUSR2');
    await terminal.exited;
    const text = terminal.text();
    assert.equal(terminal.emulator.buffer.active.type, 'normal');
    assert.match(text, /the same settings/);
    assert.match(
      text.replaceAll('\n', ''),
      /mnist-tui: the program was ended from outside, crashed .* or ran out of mem/,
    );
    assert.ok(terminal.output().lastIndexOf('\u001B[?25h') > terminal.output().lastIndexOf('\u001B[?25l'));
    assert.equal(left(pid), false);
  });
}

it('what others write becomes a notice, and stands on the normal screen afterwards', {
  skip: pseudoTerminals,
}, async () => {
  const terminal = await under(whenAsked(`console.log('a stray line'); process.emitWarning('mind the gap');`));
  process.kill(childOf(terminal.pid), 'SIGUSR2');
  await terminal.until('the notice', text => text.includes('mind the gap'));
  assert.ok(!terminal.text().includes('a stray line'));
  terminal.press(keys.right);
  await terminal.until('a whole screen', text => text.includes('test 1 label') && text.includes('  wasm'));
  terminal.press('q');
  await terminal.exited;
  assert.match(terminal.text(), /a stray line\nWarning: mind the gap\ncode 0\nthe same settings/);
});
