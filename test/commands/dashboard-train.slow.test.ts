import assert from 'node:assert/strict';
import {after, describe, it} from 'node:test';
import {openDashboard, quit} from '../helpers/dashboard.js';
import {endTerminals, keys, pseudoTerminals} from '../helpers/terminal.js';

after(endTerminals);

describe('the dashboard at 80 × 24, while it trains to its early stop', {skip: pseudoTerminals}, () => {
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
      '267 of 10,000 wrong',

      'early stop, epoch 7',
      'n shows the first mistake',
      '─ train 0.0',
      '═ test 0.0',
      'step   0 1 2',
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
