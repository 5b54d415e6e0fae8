import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {occurrences, openDashboard, quit} from '../helpers/dashboard.js';
import {endTerminals, keys, pseudoTerminals, type TerminalSession} from '../helpers/terminal.js';

after(endTerminals);

describe('the dashboard at 80 × 24, before it trains', {skip: pseudoTerminals}, () => {
  // These tests follow one another in one dashboard.
  let terminal: TerminalSession;
  before(async () => {
    terminal = await openDashboard();
  });

  it('shows digit, label, training, prediction, loss and keys on its first screen, in at most 23 lines', async () => {
    await terminal.until('the first test digit', text => /test 0 label 7.*weights are random/s.test(text));
    const text = terminal.text();
    for (const part of [
      '7 lesson  wasm',
      'Training',
      'Prediction',
      'weights are random',
      'Loss',
      't train',
      'q quit',
    ]) {
      assert.ok(text.includes(part), part);
    }
    assert.equal(terminal.lines()[23], '');
  });

  it('opens and closes the model summary and the keys', async () => {
    terminal.press('m');
    await terminal.until('the summary', text => text.includes('Total params: 101,770'));
    terminal.press('?');
    await terminal.until('the keys', text => text.includes('a hundred digits back') && text.includes('Ctrl+C'));
    terminal.press(keys.escape);
    await terminal.until('the panels again', text => text.includes('test 0 label 7'));
    terminal.press('a');
    await terminal.until('the digit in ASCII', text => text.includes('#%%%%%%#') || /[#%@]{3}/.test(text));
  });

  it('takes nothing for a key that is none, and pasted text for text', async () => {
    const answers = [
      '\u001B]11;rgb:1e1e/1e1e/1e1e\u001B\\',
      '\u001BP1+r524742\u001B\\',
      '\u001B[?62;22c',
      '\u001B[<0;10;10m',
    ];
    const functionKeys = [...'PQRS'].map(letter => `\u001B[1;5${letter}`);
    terminal.press(answers.join(''));
    terminal.press('\u001B[200~the net; reset r; quit q\u001B[201~');
    await terminal.until('what pasted text is', text => text.includes('pasted text is not commands'));
    terminal.press(functionKeys.join(''));
    await terminal.until('what Ctrl+F1 is', text => text.includes('? shows the keys'));
    assert.match(terminal.text(), /Training ready/);
    terminal.press(`g\u001B[200~77\u001B[201~${keys.enter}`);
    await terminal.until('digit 77', text => text.includes('test 77 label'));
    terminal.press(keys.home);
    await terminal.until('the first digit', text => text.includes('test 0 label 7'));
  });

  it('walks to test digit 200 key by key, with several keys in one chunk', async () => {
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
});

describe('the dashboard at 80 × 24, while it trains', {skip: pseudoTerminals}, () => {
  it('predicts before, while and after it trains, and shows the training grow', async () => {
    const terminal = await openDashboard(['--index', '200']);
    await terminal.until('an answer from random weights', text =>
      /answer \d, (right|wrong); weights are random/.test(text),
    );
    terminal.press('t');
    const percents = new Set<string>();
    await terminal.until(
      'the end of training',
      text => {
        const percent = /Epoch \d+ of 20, \d+ %/.exec(text)?.[0];
        if (percent !== undefined) percents.add(percent);
        return text.includes('early stop');
      },
      60,
    );
    assert.ok(percents.size > 5, `only ${percents.size} different states of the progress were seen`);
    await terminal.until('the answer of the trained network', text => text.includes('answer 3, right ─'));
    const parts = [
      'early stop, epoch 7',
      'n shows the first mistake',
      '─ train 0.0',
      '═ test 0.0',
      'step   0 1 2',
      '267 of 10,000 wrong',
    ];
    await terminal.until('its figures', text => parts.every(part => text.includes(part)));
    const text = terminal.text();
    assert.match(text, /─ 97\.\d %/);
    assert.match(text, /▸ 3 .*│█+/);
    assert.match(text, /^.* 0\.\d{1,2} ┤.*[─═╮╗]/m);
    terminal.press(keys.right);
    await terminal.until(
      'the next digit’s answer',
      text => text.includes('test 201') && /answer \d, (right|wrong) ─/.test(text),
    );
    terminal.press('p');
    await terminal.until('the closed prediction', text => text.includes('p shows the answer'));
    terminal.press('s');
    await terminal.until(
      'fresh weights with another seed, and where the others are',
      text => text.includes('random weights') && text.includes('seed 1 is saved in'),
    );
    terminal.press('t');
    await terminal.until('some training', text => text.includes('Epoch 1 of 20'));
    terminal.press('r');
    await terminal.until('the question', text => text.includes('r again starts afresh with seed 2, Esc keeps it'));
    terminal.press('nc');
    await terminal.until('another', text => text.includes('c again goes on with the saved run'));
    terminal.press('c');
    await terminal.until('the saved run', text => text.includes('on from 7 epochs, 97.3 %'));
    await quit(terminal);
  });
});

describe('the dashboard in a long training', {skip: pseudoTerminals}, () => {
  // These tests follow one another in one dashboard.
  let terminal: TerminalSession;
  before(async () => {
    // What is meant for the developers of other programs, and for other programs, changes nothing.
    const env = {DEV: 'true', CI: '1', INK_SCREEN_READER: 'true'};
    terminal = await openDashboard(['--no-early-stop', '--epochs', '1000'], {env});
  });

  it('stops at the second t, and goes on at the third', async () => {
    terminal.press('t');
    await terminal.until('the second epoch', text => /Epoch 2 of 1,?000/.test(text));
    terminal.press('t');
    await terminal.until('the stop', text => /stopped in epoch \d+ of 1000/.test(text));
    const stoppedAt = Number(/in epoch (\d+) of 1000/.exec(terminal.text())?.[1]);
    terminal.press('t');
    await terminal.until('a later epoch', text => Number(/Epoch (\d+) of 1,?000/.exec(text)?.[1]) > stoppedAt);
  });

  it('leaves no copies behind, at 60 × 20 and back at 120 × 40, when the terminal changes its size', async () => {
    await terminal.until('the answer', text => /answer \d/.test(text));
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
    terminal.press('t');
    await terminal.until('the second epoch', text => text.includes('Epoch 2 of 20') && /> {1,2}7 .*#/.test(text));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: this is about control characters
    assert.ok(/^[\x00-\x7F]*$/.test(terminal.text()), terminal.text());
    // biome-ignore lint/suspicious/noControlCharactersInRegex: SGR sequences begin with one
    assert.ok(!/\x1b\[[\d;]*m/.test(terminal.output()));
    await quit(terminal);
  });
});
