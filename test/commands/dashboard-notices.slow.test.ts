import assert from 'node:assert/strict';
import {after, it} from 'node:test';
import {openDashboard, quit} from '../helpers/dashboard.js';
import {endTerminals, keys, pseudoTerminals} from '../helpers/terminal.js';

after(endTerminals);

const epochOf = (text: string): number => Number(/Epoch (\d+) of/.exec(text)?.[1] ?? Number.NaN);
const stepOf = (text: string): number => Number(/step ([\d,]+), full pace/.exec(text)?.[1]?.replaceAll(',', ''));

it('the dashboard trains on while another engine is tried, and shows every key at 40 × 12', {
  skip: pseudoTerminals,
}, async () => {
  const terminal = await openDashboard(['--no-early-stop', '--epochs', '10000', '--no-save']);
  terminal.press('t');
  await terminal.until('the second epoch', text => epochOf(text) >= 2);
  terminal.press('e');
  // TensorFlow's library may be here or not.
  await terminal.until('what came of it', text => /engine tensorflow: |lesson {1,2}tensorflow/.test(text), 60);
  // Steps, since TensorFlow's own library takes more than ten seconds for an epoch where other work runs.
  await terminal.until('a step', text => stepOf(text) > 0);
  const step = stepOf(terminal.text());
  await terminal.until('a later step', text => stepOf(text) > step);
  assert.equal(terminal.lines()[23], '');
  if (terminal.text().includes('engine tensorflow: ')) {
    terminal.press(keys.escape);
    await terminal.until('the keys in the place of the notice', text => text.includes('q quit'));
  }
  terminal.resize(40, 12);
  terminal.press('?');
  await terminal.until('the first keys', text => text.includes('previous, next digit') && /1-8 of \d+/.test(text));
  terminal.press(keys.end);
  await terminal.until('the last keys', text => text.includes('q Ctrl+C'));
  terminal.press(keys.escape);
  await terminal.until('the panels', text => text.includes('test 0'));
  await quit(terminal);
});
