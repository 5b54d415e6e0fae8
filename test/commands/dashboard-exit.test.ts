import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {constants} from 'node:os';
import path from 'node:path';
import {after, describe, it} from 'node:test';
import {occurrences, openDashboard} from '../helpers/dashboard.js';
import {scratchFolder} from '../helpers/environment.js';
import {programPath, withFolder} from '../helpers/program.js';
import {endTerminals, keys, openTerminal, pseudoTerminals, type TerminalSession} from '../helpers/terminal.js';

after(endTerminals);

describe('the way out', {skip: pseudoTerminals}, () => {
  const restored = (terminal: TerminalSession): void => {
    const output = terminal.output();
    assert.equal(occurrences(output, '\u001B[?1049h'), 1);
    assert.equal(occurrences(output, '\u001B[?1049l'), 1);
    assert.ok(output.lastIndexOf('\u001B[?2004l') > output.lastIndexOf('\u001B[?2004h'), 'pastes are plain again');
    assert.ok(output.lastIndexOf('\u001B[?25h') > output.lastIndexOf('\u001B[?25l'), 'the cursor is back');
    assert.equal(terminal.emulator.buffer.active.type, 'normal');
  };

  for (const [name, leave, exitCode] of [
    ['q', terminal => terminal.press('q'), 0],
    ['SIGINT', terminal => terminal.kill('SIGINT'), 130],
    ['SIGTERM', terminal => terminal.kill('SIGTERM'), 143],
    ['SIGHUP', terminal => terminal.kill('SIGHUP'), 129],
  ] as const satisfies readonly (readonly [string, (terminal: TerminalSession) => void, number])[]) {
    it(`restores the terminal in the midst of training: ${name}`, async () => {
      const terminal = await openDashboard();
      terminal.press('t');
      await terminal.until('training', text => text.includes('Epoch 1 of 20'));
      leave(terminal);
      const result = await terminal.exited;
      assert.deepEqual([result.exitCode, result.signal ?? 0], [exitCode, 0]);
      restored(terminal);
    });
  }

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
