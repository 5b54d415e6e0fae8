import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {closeSync, existsSync, openSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {programEnvironment} from '../helpers/environment.js';
import {fixture, programPath, withFolder} from '../helpers/program.js';

const small = fixture('data-files/compressed.npz');

/** Runs the program with something as its standard output that cannot be written. */
function runInto(
  output: number | 'closed',
  args: readonly string[],
): Promise<{stderr: string; exitCode: number | null}> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [programPath, ...args], {
      env: programEnvironment(),
      timeout: 60_000,
      stdio: ['ignore', output === 'closed' ? 'pipe' : output, 'pipe'],
    });
    child.stdout?.destroy();
    let stderr = '';
    child.stderr?.on('data', data => {
      stderr += String(data);
    });
    child.on('error', reject);
    child.on('close', exitCode => resolve({stderr, exitCode}));
  });
}

/** Gives a file that is open for reading alone: writing to it fails as it does on a full disk. */
async function withReadOnly<Value>(folder: string, use: (descriptor: number) => Promise<Value>): Promise<Value> {
  const file = path.join(folder, 'read-only');
  writeFileSync(file, '');
  const descriptor = openSync(file, 'r');
  try {
    return await use(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

const commands: readonly (readonly string[])[] = [
  ['show', '0-31', '--json', '--data', small],
  ['info', '--data', small],
  ['help'],
  ['train', '--help'],
  ['--version'],
  ['version'],
  ['completions', 'bash'],
];

describe('standard output that cannot be written', () => {
  it('is one line on standard error and exit code 1 when its reader has gone', async () => {
    for (const args of commands.slice(0, 2)) {
      const {stderr, exitCode} = await runInto('closed', args);
      assert.equal(stderr, 'mnist-tui: standard output: its reader has closed it\n');
      assert.equal(exitCode, 1);
    }
  });

  it('is one line on standard error and exit code 1 when writing fails, whatever the command', async () => {
    await withFolder(folder =>
      withReadOnly(folder, async descriptor => {
        for (const args of commands) {
          const {stderr, exitCode} = await runInto(descriptor, args);
          assert.match(stderr, /^mnist-tui: standard output: [^\n]+\n$/, args.join(' '));
          assert.equal(exitCode, 1, args.join(' '));
        }
      }),
    );
  });

  it('does not end a training, whose weights are saved', async () => {
    await withFolder(folder =>
      withReadOnly(folder, async descriptor => {
        for (const [name, output] of Object.entries({full: descriptor, closed: 'closed' as const})) {
          const model = path.join(folder, `${name}.npz`);
          const args = [
            'train',
            '--engine',
            'wasm',
            '--epochs',
            '3',
            '--batch-size',
            '8',
            '--data',
            small,
            '--model',
            model,
          ];
          const {stderr, exitCode} = await runInto(output, args);
          assert.match(stderr, /^mnist-tui: standard output: [^\n]+; training goes on, for its weights\n$/);
          assert.equal(exitCode, 1);
          assert.ok(existsSync(model), name);
        }
      }),
    );
  });

  it('ends a training that keeps no weights', async () => {
    await withFolder(folder =>
      withReadOnly(folder, async descriptor => {
        const args = [
          'train',
          '--engine',
          'wasm',
          '--epochs',
          '10000',
          '--batch-size',
          '8',
          '--data',
          small,
          '--no-save',
        ];
        const {stderr, exitCode} = await runInto(descriptor, args);
        assert.match(stderr, /^mnist-tui: standard output: [^\n;]+\n$/);
        assert.equal(exitCode, 1);
      }),
    );
  });
});
