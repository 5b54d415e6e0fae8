import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {after, it} from 'node:test';
import {viewNames} from '../../source/state/screen.js';
import {openDashboard, quit} from '../helpers/dashboard.js';
import {homeIn, scratchFolder} from '../helpers/environment.js';
import {endTerminals, keys, pseudoTerminals, type TerminalSession} from '../helpers/terminal.js';

after(endTerminals);

const viewKey = String(viewNames.indexOf('draw') + 1);
const deleteKey = '\u001B[3~';
/** A report of the mouse at a pixel of the canvas, which stands at the upper left of 80 × 24. */
const report = (code: number, x: number, y: number, final: 'M' | 'm'): string =>
  `\u001B[<${code};${1 + x};${3 + Math.floor(y / 2)}${final}`;

/** Draws through some pixels with the left button. */
function drag(terminal: TerminalSession, points: readonly (readonly [x: number, y: number])[]): void {
  points.forEach(([x, y], place) => {
    terminal.press(report(place === 0 ? 0 : 32, x, y, 'M'));
  });
  const [x, y] = points.at(-1) ?? [0, 0];
  terminal.press(report(0, x, y, 'm'));
}

/** The title of the scores says the answer, and nothing of right or wrong. */
const answers = (digit: number) => (text: string) => new RegExp(`─ Prediction answer ${digit} ─`).test(text);
const isBlank = (text: string): boolean => text.includes('Prediction nothing drawn');

it('a digit drawn by the mouse and one by keys are read right, kept and found again', {
  skip: pseudoTerminals,
}, async () => {
  const home = scratchFolder();
  const terminal = await openDashboard(['--epochs', '3'], {env: homeIn(home)});
  terminal.press('t');
  await terminal.until('the end', text => text.includes('epoch 3 of 3 is done'), 60);
  terminal.press(viewKey);
  await terminal.until('an empty canvas', isBlank);

  drag(terminal, [
    [7, 4],
    [14, 4],
    [20, 4],
    [16, 14],
    [12, 24],
  ]);
  await terminal.until('a seven', answers(7));
  terminal.press(keys.enter);
  await terminal.until('the question', text => text.includes('Which digit is it?'));
  terminal.press('7');
  await terminal.until('where it is kept', text => /kept as 7 in\b/.test(text));
  await terminal.until('that it is right', text => text.includes('Prediction answer 7, right'));

  terminal.press(deleteKey);
  await terminal.until('the question', text => text.includes('Delete again clears'));
  terminal.press(deleteKey);
  await terminal.until('an empty canvas', isBlank);

  terminal.press(`${keys.up.repeat(9)} ${keys.down.repeat(19)} `);
  await terminal.until('a one', answers(1));
  terminal.press(keys.escape);
  await terminal.until('free arrows', text => !text.includes('pen up'));
  terminal.press(keys.left);
  await terminal.until('the seven', text => text.includes('kept 1 of 1') && text.includes('answer 7, right'));

  await quit(terminal);
  assert.deepEqual(
    [terminal.emulator.modes.mouseTrackingMode, terminal.emulator.buffer.active.type],
    ['none', 'normal'],
  );
  const folder = path.join(home, 'data', 'mnist-tui', 'drawings');
  const [name, ...others] = readdirSync(folder);
  assert.match(name ?? '', /^7-\d{8}-\d{6}\.png$/);
  assert.deepEqual(others, []);
  assert.equal(
    readFileSync(path.join(folder, name ?? ''))
      .subarray(1, 4)
      .toString('latin1'),
    'PNG',
  );

  const again = await openDashboard([], {env: homeIn(home)});
  again.press(viewKey);
  await again.until('how many are kept', text => text.includes('show 1 kept drawing'));
  again.press(keys.left);
  await again.until('the seven', text => text.includes('kept 1 of 1'));
  await quit(again);
});

it('a drawing is kept nowhere with --no-save, and that is said', {skip: pseudoTerminals}, async () => {
  const home = scratchFolder();
  const terminal = await openDashboard(['--no-save'], {env: homeIn(home)});
  terminal.press('d');
  await terminal.until('the digit', text => text.includes('Canvas test 0'));
  terminal.press(keys.enter);
  await terminal.until('the reason', text => text.includes('no drawing is kept with --no-save'));
  await quit(terminal);
  assert.throws(() => readdirSync(path.join(home, 'data', 'mnist-tui', 'drawings')), /ENOENT/);
});
