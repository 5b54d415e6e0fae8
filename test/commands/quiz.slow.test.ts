import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {after, it} from 'node:test';
import {encodeCheckpoint} from '../../source/training/formats/checkpoint.js';
import {mnist} from '../helpers/mnist.js';
import {readOracle} from '../helpers/oracle.js';
import {programPath, withFolder} from '../helpers/program.js';
import {runInfo} from '../helpers/run-info.js';
import {endTerminals, keys, openTerminal, pseudoTerminals, type TerminalSession} from '../helpers/terminal.js';

after(endTerminals);

/** Plays `quiz` in a pseudo-terminal with the weights that PyTorch has after one epoch. */
const withQuiz = (play: (terminal: TerminalSession) => Promise<void>, before = ''): Promise<void> =>
  withFolder(async folder => {
    const oracle = readOracle();
    const model = path.join(folder, 'model.npz');
    const state = {...oracle.initial, weights: oracle.weightsAfter(468), step: 468};
    writeFileSync(model, encodeCheckpoint(state, runInfo(state.hidden, mnist())));
    const script = `${before}exec "$0" "$@"`;
    const command = ['-c', script, process.execPath, programPath, 'quiz', '--model', model];
    await play(openTerminal('sh', command, {rows: 60}));
  });

const asks = (terminal: TerminalSession, place: number): Promise<void> =>
  terminal.until(`question ${place}`, text =>
    text.trimEnd().endsWith(`${place} of 20: which digit is it? 0 to 9, Space skips, Esc ends:`),
  );

it('quiz asks twenty digits on a terminal and ends with a line to share', {skip: pseudoTerminals}, async () => {
  await withQuiz(async terminal => {
    for (let place = 1; place <= 20; place++) {
      await asks(terminal, place);
      terminal.press(place % 2 === 0 ? ' ' : '7');
    }
    assert.deepEqual(await terminal.exited.then(({exitCode}) => exitCode), 0);
    const [, you, machine] = /mnist-tui quiz, seed 1: me (\d+), machine (\d+) of 20/.exec(terminal.text()) ?? [];
    assert.ok(terminal.text().includes(`You read ${you} right, the machine ${machine}, of 20.`), terminal.text());
  });
});

it('quiz asks on a terminal that does not tell its size, too', {skip: pseudoTerminals}, async () => {
  await withQuiz(async terminal => {
    await asks(terminal, 1);
    terminal.press(keys.escape);
    assert.equal((await terminal.exited).exitCode, 0);
  }, 'stty cols 0 rows 0; ');
});

it('the dashboard asks a digit, tells, and is there again after Esc', {skip: pseudoTerminals}, async () => {
  const terminal = openTerminal(process.execPath, [programPath, '--no-save', '--pace', '25']);
  await terminal.until('the whole dashboard', text => text.includes('wasm') && text.includes('q quit'));
  terminal.press('t');
  await terminal.until('an evaluation', text => /\d wrong/.test(text));
  terminal.press('u');
  await terminal.until('the first digit', text => text.includes('digit 1 of 20') && text.includes('0-9 answer'));
  terminal.press('5');
  await terminal.until('the label', text => /the label is \d/.test(text) && /machine: \d, (right|wrong)/.test(text));
  terminal.press(keys.escape);
  await terminal.until('the line to share', text => /mnist-tui quiz, seed 1: me [01], machine [01] of 1/.test(text));
  terminal.press(keys.escape);
  await terminal.until('the panels', text => text.includes('test 0 label 7'));
  terminal.press('q');
  assert.equal((await terminal.exited).exitCode, 0);
});

it('quiz ends with Esc after the scores so far, and with Ctrl+C at once', {skip: pseudoTerminals}, async () => {
  await withQuiz(async terminal => {
    await asks(terminal, 1);
    terminal.press('3');
    await asks(terminal, 2);
    terminal.press(keys.escape);
    assert.equal((await terminal.exited).exitCode, 0);
    assert.match(terminal.text(), /mnist-tui quiz, seed 1: me [01], machine [01] of 1$/m);
  });
  await withQuiz(async terminal => {
    await asks(terminal, 1);
    terminal.press(keys.ctrlC);
    const {exitCode, signal = 0} = await terminal.exited;
    assert.deepEqual([exitCode, signal], [130, 0]);
    assert.doesNotMatch(terminal.text(), /fault|Error|machine \d/);
  });
});
