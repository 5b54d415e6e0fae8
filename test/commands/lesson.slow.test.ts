import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {after, describe, it} from 'node:test';
import {homeIn, scratchFolder} from '../helpers/environment.js';
import {programPath} from '../helpers/program.js';
import {endTerminals, keys, openTerminal, pseudoTerminals, type TerminalSession} from '../helpers/terminal.js';

/** The lesson in a pseudo-terminal of 80 × 24, with a home of its own or one that it had before. */
async function openLesson(home: string, pace = 'full', ...args: string[]): Promise<TerminalSession> {
  const command = [programPath, 'lesson', '--no-mouse', '--pace', pace, ...args];
  const terminal = openTerminal(process.execPath, command, {env: homeIn(home)});
  await terminal.until('the engine in the header', text => text.includes('  wasm'));
  return terminal;
}

const fileIn = (home: string): string => path.join(homeIn(home).XDG_DATA_HOME ?? home, 'mnist-tui', 'lesson.json');

/** What does the task of each page, with what shows that it can go on; the run of the pages before goes on meanwhile. */
const walk: readonly (readonly [keys: string, until: RegExp])[][] = [
  [
    [`${keys.down}${keys.down}${keys.enter}`, /You say: most of them/],
    ['t', /Right\. After ten steps it reads \d+ of 24[\s\S]*Done: t lets it/],
    ['', /n shows/],
  ],
  [
    ['d', /o (which pixels|what would|flips)|Esc back/],
    [' ', /draw/],
    [keys.right, /draw/],
    ['7', /Done: draw a digit/],
  ],
  [
    ['n', /answer \d, wrong[\s\S]*|Done: once/],
    ['', /Done: once it has/],
  ],
  [
    [keys.escape, /Enter lesson/],
    [keys.tab, /train/],
    ['g', /Go to train index/],
    ['256', /256/],
    [keys.enter, /Done: go to train/],
    [keys.enter, /Esc back/],
  ],
  [
    [keys.escape, /Enter lesson/],
    [keys.right, /Done: go to another/],
    [keys.enter, /Esc back/],
  ],
  [
    ['m', /101,770/],
    ['m', /Done: m shows/],
  ],
  [
    ['['.repeat(40), /Done: once it has learned/],
    [']'.repeat(40), /\d/],
  ],
  [['...', /Done: \. takes one step/]],
  [['t', /Done: t, then f/]],
  [
    [keys.escape, /Enter lesson/],
    [keys.tab, /test/],
    ['n', /wrong/],
    ['w', /biases/],
    ['w', /./],
    ['7', /Done: n to a mistake/],
  ],
  [
    ['3', /the sum of/],
    [keys.enter, /x off/],
    ['x', /without unit/],
    ['7', /Done: 3, Enter, x/],
  ],
  [
    ['o', /1[0-2]\d dead[\s\S]*|Done: o starts it; watch/],
    ['', /Done: o starts it; watch/],
  ],
  [['o', /Done: o starts it, f/]],
  [
    ['?', /Esc closes/],
    ['?', /Done: \? lists/],
  ],
];

describe('the lesson in a terminal', {skip: pseudoTerminals}, () => {
  after(endTerminals);

  it('is walked through, each task is noticed, and it goes on where it was left', async () => {
    const home = scratchFolder();
    const terminal = await openLesson(home);
    for (const [place, steps] of walk.entries()) {
      await terminal.until(`page ${place + 1}`, text => text.includes(`${place + 1} of 14,`));
      for (const [pressed, shown] of steps) {
        terminal.press(pressed);
        await terminal.until(`page ${place + 1}: ${shown}`, text => shown.test(text), 60);
      }
      if (place + 1 < walk.length) terminal.press(keys.right);
    }
    terminal.press('q');
    assert.equal((await terminal.exited).exitCode, 0);
    const {page, answers, done} = JSON.parse(readFileSync(fileIn(home), 'utf8'));
    assert.deepEqual([page, answers, done.length], [14, {1: 2}, 14]);
    const again = await openLesson(home);
    await again.until('the last page', text => text.includes('14 of 14'));
    again.press('q');
    await again.exited;
  });

  for (const [way, leave] of [
    ['q', (terminal: TerminalSession) => terminal.press('q')],
    ['Ctrl+C', (terminal: TerminalSession) => terminal.press(keys.ctrlC)],
    ['a closed terminal', (terminal: TerminalSession) => terminal.close()],
  ] as const) {
    it(`goes on at page 8 after it was left there in mid-training by ${way}`, async () => {
      const home = scratchFolder();
      const terminal = await openLesson(home, 'watch', '--page', '8');
      await terminal.until('page 8', text => text.includes('8 of 14'));
      terminal.press('t');
      await terminal.until('a step', text => /step [1-9]/.test(text));
      leave(terminal);
      await terminal.exited;
      const again = await openLesson(home);
      await again.until('page 8', text => text.includes('8 of 14'));
      again.press('q');
      assert.equal((await again.exited).exitCode, 0);
    });
  }

  it('keeps no page with --no-save', async () => {
    const home = scratchFolder();
    const terminal = await openLesson(home, 'full', '--no-save');
    terminal.press(keys.right);
    await terminal.until('page 2', text => text.includes('2 of 14'));
    terminal.press('q');
    assert.equal((await terminal.exited).exitCode, 0);
    assert.equal(existsSync(fileIn(home)), false);
  });
});
