import assert from 'node:assert/strict';
import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {after, describe, it} from 'node:test';
import {openDashboard, quit} from '../helpers/dashboard.js';
import {fixture, jsonLines, runProgram, withFolder} from '../helpers/program.js';
import {endTerminals, keys, pseudoTerminals} from '../helpers/terminal.js';

after(endTerminals);

const data = ['--data', fixture('data-files/compressed.npz'), '--batch-size', '8', '--no-early-stop'];

describe('the dashboard and saved runs', {skip: pseudoTerminals}, () => {
  it('tells of the run that is saved, and with --resume goes on with it', async () => {
    await withFolder(async folder => {
      const model = ['--model', path.join(folder, 'w.npz')];
      await runProgram(['train', '--engine', 'wasm', ...data, '--epochs', '30', ...model]);
      const fresh = await openDashboard([...data, ...model]);
      await fresh.until(
        'the saved run',
        text => /saved: 30 epochs, \d/.test(text) && text.includes('c goes on with it'),
      );
      assert.ok(fresh.text().includes('random weights'));
      await quit(fresh);
      const resumed = await openDashboard([...data, ...model, '--resume', '--epochs', '40']);
      await resumed.until('where it goes on', text => /on from 30 epochs, \d/.test(text) && text.includes('30'));
      resumed.press('t');
      await resumed.until('the end', text => text.includes('epoch 40 of 40 is done'));
      await quit(resumed);
    });
  });

  it('says that the newest run is damaged, and offers the one before it', async () => {
    await withFolder(async home => {
      const env = {XDG_DATA_HOME: home, HOME: home, LOCALAPPDATA: home};
      const {stdout} = await runProgram(['train', '--engine', 'wasm', '--json', ...data, '--epochs', '30'], {env});
      const file = String(jsonLines(stdout).at(-1)?.model);
      writeFileSync(path.join(path.dirname(file), 'mnist-29990101-000000-1.npz'), readFileSync(file).subarray(0, 5000));
      const terminal = await openDashboard(data, {env});
      await terminal.until(
        'both',
        text => text.includes('a saved run is passed over: mnist-29990101-000000-1') && /saved: 30 epochs/.test(text),
      );
      await quit(terminal);
    });
  });

  it('shows a failed save until it succeeds, and says it again on leaving, with exit code 1', async () => {
    await withFolder(async folder => {
      const gone = path.join(folder, 'gone');
      const terminal = await openDashboard([...data, '--epochs', '3000', '--model', path.join(gone, 'w.npz')]);
      rmSync(gone, {recursive: true});
      terminal.press('t');
      await terminal.until('the fault', text => text.includes('could not be saved'), 30);
      terminal.press(keys.right);
      await terminal.until(
        'the fault, and the next digit',
        text => text.includes('test 1 label') && text.includes('could not'),
      );
      terminal.press('q');
      assert.equal((await terminal.exited).exitCode, 1);
      const left = terminal.output().split('\u001B[?1049l')[1] ?? '';
      assert.match(left, /mnist-tui: the weights could not be saved \([^\n]*w\.npz/);
    });
  });
});
