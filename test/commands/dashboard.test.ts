import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, describe, it} from 'node:test';
import {checkEngine} from '../../source/engines/check.js';
import {programPath} from '../helpers/program.js';
import {withoutTensorFlow} from '../helpers/tensorflow.js';
import {keys, openTerminal, type TerminalSession} from '../helpers/terminal.js';

const folder = mkdtempSync(path.join(tmpdir(), 'mnist-tui-'));
after(() => rmSync(folder, {recursive: true, force: true}));

/** Opens the dashboard and waits until it can train. */
async function openDashboard(
  args: readonly string[] = [],
  options: Parameters<typeof openTerminal>[2] = {},
): Promise<TerminalSession> {
  const terminal = openTerminal(
    process.execPath,
    [programPath, '--model', path.join(folder, 'model.npz'), ...args],
    options,
  );
  await terminal.until('the engine in the header', text => text.includes('wasm on CPU'));
  return terminal;
}

async function quit(terminal: TerminalSession): Promise<void> {
  terminal.press('q');
  assert.equal((await terminal.exited).exitCode, 0);
}

const occurrences = (text: string, part: string): number => text.split(part).length - 1;
const pseudoTerminals = process.platform === 'win32' ? 'pseudo-terminals are tested on Linux and macOS' : false;

describe('the dashboard at 80 × 24', {skip: pseudoTerminals}, () => {
  it('shows digit, label, training, prediction, loss and keys on its first screen, in at most 23 lines', async () => {
    const terminal = await openDashboard();
    await terminal.until('the first test digit', text => text.includes('test 0 label 7'));
    const text = terminal.text();
    for (const part of ['mnist.npz', 'Training', 'Prediction', 'weights are random', 'Loss', 't train', 'q quit']) {
      assert.ok(text.includes(part), part);
    }
    assert.equal(terminal.lines()[23], '');
    await quit(terminal);
  });

  it('walks to test digit 200 key by key, with several keys in one chunk', async () => {
    const terminal = await openDashboard();
    terminal.press(keys.pageDown + keys.down.repeat(11));
    await terminal.until('digit 210', text => text.includes('test 210 label'));
    terminal.press(keys.left.repeat(12) + keys.right + keys.right);
    await terminal.until('digit 200', text => text.includes('test 200 label 3'));
    terminal.press(`${keys.pageUp}${keys.up}`);
    await terminal.until('digit 90', text => text.includes('test 90 label'));
    terminal.press(keys.end);
    await terminal.until('the last digit', text => text.includes('test 9999 label 6'));
    terminal.press(keys.right + keys.home);
    await terminal.until('the first digit', text => text.includes('test 0 label 7'));
    terminal.press(`g200${keys.enter}`);
    await terminal.until('digit 200 again', text => text.includes('test 200 label 3'));
    terminal.press(`g99999${keys.enter}`);
    await terminal.until('what indices there are', text => text.includes('test has indices 0 to 9999'));
    terminal.press(keys.tab);
    await terminal.until('the train split', text => text.includes('train 200 label'));
    await quit(terminal);
  });

  it('predicts before, while and after it trains, and shows the training grow', async () => {
    const terminal = await openDashboard(['--index', '200']);
    terminal.press('p');
    await terminal.until('an answer from random weights', text =>
      /answer \d, (right|wrong); weights are random/.test(text),
    );
    terminal.press('t');
    const percents = new Set<string>();
    await terminal.until(
      'the end of training',
      text => {
        const percent = /Epoch \d+\/20 .* (\d+)%/.exec(text)?.[0];
        if (percent !== undefined) percents.add(percent);
        return text.includes('early stop ─');
      },
      60,
    );
    assert.ok(percents.size > 5, `only ${percents.size} different states of the progress were seen`);
    await terminal.until('the answer of the trained network', text => text.includes('answer 3, right ─'));
    const text = terminal.text();
    assert.match(text, /Epoch 7\/20 █+ 100%/);
    assert.match(text, /Test accuracy 97\.\d %/);
    assert.match(text, /▸ 3 █+/);
    for (const part of ['┄ early stop', '─ train', '═ test', 'epoch 1', 'batch ']) assert.ok(text.includes(part), part);
    assert.match(text, /^.* \d\.\d\d ┤.*[─═╮╗]/m);
    terminal.press(keys.right);
    await terminal.until(
      'the next digit’s answer',
      text => text.includes('test 201') && /answer \d, (right|wrong) ─/.test(text),
    );
    terminal.press(keys.escape);
    await terminal.until('the closed prediction', text => text.includes('p predicts the chosen digit'));
    terminal.press('r');
    await terminal.until(
      'fresh weights with another seed',
      text => text.includes('seed 2') && text.includes('random weights'),
    );
    await quit(terminal);
  });

  it('stops at the second t, and goes on at the third', async () => {
    const terminal = await openDashboard(['--no-early-stop', '--epochs', '500']);
    terminal.press('t');
    await terminal.until('the second epoch', text => text.includes('Epoch 2/500'));
    terminal.press('t');
    await terminal.until('the stop', text => text.includes('Training stopped'));
    const stoppedAt = Number(/Epoch (\d+)\/500/.exec(terminal.text())?.[1]);
    terminal.press('t');
    await terminal.until('a later epoch', text => Number(/Epoch (\d+)\/500/.exec(text)?.[1]) > stoppedAt);
    await quit(terminal);
  });

  it('opens and closes the model summary and the keys', async () => {
    const terminal = await openDashboard();
    terminal.press('m');
    await terminal.until('the summary', text => text.includes('Total params: 101,770'));
    terminal.press('?');
    await terminal.until('the keys', text => text.includes('a hundred digits back') && text.includes('Ctrl+C'));
    terminal.press(keys.escape);
    await terminal.until('the panels again', text => text.includes('test 0 label 7'));
    terminal.press('a');
    await terminal.until('the digit in ASCII', text => text.includes('#%%%%%%#') || /[#%@]{3}/.test(text));
    await quit(terminal);
  });
});

describe('the dashboard when the terminal changes its size', {skip: pseudoTerminals}, () => {
  it('leaves no copies behind, at 60 × 20 and back at 120 × 40, while it trains', async () => {
    const terminal = await openDashboard(['--no-early-stop', '--epochs', '1000']);
    terminal.press('pt');
    await terminal.until('training', text => text.includes('Epoch 1/1000'));
    for (const [columns, rows] of [
      [60, 20],
      [120, 40],
      [45, 13],
      [200, 50],
      [80, 24],
    ] as const) {
      terminal.resize(columns, rows);
      await terminal.until(`a whole frame at ${columns} × ${rows}`, text => {
        const lines = text.split('\n');
        return (
          lines[0].startsWith(' mnist-tui ') &&
          lines[rows - 2].includes('q quit') &&
          occurrences(text, 'mnist-tui') === 1 &&
          occurrences(text, '─ test 0') === 1 &&
          occurrences(text, 'Epoch ') === 1 &&
          lines[rows - 1] === ''
        );
      });
    }
    terminal.resize(30, 10);
    await terminal.until('what size is needed', text => text.includes('needs 40 columns, 12 rows'));
    await quit(terminal);
  });
});

describe('the dashboard without Unicode and colours', {skip: pseudoTerminals}, () => {
  it('uses ASCII alone and no colour', async () => {
    const terminal = await openDashboard(['--no-color'], {env: {LANG: 'C'}});
    terminal.press('pt');
    await terminal.until('the second epoch', text => text.includes('Epoch 2/20') && text.includes('> 7 #'));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: this is about control characters
    assert.ok(/^[\x00-\x7F]*$/.test(terminal.text()), terminal.text());
    // biome-ignore lint/suspicious/noControlCharactersInRegex: SGR sequences begin with one
    assert.ok(!/\x1b\[[\d;]*m/.test(terminal.output()));
    await quit(terminal);
  });
});

describe('the dashboard with TensorFlow', {skip: pseudoTerminals || withoutTensorFlow}, () => {
  it('trains twice, goes on with another engine, and comes back', async () => {
    const terminal = openTerminal(
      process.execPath,
      [programPath, '--engine', 'tensorflow', '--epochs', '1', '--model', path.join(folder, 'model.npz')],
      {env: {XDG_CACHE_HOME: folder}},
    );
    await terminal.until('the engine in the header', text => /tensorflow on (CPU|GPU)/.test(text), 60);
    for (const epoch of [1, 2]) {
      terminal.press('t');
      await terminal.until(
        `epoch ${epoch}`,
        text => text.includes(`Epoch ${epoch}/${epoch} █`) && text.includes('all epochs done'),
        60,
      );
    }
    terminal.press('e');
    await terminal.until(
      'an engine that is not there, or the next',
      text => /webgpu cannot run here|webgpu on /.test(text),
      60,
    );
    terminal.press('e');
    await terminal.until('the wasm engine', text => text.includes('wasm on CPU'), 60);
    terminal.press('pt');
    await terminal.until('epoch 3', text => text.includes('Epoch 3/3') && text.includes('all epochs done'), 60);
    const accuracy = Number(/Test accuracy (\d+\.\d)/.exec(terminal.text())?.[1]);
    assert.ok(accuracy > 96.3, `accuracy ${accuracy} after three epochs on two engines`);
    terminal.press('e');
    await terminal.until('TensorFlow again', text => /tensorflow on (CPU|GPU)/.test(text), 60);
    terminal.press('t');
    await terminal.until('epoch 4', text => text.includes('Epoch 4/4') && text.includes('all epochs done'), 60);
    assert.doesNotMatch(terminal.output(), /oneDNN|cpu_feature_guard/);
    await quit(terminal);
  });
});

describe('the dashboard with WebGPU', {skip: pseudoTerminals}, () => {
  it('answers keys while it trains, and leaves at once', async t => {
    const {state, detail} = await checkEngine('webgpu');
    if (state !== 'works') return t.skip(detail);
    const terminal = openTerminal(
      process.execPath,
      [programPath, '--engine', 'webgpu', '--model', path.join(folder, 'model.npz')],
      {env: {XDG_CACHE_HOME: folder}},
    );
    await terminal.until('the engine in the header', text => text.includes('webgpu on '), 60);
    terminal.press('pt');
    await terminal.until('some percent', text => /Epoch 1\/20 .* [1-9]\d?%/.test(text), 60);
    for (let index = 1; index <= 5; index++) {
      terminal.press(keys.right);
      await terminal.until(
        `digit ${index} and its answer`,
        text => text.includes(`test ${index} label`) && /answer \d/.test(text),
      );
    }
    assert.match(terminal.text(), /Training training/);
    terminal.press('q');
    assert.equal((await terminal.exited).exitCode, 0);
  });
});

describe('the way out', {skip: pseudoTerminals}, () => {
  const restored = (terminal: TerminalSession): void => {
    const output = terminal.output();
    assert.equal(occurrences(output, '\u001B[?1049h'), 1);
    assert.equal(occurrences(output, '\u001B[?1049l'), 1);
    assert.ok(output.lastIndexOf('\u001B[?25h') > output.lastIndexOf('\u001B[?25l'), 'the cursor is back');
    assert.equal(terminal.emulator.buffer.active.type, 'normal');
  };

  for (const [name, leave, exitCode] of [
    ['q', terminal => terminal.press('q'), 0],
    ['Ctrl+C', terminal => terminal.press(keys.ctrlC), 130],
    ['SIGINT', terminal => terminal.kill('SIGINT'), 130],
    ['SIGTERM', terminal => terminal.kill('SIGTERM'), 143],
    ['SIGHUP', terminal => terminal.kill('SIGHUP'), 129],
  ] as const satisfies readonly (readonly [string, (terminal: TerminalSession) => void, number])[]) {
    it(`restores the terminal in the midst of training: ${name}`, async () => {
      const terminal = await openDashboard();
      terminal.press('t');
      await terminal.until('training', text => text.includes('Epoch 1/20'));
      leave(terminal);
      const result = await terminal.exited;
      assert.deepEqual([result.exitCode, result.signal ?? 0], [exitCode, 0]);
      restored(terminal);
    });
  }

  it('leaves a shell’s terminal settings as they were', async () => {
    const command = `stty -a > before; ${JSON.stringify(process.execPath)} ${JSON.stringify(programPath)}; stty -a > after; cmp before after && echo the same settings`;
    const terminal = openTerminal('sh', ['-c', `cd ${JSON.stringify(folder)}; ${command}`], {
      env: {XDG_DATA_HOME: folder},
    });
    await terminal.until('the dashboard', text => text.includes('wasm on CPU'));
    terminal.press(keys.ctrlC);
    await terminal.until('what cmp says', text => text.includes('the same settings'));
    await terminal.exited;
  });

  it('tells of bad data on the normal screen, in one line, with exit code 1', async () => {
    const terminal = openTerminal(process.execPath, [programPath, '--data', 'nowhere.npz']);
    const {exitCode} = await terminal.exited;
    assert.equal(exitCode, 1);
    restored(terminal);
    assert.match(terminal.text().trim(), /^mnist-tui: nowhere\.npz: no such file or folder/);
  });
});
