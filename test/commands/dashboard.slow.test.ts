import assert from 'node:assert/strict';
import {after, describe, it} from 'node:test';
import {checkEngine} from '../../source/engines/check.js';
import {moveHome} from '../helpers/environment.js';
import {programPath} from '../helpers/program.js';
import {withoutTensorFlow} from '../helpers/tensorflow.js';
import {endTerminals, keys, openTerminal, pseudoTerminals} from '../helpers/terminal.js';

moveHome();
after(endTerminals);

describe('the dashboard with TensorFlow', {skip: pseudoTerminals || withoutTensorFlow}, () => {
  it('trains twice, goes on with another engine, and comes back', async () => {
    const args = [programPath, '--engine', 'tensorflow', '--pace', 'full', '--epochs', '1'];
    const terminal = openTerminal(process.execPath, args, {columns: 160, rows: 24});
    await terminal.until('the engine in the header', text => /tensorflow on (CPU|GPU)/.test(text), 60);
    for (const epoch of [1, 2]) {
      terminal.press('t');
      await terminal.until(`epoch ${epoch}`, text => text.includes(`epoch ${epoch} of ${epoch} is done`), 60);
    }
    terminal.press('e');
    await terminal.until(
      'an engine that is not there, or the next',
      text => /engine webgpu: |webgpu on /.test(text),
      60,
    );
    terminal.press('e');
    await terminal.until('the wasm engine', text => text.includes('  wasm'), 60);
    terminal.press('t');
    await terminal.until('epoch 3', text => text.includes('epoch 3 of 3 is done'), 60);
    const accuracy = Number(/─ (\d+\.\d) %/.exec(terminal.text())?.[1]);
    assert.ok(accuracy > 96.3, `accuracy ${accuracy} after three epochs on two engines`);
    terminal.press('e');
    await terminal.until('TensorFlow again', text => /tensorflow on (CPU|GPU)/.test(text), 60);
    terminal.press('t');
    await terminal.until('epoch 4', text => text.includes('epoch 4 of 4 is done'), 60);
    assert.doesNotMatch(terminal.output(), /oneDNN|cpu_feature_guard/);
    terminal.press('q');
    assert.equal((await terminal.exited).exitCode, 0);
  });
});

describe('the dashboard with WebGPU', {skip: pseudoTerminals}, () => {
  it('answers keys while it trains, and leaves at once', async t => {
    const {state, detail} = await checkEngine('webgpu');
    if (state !== 'works') return t.skip(`skipped: ${detail}`);
    const terminal = openTerminal(process.execPath, [programPath, '--engine', 'webgpu', '--pace', 'full'], {
      columns: 160,
      rows: 24,
    });
    await terminal.until('the engine in the header', text => text.includes('webgpu on '), 60);
    terminal.press('t');
    await terminal.until('some percent', text => /Epoch 1 of 20, [1-9]\d? %/.test(text), 60);
    for (let index = 1; index <= 5; index++) {
      terminal.press(keys.right);
      await terminal.until(
        `digit ${index} and its answer`,
        text => text.includes(`test ${index} label`) && /answer \d/.test(text),
      );
    }
    assert.match(terminal.text(), /full pace/);
    terminal.press('q');
    assert.equal((await terminal.exited).exitCode, 0);
  });
});
