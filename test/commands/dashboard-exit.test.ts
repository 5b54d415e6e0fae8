import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {constants} from 'node:os';
import path from 'node:path';
import {after, describe, it} from 'node:test';
import {leavesWell, openDashboard, restored} from '../helpers/dashboard.js';
import {scratchFolder} from '../helpers/environment.js';
import {programPath, withFolder} from '../helpers/program.js';
import {endTerminals, keys, openTerminal, pseudoTerminals} from '../helpers/terminal.js';

after(endTerminals);

describe('the way out', {skip: pseudoTerminals}, () => {
  it('restores the terminal in the midst of training: q', () => leavesWell(terminal => terminal.press('q'), 0));

  it('restores the terminal in the midst of training: SIGTERM', () =>
    leavesWell(terminal => terminal.kill('SIGTERM'), 143));

  it('restores the terminal in the midst of training: Ctrl+C, also a shell’s terminal settings', async () => {
    const command = `"$0" "$@"; code=$?; stty -a > after; cmp before after && echo the same settings; exit $code`;
    const terminal = openTerminal(
      'sh',
      [
        '-c',
        `cd "$SCRATCH"; stty -a > before; ${command}`,
        process.execPath,
        programPath,
        '--engine',
        'wasm',
        '--pace',
        'full',
      ],
      {env: {SCRATCH: scratchFolder()}},
    );
    await terminal.until('the engine in the header', text => text.includes('  wasm'));
    terminal.press('t');
    await terminal.until('training', text => text.includes('Epoch 1 of 20'));
    terminal.press(keys.ctrlC);
    const result = await terminal.exited;
    assert.deepEqual([result.exitCode, result.signal ?? 0], [130, 0]);
    restored(terminal);
    assert.ok(terminal.text().includes('the same settings'), terminal.text());
  });

  it('is taken when the terminal is closed: the weights are saved, and SIGHUP ends the program', async () => {
    await withFolder(async folder => {
      const model = path.join(folder, 'model.npz');
      const terminal = await openDashboard(['--model', model, '--no-early-stop', '--epochs', '1000']);
      terminal.press('t');
      await terminal.until('training', text => /Epoch 2 of 1,?000/.test(text));
      terminal.close();
      assert.equal((await terminal.exited).signal, constants.signals.SIGHUP);
      assert.ok(existsSync(model));
    });
  });

  it('tells of bad data on the normal screen, in one line, with exit code 1', async () => {
    const terminal = openTerminal(process.execPath, [
      programPath,
      '--engine',
      'wasm',
      '--pace',
      'full',
      '--data',
      'nowhere.npz',
    ]);
    const {exitCode} = await terminal.exited;
    assert.equal(exitCode, 1);
    restored(terminal);
    assert.match(terminal.text().trim(), /^mnist-tui: nowhere\.npz: no such file or folder/);
  });
});
