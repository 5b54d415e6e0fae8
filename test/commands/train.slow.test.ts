import assert from 'node:assert/strict';
import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {open} from 'node:fs/promises';
import path from 'node:path';
import {it} from 'node:test';
import {programEnvironment, scratchFolder} from '../helpers/environment.js';
import {programPath} from '../helpers/program.js';

it('train ends at a signal before it has started, though it waits for a file', {
  skip: process.platform === 'win32' && 'skipped: needs a FIFO',
}, async () => {
  const file = path.join(scratchFolder(), 'digits.npz');
  execFileSync('mkfifo', [file]);
  const args = [programPath, 'train', '--json', '--engine', 'wasm', '--data', file];
  const program = spawn(process.execPath, args, {env: programEnvironment({}), stdio: ['ignore', 'pipe', 'inherit']});
  const writer = await open(file, 'w');
  program.kill('SIGINT');
  const [code, signal] = (await once(program, 'exit')) as [number | null, string | null];
  assert.ok(code === 130 || signal === 'SIGINT', `${code} ${signal}`);
  await writer.close();
});
